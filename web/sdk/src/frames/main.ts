/** `/sdk/frames.js`: takes frames of other origins into the picture, if our script is in them, too. */

import type { Outcome } from "../recorder/control";
import { guarded } from "../dom";
import { define, type Host } from "../host";
import type { Asset, Order } from "../recorder/main";
import type { RecordedEvent } from "../recorder/events";
import { outward, placeholder, Range, stride } from "./ids";
import { CALL, type FromFrame, type ToFrame } from "./words";

export interface FramesOptions {
  depth: number;
  idOf(frame: Element): number;
  hides(frame: Element): boolean;
  emit(event: RecordedEvent): void;
  sendAsset(asset: Asset): boolean;
}

export interface Frames {
  /** This frame is in the picture from here on; what it shows comes by itself. */
  shown(frame: HTMLIFrameElement): void;
  /** Nothing is in the picture any more. */
  reset(): void;
  /** The frame that a node of the picture is in, however deep. */
  find(node: number): HTMLIFrameElement | undefined;
  /** Highlights an element in its frame, and nothing in the others; false if it is in none. */
  hover(node: number | null): boolean;
  execute(order: Order, agreed: boolean): Promise<Outcome>;
  stop(): void;
}

export interface FramesScript {
  create(options: FramesOptions): Frames;
}

/** How long a frame has to say that our script is in it. */
const PATIENCE = 1_500;

interface Inner {
  frame: HTMLIFrameElement;
  range: Range;
  port?: MessagePort;
  /** Whether its keyframe came, so that its changes mean something. */
  live: boolean;
  silent?: ReturnType<typeof setTimeout>;
  hovered?: boolean;
}

define("frames", (host: Host): FramesScript => ({
  create({ depth, idOf, hides, emit, sendAsset }) {
    const size = stride(depth);
    const all = new Map<HTMLIFrameElement, Inner>();
    const waiting = new Map<string, (result: Outcome) => void>();
    let origins: string[] = [];

    /** A frame says that it is there. Who it is, the browser says; whether it may come in, our server does. */
    const hear = guarded(({ data, source, origin }: MessageEvent) => {
      if ((data as { remoteSupport?: unknown } | null)?.remoteSupport !== CALL.here || !origins.includes(origin))
        return;
      for (const inner of all.values())
        if (source && inner.frame.contentWindow === source && !hides(inner.frame))
          invite(inner, source as Window, origin);
    });

    /** From here on the two talk through a channel that nobody else has an end of. */
    function invite(inner: Inner, source: Window, origin: string): void {
      close(inner);
      const { port1, port2 } = new MessageChannel();
      inner.port = port1;
      inner.live = false;
      port1.onmessage = guarded(({ data }: MessageEvent<FromFrame>) => {
        if (inner.port === port1) take(inner, data);
      });
      expect(inner, 2 * PATIENCE);
      source.postMessage({ remoteSupport: CALL.come, depth: depth + 1 }, origin, [port2]);
    }

    function take(inner: Inner, said: FromFrame): void {
      if (said.result) waiting.get(said.command ?? "")?.(said.result);
      else if (hides(inner.frame)) close(inner);
      else if (said.asset) sendAsset(said.asset);
      else if (said.events) {
        for (const event of said.events) {
          const outer = outward(event, inner.range, idOf(inner.frame));
          if (event.type === 2) inner.live = true;
          if (outer && inner.live) emit(outer);
        }
      }
    }

    function close(inner: Inner): void {
      clearTimeout(inner.silent);
      tell(inner, { stop: true });
      inner.port?.close();
      delete inner.port;
    }

    /** Whoever is in there is asked to speak up. */
    function ask(inner: Inner): void {
      inner.frame.contentWindow?.postMessage({ remoteSupport: CALL.who }, "*");
      expect(inner, PATIENCE);
    }

    /** Without a picture after a while, a box with a word is shown. */
    function expect(inner: Inner, patience: number): void {
      clearTimeout(inner.silent);
      inner.silent = setTimeout(
        guarded(() => {
          const id = idOf(inner.frame);
          // One that came to our own origin is shown by the recorder itself.
          if (inner.live || id < 1 || !inner.frame.isConnected || inner.frame.contentDocument) return;
          emit(placeholder(originOf(inner.frame), inner.range, id));
        }),
        patience,
      );
    }

    const reloaded = guarded((event: Event) => {
      const inner = all.get(event.target as HTMLIFrameElement);
      if (!inner) return;
      close(inner);
      ask(inner);
    });

    const tell = (inner: Inner, words: ToFrame) => inner.port?.postMessage(words);
    const owner = (node: number) => [...all.values()].find(({ range }) => range.has(node));

    addEventListener("message", hear);
    const ready = host.visitor().then(({ site }) => (origins = site.origins ?? []));

    return {
      shown(frame) {
        if (!size || hides(frame)) return;
        let inner = all.get(frame);
        if (!inner) {
          inner = { frame, range: new Range((all.size + 1) * size, size), live: false };
          if (inner.range.start + size > (stride(depth - 1) ?? 2 ** 31)) return;
          all.set(frame, inner);
          frame.addEventListener("load", reloaded);
        }
        const known = inner;
        if (known.port) tell(known, { keyframe: true });
        else void ready.then(() => ask(known));
      },

      reset() {
        for (const inner of all.values()) inner.live = false;
      },

      find: (node) => owner(node)?.frame,

      hover(node) {
        const inner = node === null ? undefined : owner(node);
        for (const one of all.values())
          if (one !== inner && one.hovered) {
            tell(one, { hover: null });
            one.hovered = false;
          }
        if (!inner?.port || node === null || hides(inner.frame)) return false;
        inner.hovered = true;
        tell(inner, { hover: inner.range.inner(node) });
        return true;
      },

      execute(order, agreed) {
        const inner = owner(order.node);
        if (!inner?.port || hides(inner.frame)) return Promise.resolve({ outcome: "missing" });
        return new Promise((resolve) => {
          waiting.set(order.command, resolve);
          setTimeout(() => resolve({ outcome: "missing" }), 5_000);
          tell(inner, { agreed, order: inside(order, inner.range) });
        }).finally(() => waiting.delete(order.command)) as Promise<Outcome>;
      },

      stop() {
        removeEventListener("message", hear);
        for (const inner of all.values()) {
          inner.frame.removeEventListener("load", reloaded);
          close(inner);
        }
        all.clear();
      },
    };
  },
}));

/** The numbers of an order as its frame knows them; a drag does not leave its frame. */
function inside(order: Order, range: Range): Order {
  const node = range.inner(order.node);
  if (order.type !== "control.drag") return { ...order, node };
  const path = order.path.filter((step) => range.has(step.node));
  return { ...order, node, path: path.map((step) => ({ ...step, node: range.inner(step.node) })) };
}

function originOf(frame: HTMLIFrameElement): string {
  try {
    return new URL(frame.src, document.baseURI).origin;
  } catch {
    return "";
  }
}
