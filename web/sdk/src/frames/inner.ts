/** `/sdk/frame.js`: our script inside a frame of another origin. It shows itself to the page around it, if that may see it. */

import { guarded } from "../dom";
import { define, type Host } from "../host";
import type { Recorder } from "../recorder/main";
import { siteRules } from "../rules";
import { overlay } from "../session/overlay";
import { CALL, type FromFrame, type ToFrame } from "./words";

export type FrameScript = object;

define("frame", (host: Host): FrameScript => {
  let recorder: Recorder | undefined;
  let shown: ReturnType<typeof overlay> | undefined;
  const over = () => (shown ??= overlay(host));

  /** The page around us, of which the browser says the origin, wants to show us. */
  async function answer(port: MessagePort, origin: string, depth: number): Promise<void> {
    const site = await siteRules(host);
    if (!site.origins?.includes(origin)) {
      port.close();
      throw new Error(`${origin} is not one of this site's origins`);
    }
    const script = await host.load("recorder");
    recorder?.stop();
    const say = (words: FromFrame) => port.postMessage(words);
    const mine = (recorder = script.create({
      selectors: site.maskSelectors,
      guards: site.guardSelectors,
      depth,
      backlog: () => 0,
      send: (events) => say({ events }),
      sendAsset(asset) {
        say({ asset });
        return true;
      },
    }));
    port.onmessage = guarded(async ({ data: { keyframe, order, agreed, hover, stop } }: MessageEvent<ToFrame>) => {
      if (stop) mine.stop();
      if (stop) shown?.clear();
      if (hover !== undefined) over().outline(hover === null || mine.hover(hover) ? undefined : mine.find(hover));
      if (keyframe) mine.keyframe();
      if (!order) return;
      const stillOurs = () => recorder === mine;
      const result = await mine.act(order, { allowed: stillOurs, touch: over().touch, agreed: !!agreed });
      say({ command: order.command, result });
    });
    port.addEventListener("close", () => mine.stop());
    mine.start();
  }

  const sayHere = () => parent.postMessage({ remoteSupport: CALL.here }, "*");

  addEventListener(
    "message",
    guarded(({ source, data, origin, ports: [port] }: MessageEvent) => {
      if (source !== parent) return;
      const said = data as { remoteSupport?: unknown; depth?: unknown } | null;
      if (said?.remoteSupport === CALL.who) sayHere();
      else if (said?.remoteSupport === CALL.come && port) return answer(port, origin, Number(said.depth));
      return undefined;
    }),
  );
  sayHere();
  return {};
});
