/** `/sdk/recorder.js`: shows the page to technicians and does in it what they are allowed to do. */

import { record } from "@rrweb/record";
import type { SignalFromServer } from "@remote-support/protocol";
import { META, type RecordedEvent } from "./events";
import { define, type Host } from "../host";
import { Batches } from "./batches";
import { control, type Outcome } from "./control";
import { MASK, Privacy } from "./privacy";
import { redact } from "./redact";

export interface RecorderOptions {
  /** Of the site, beyond passwords and data-private. */
  selectors: string[];
  send(events: RecordedEvent[], keyframe: boolean): void;
  backlog(): number;
}

export type Order = Extract<SignalFromServer, { command: string; from: string }>;

export interface Recorder {
  /** Goes on if it runs already. */
  start(): void;
  stop(): void;
  keyframe(): void;
  /** The element that a technician sees, unless it is private. */
  find(node: number): Element | undefined;
  execute(order: Order, allowed: () => boolean, touch: (element: Element) => Promise<void>): Promise<Outcome>;
}

export interface RecorderScript {
  create(options: RecorderOptions): Recorder;
}

define("recorder", (host: Host): RecorderScript => ({
  create(options) {
    const privacy = new Privacy(options.selectors, host.wasPassword);
    const node = (id: number) => record.mirror.getNode(id) as Node | null;
    const batches = new Batches({ ...options, keyframe });
    let stop: (() => void) | undefined;

    // Made private while it is shown: what the technician has must go.
    const late = new MutationObserver(() => keyframe());

    function keyframe(): void {
      if (stop) record.takeFullSnapshot(true);
    }

    return {
      start() {
        if (stop) return;
        stop = record({
          emit(event) {
            const safe = redact(event, node, privacy);
            if (safe) batches.add(safe, safe.type === META);
          },
          blockSelector: privacy.blocked,
          maskInputOptions: { input: true, textarea: true } as Record<string, boolean>,
          maskInputFn: (text, field) => (text && privacy.secret(field) ? MASK : text),
          slimDOMOptions: "all",
          recordAfter: "DOMContentLoaded",
          sampling: {
            // Pointers go their own, faster way.
            mousemove: false,
            mouseInteraction: {
              MouseUp: false,
              MouseDown: false,
              ContextMenu: false,
              Focus: false,
              Blur: false,
              TouchStart: false,
              TouchEnd: false,
            },
            scroll: 50,
          },
          // The page never breaks because of us.
          errorHandler: () => true,
        });
        late.observe(document, { subtree: true, attributeFilter: ["data-private"] });
      },

      stop() {
        batches.stop();
        late.disconnect();
        stop?.();
        stop = undefined;
      },

      keyframe,

      find(id) {
        const found = node(id);
        return found?.nodeType === Node.ELEMENT_NODE && found.isConnected && !privacy.hidden(found)
          ? (found as Element)
          : undefined;
      },

      execute: (order, allowed, touch) => control(order, node(order.node), privacy, allowed, touch),
    };
  },
}));
