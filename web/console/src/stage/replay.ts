import { Replayer } from "@rrweb/replay";
import { Assets, Details, type DetailEars } from "./details";
import { closeDialogs } from "./dialogs";
import "./replay.css";
import { Trust, type Recorded as RecordedEvent, type Refusals } from "./trust";

/** What of rrweb's replayer is used here; its own types refer to a package that is not shipped with it. */
interface LiveReplayer {
  iframe: HTMLIFrameElement;
  wrapper: HTMLElement;
  service: { state: { context: { events: unknown[] } } };
  on(event: string, handler: (payload: unknown) => void): void;
  startLive(baseline: number): void;
  addEvent(event: RecordedEvent): void;
  getMirror(): LiveMirror;
  destroy(): void;
}

export interface Mirror {
  getId(node: Node): number;
  getNode(id: number): Node | null;
  getMeta(node: Node): { attributes?: Record<string, unknown> } | null;
}

interface LiveMirror extends Mirror {
  removeNodeFromMap(node: Node): void;
}

export interface Size {
  width: number;
  height: number;
}

const FULL_SNAPSHOT = 2;
const INCREMENTAL = 3;
const CUSTOM = 5;
/** Sources that rrweb draws over time: mouse move, mouse interaction, touch move, drag. */
const MOTION = new Set([1, 2, 6, 12]);
/** Milliseconds of each four seconds that may go into drawing what comes; a page that needs more is drawn no further. */
const BUSY = 2_500;
const SPAN = 4_000;

/** Milliseconds after which nothing more of one message is drawn. */
const LONGEST = 10_000;

/** Pictures begun within one span; more of them are no pictures. After a large one, the next has to wait. */
const BEGINNINGS = 12;
const LARGE = 500;

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
    if (node.nodeName === "CANVAS") giveSize(node as HTMLCanvasElement);
    if (parseFloat(String(width)) > LEGIBLE && parseFloat(String(height)) > LEGIBLE) {
      (node as Element).setAttribute(PRIVATE, "");
    }
  },
};

/** Where nothing runs, a canvas has no size of its own; a picture of it brings the true one. */
function giveSize({ width, height, style }: HTMLCanvasElement): void {
  if (style.width || style.height) return;
  style.display = "inline-block";
  style.width = `${width}px`;
  style.height = `${height}px`;
}

function isPrivate(element: Element, mirror: Mirror): boolean {
  return element.tagName === OWN_UI || "rr_width" in (mirror.getMeta(element)?.attributes ?? {});
}

export interface ReplayEars extends DetailEars {
  size(size: Size): void;
  changed(): void;
  /** The page changes more than can be drawn: nothing is, before a new picture is asked for. */
  choked(): void;
}

/**
 * The customer's page, rebuilt inside an iframe that runs no scripts. Each keyframe builds a new
 * picture behind the one on show and takes its place when it stands, so that nothing flickers and
 * nothing of the old one is kept.
 */
export class Replay {
  #live?: LiveReplayer;
  #coming?: LiveReplayer;
  #details = new Map<LiveReplayer, Details>();
  #baseline = 0;
  #span = { since: 0, busy: 0, beginnings: 0 };
  #last = { at: 0, took: 0 };
  #choked = false;
  readonly #trust = new Trust();
  readonly #assets = new Assets();

  constructor(
    private readonly root: HTMLElement,
    private readonly ears: ReplayEars,
  ) {}

  /** A picture or font, which the recording names. */
  readonly asset = this.#assets.add.bind(this.#assets);

  /** What was not let in, so far. */
  get refused(): Refusals {
    return this.#trust.refused;
  }

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
    const since = performance.now();
    if (since - this.#span.since > SPAN) this.#span = { since, busy: 0, beginnings: 0 };
    if (keyframe ? !this.#mayBegin(since) : this.#choked || this.#span.busy > BUSY) return this.#choke();
    const good = this.#trust.accept(events);
    if (keyframe) {
      if (!good.some(({ type }) => type === FULL_SNAPSHOT)) return;
      this.#choked = false;
      this.#begin();
    }
    const target = this.#coming ?? this.#live;
    if (target) this.#draw(target, good);
    const took = performance.now() - since;
    if (keyframe) this.#last = { at: since + took, took };
    else this.#span.busy += took;
    queueMicrotask(this.ears.changed);
  }

  #mayBegin(now: number): boolean {
    const { at, took } = this.#last;
    return ++this.#span.beginnings <= BEGINNINGS && (took < LARGE || now - at > took);
  }

  /** A page that changes without end would take the whole console along. */
  #choke(): void {
    if (!this.#choked) this.ears.choked();
    this.#choked = true;
  }

  #draw(target: LiveReplayer, events: RecordedEvent[]): void {
    const since = performance.now();
    for (const event of events) {
      if (event.type !== FULL_SNAPSHOT && performance.now() - since > LONGEST) return this.#choke();
      try {
        if (event.type === CUSTOM) this.#details.get(target)?.hear(event.data?.tag ?? "", event.data?.payload);
        else {
          if (event.type === INCREMENTAL && event.data?.isAttachIframe) forgetFrames(event, target.getMirror());
          if (event.type === INCREMENTAL) closeDialogs(event, target.getMirror());
          target.addEvent({ ...event, timestamp: this.#timeFor(event) });
        }
      } catch {
        this.#trust.refuse("failed");
      }
    }
    forgetOld(target);
  }

  clear(): void {
    this.#end(this.#coming);
    this.#end(this.#live);
    this.#coming = this.#live = undefined;
    this.#assets.clear();
  }

  #end(replayer: LiveReplayer | undefined): void {
    if (!replayer) return;
    this.#details.delete(replayer);
    replayer.destroy();
  }

  #begin(): void {
    this.#end(this.#coming);
    this.ears.fidelity(undefined);
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
      if (this.#live === replayer) this.ears.size(size);
    });
    replayer.on("fullsnapshot-rebuilded", () => {
      if (this.#coming !== replayer) return;
      this.#coming = undefined;
      this.#end(this.#live);
      this.#live = replayer;
      replayer.wrapper.style.visibility = "";
      if (size) this.ears.size(size);
    });
    this.#coming = replayer;
    const mirror = replayer.getMirror();
    this.#details.set(
      replayer,
      new Details(
        { iframe: replayer.iframe, mirror, isPrivate: (element) => isPrivate(element, mirror) },
        this.#assets,
        this.ears,
      ),
    );
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

/** What a frame shows comes whole each time; rrweb takes a document whose number it knows for one that it has drawn. */
function forgetFrames({ data }: RecordedEvent, mirror: LiveMirror): void {
  for (const { node } of data?.adds ?? []) {
    const known = mirror.getNode(node.id);
    if (known?.nodeType === Node.DOCUMENT_NODE) mirror.removeNodeFromMap(known);
  }
}

function forgetOld(replayer: LiveReplayer): void {
  const { events } = replayer.service.state.context;
  if (events.length > KEPT) events.splice(1, events.length - 1);
}
