import { Replayer } from "@rrweb/replay";
import "./replay.css";

/** What of rrweb's replayer is used here; its own types refer to a package that is not shipped with it. */
interface LiveReplayer {
  iframe: HTMLIFrameElement;
  wrapper: HTMLElement;
  service: { state: { context: { events: unknown[] } } };
  on(event: string, handler: (payload: unknown) => void): void;
  startLive(baseline: number): void;
  addEvent(event: RecordedEvent): void;
  getMirror(): Mirror;
  destroy(): void;
}

export interface Mirror {
  getId(node: Node): number;
  getNode(id: number): Node | null;
  getMeta(node: Node): { attributes?: Record<string, unknown> } | null;
}

export interface Size {
  width: number;
  height: number;
}

interface RecordedEvent {
  type: number;
  timestamp: number;
  data?: { source?: number; width?: number; height?: number; href?: string };
}

const INCREMENTAL = 3;
/** Sources that rrweb draws over time: mouse move, mouse interaction, touch move, drag. */
const MOTION = new Set([1, 2, 6, 12]);
/** Of the events that are done with, rrweb needs only the first. */
const KEPT = 500;

/** Marks what the recorder left out because it is private. */
const PRIVATE = "data-remote-support-private";

/** What the widget and the bar are drawn in; they are the customer's, and not part of the page. */
const OWN_UI = "REMOTE-SUPPORT-UI";

/** Smaller boxes, and hosts without a size, need no mark. */
const LEGIBLE = 8;

const RULES = [
  `${OWN_UI.toLowerCase()} { display: none !important; }`,
  "html, body, * { scroll-behavior: auto !important; caret-color: transparent; }",
  `[${PRIVATE}] { position: relative; overflow: hidden; border-radius: 6px;
    background: repeating-linear-gradient(135deg, #dfe4e7 0 10px, #e9edef 10px 20px) !important; }`,
  `[${PRIVATE}]::after { content: "Private"; position: absolute; inset: 0; display: grid; place-content: center;
    font: 600 13px system-ui, sans-serif; color: #4a5862; }`,
];

/** Of a private element rrweb sends nothing but its size. */
const markPrivate = {
  onBuild(node: Node, { id, replayer }: { id: number; replayer: { getMirror(): Mirror } }) {
    const { rr_width: width, rr_height: height } = (id > 0 && replayer.getMirror().getMeta(node)?.attributes) || {};
    if (node.nodeName === OWN_UI) return;
    if (parseFloat(String(width)) > LEGIBLE && parseFloat(String(height)) > LEGIBLE) {
      (node as Element).setAttribute(PRIVATE, "");
    }
  },
};

/**
 * The customer's page, rebuilt inside an iframe that runs no scripts. Each keyframe builds a new
 * picture behind the one on show and takes its place when it stands, so that nothing flickers and
 * nothing of the old one is kept.
 */
export class Replay {
  #live?: LiveReplayer;
  #coming?: LiveReplayer;
  #baseline = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly onSize: (size: Size) => void,
    private readonly onChange: () => void,
  ) {}

  get document(): Document | null {
    return this.#live?.iframe.contentDocument ?? null;
  }

  get frame(): HTMLIFrameElement | undefined {
    return this.#live?.iframe;
  }

  get mirror(): Mirror | undefined {
    return this.#live?.getMirror();
  }

  show(events: readonly unknown[], keyframe: boolean): void {
    if (keyframe) this.#begin();
    const target = this.#coming ?? this.#live;
    if (!target) return;
    for (const raw of events) {
      const event = raw as RecordedEvent;
      target.addEvent({ ...event, timestamp: this.#timeFor(event) });
    }
    forgetOld(target);
    queueMicrotask(this.onChange);
  }

  clear(): void {
    this.#coming?.destroy();
    this.#live?.destroy();
    this.#coming = this.#live = undefined;
  }

  #begin(): void {
    this.#coming?.destroy();
    this.#baseline = Date.now();
    const replayer = new Replayer([], {
      root: this.root,
      liveMode: true,
      mouseTail: false,
      pauseAnimation: false,
      showWarning: false,
      triggerFocus: false,
      useVirtualDom: false,
      insertStyleRules: RULES,
      plugins: [markPrivate as never],
    }) as unknown as LiveReplayer;
    replayer.iframe.title = "The customer's page";
    replayer.iframe.tabIndex = -1;
    replayer.wrapper.style.visibility = "hidden";
    let size: Size | undefined;
    replayer.on("resize", (payload) => {
      size = payload as Size;
      if (this.#live === replayer) this.onSize(size);
    });
    replayer.on("fullsnapshot-rebuilded", () => {
      if (this.#coming !== replayer) return;
      this.#coming = undefined;
      this.#live?.destroy();
      this.#live = replayer;
      replayer.wrapper.style.visibility = "";
      if (size) this.onSize(size);
    });
    this.#coming = replayer;
    replayer.startLive(this.#baseline);
  }

  /**
   * The clocks of two machines differ, so events are drawn when they arrive: at once if they lie
   * before the baseline, over a moment if they show a movement.
   */
  #timeFor(event: RecordedEvent): number {
    const moves = event.type === INCREMENTAL && MOTION.has(event.data?.source ?? -1);
    return moves ? Date.now() : this.#baseline - 1;
  }
}

function forgetOld(replayer: LiveReplayer): void {
  const { events } = replayer.service.state.context;
  if (events.length > KEPT) events.splice(1, events.length - 1);
}
