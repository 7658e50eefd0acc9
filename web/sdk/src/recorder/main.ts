/** `/sdk/recorder.js`: shows the page to technicians and does in it what they are allowed to do. */

import { record } from "@rrweb/record";
import type { SignalFromServer } from "@remote-support/protocol";
import type { Detail } from "../detail/main";
import type { Frames } from "../frames/main";
import type { Outline } from "../outline/main";
import { CUSTOM, FULL_SNAPSHOT, META, type RecordedEvent, type Serialized } from "./events";
import { guarded } from "../dom";
import { define, type Host } from "../host";
import { Batches } from "./batches";
import { Budget } from "./budget";
import { control, refused, type Outcome } from "./control";
import { Guard } from "./guard";
import { MASK, Privacy } from "./privacy";
import { redactor } from "./redact";

/** What only the customer's browser can load, sent once. */
export interface Asset {
  hash: string;
  mime: string;
  /** Base64. */
  data: string;
}

export interface RecorderOptions {
  /** Of the site, beyond passwords and data-private. */
  selectors: string[];
  /** Of the site: what a technician can only propose. */
  guards?: string[] | undefined;
  send(events: RecordedEvent[], keyframe: boolean): void;
  /** False if it could not be sent. */
  sendAsset(asset: Asset): boolean;
  backlog(): number;
  /** How many frames of other origins this page is in. */
  depth?: number;
}

export type Order = Extract<SignalFromServer, { command: string; from: string }>;

/** What is shown of an order, and whether it may still be carried out. */
export interface Eyes {
  allowed(): boolean;
  /** Shows where something is about to happen. */
  touch(element: Element, linger: boolean): Promise<void>;
  /** Whether the customer has said Yes to this very order. */
  agreed?: boolean;
}

export interface Recorder {
  /** Goes on if it runs already. */
  start(): void;
  stop(): void;
  /** The whole page again, or only the part of it under a node. */
  keyframe(node?: number): void;
  /** Shows less of a page that is too large. */
  outline(): void;
  /** Whether a node of this page is private, so that not even what happens there may be told. */
  hides(node: Node): boolean;
  /** The element that a technician sees, unless it is private. */
  find(node: number): Element | undefined;
  /** Highlights an element in a frame of another origin; false if it is in none. */
  hover(node: number | null): boolean;
  act(order: Order, eyes: Eyes): Promise<Outcome>;
  /** As the session of a page from before a release has it, which cannot propose. */
  execute(order: Order, allowed: () => boolean, touch: (element: Element) => Promise<void>): Promise<Outcome>;
}

export interface RecorderScript {
  create(options: RecorderOptions): Recorder;
}

/** How long a keyframe may take before the page is shown as an outline instead. */
const LONG = 1_000;

/** A page of more elements is shown as an outline from the start: to write it down would take the page's time. */
const MOST = 100_000;

/** Changes of a busy page are gathered so long. */
const COARSE = 500;

/** With what our build opens in it. */
const rrweb = record as typeof record & { spent: number; part(node: Node): Serialized | null };

define("recorder", (host: Host): RecorderScript => ({
  create(options) {
    const privacy = new Privacy(options.selectors, host.passwords);
    const guard = new Guard(options.guards ?? [], privacy);
    const depth = options.depth ?? 0;
    const node = (id: number) => outline?.node(id) ?? (record.mirror.getNode(id) as Node | null);
    const batches = new Batches({ ...options, keyframe });
    const roots = new Set<Document | ShadowRoot>();
    const foreign = new Set<HTMLIFrameElement>();
    const redact = redactor(node, privacy, {
      element(serialized, element) {
        if (serialized.isShadowHost && element?.shadowRoot) watch(element.shadowRoot);
        if (serialized.tagName === "iframe" && element) appeared(element as HTMLIFrameElement);
      },
      document: watch,
    });
    let stop: (() => void) | undefined;
    let running = false;
    let outline: Outline | undefined;
    let frames: Frames | undefined;
    let detail: Detail | undefined;
    let extra = 0;
    let clock: ReturnType<typeof setInterval> | undefined;

    const budget = new Budget(
      guarded((mode) => {
        if (mode === "outline") void begin(showOutline);
        else if (outline) {
          outline.stop();
          outline = undefined;
          observe();
        }
        // It may have turned out to be too large once more.
        if (budget.mode !== mode) return;
        gather();
        tellMode();
      }),
    );

    // Made private while it is shown: what the technician has must go. And the other way round.
    const late = new MutationObserver((records) => {
      if (
        records.some(({ target }) => [target, ...(target as Element).querySelectorAll(privacy.blocked)].some(changed))
      )
        keyframe();
    });

    function changed(target: Node): boolean {
      const known = record.mirror.getMeta(target) as { attributes?: object } | null;
      return !!known?.attributes && "rr_width" in known.attributes !== (target as Element).matches(privacy.blocked);
    }

    /** What the page changes, also while it is not written down. */
    let changes = 0;
    const counter = new MutationObserver(({ length }) => (changes += length));

    /** Whether nobody but a technician has pressed anything lately. */
    let alone = false;
    const pressed = ({ isTrusted }: Event) => void (alone &&= !isTrusted);

    function watch(root: Document | ShadowRoot): void {
      roots.add(root);
      for (const kind of ["pointerdown", "keydown"]) root.addEventListener(kind, pressed, true);
      counter.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      late.observe(root, { subtree: true, attributeFilter: privacy.marks });
      privacy.watch(root);
    }

    const loading = new WeakSet<HTMLIFrameElement>();

    /** A frame; of those that we cannot look into, frames.ts takes care. One that is new is empty at first. */
    function appeared(frame: HTMLIFrameElement): void {
      if (!loading.has(frame)) {
        loading.add(frame);
        frame.addEventListener(
          "load",
          guarded(() => running && frame.isConnected && appeared(frame)),
        );
      }
      if (frame.contentDocument) return;
      const first = !foreign.size;
      foreign.add(frame);
      if (frames) frames.shown(frame);
      else if (first) void begin(showFrames);
    }

    /** Rarer parts come later, and not at all if nobody looks any more. */
    async function begin(part: () => Promise<void>): Promise<void> {
      try {
        await part();
      } catch (problem) {
        console.warn("Remote Support:", problem);
      }
    }

    async function showFrames(): Promise<void> {
      const script = await host.load("frames");
      if (!running) return;
      frames ??= script.create({
        depth,
        idOf: (frame) => record.mirror.getId(frame),
        hides: (frame) => privacy.hidden(frame),
        emit: (event) => batches.add(event, false),
        sendAsset: options.sendAsset,
      });
      for (const frame of foreign) frames.shown(frame);
    }

    async function showDetail(): Promise<void> {
      const script = await host.load("detail");
      if (!running || !stop) return;
      detail ??= script.create({
        roots,
        idOf: (at) => record.mirror.getId(at),
        node,
        hides: (at) => privacy.hidden(at),
        isPrivate: (at) => at.matches(privacy.blocked),
        secret: (at) => privacy.secret(at),
        part(at) {
          const written = rrweb.part(at);
          if (written) redact.clean(written);
          return written;
        },
        gathers: () => budget.mode !== "live",
        tell,
        emit: (event) => batches.add(event, false),
        sendAsset: options.sendAsset,
        spend: (time) => (extra += time),
      });
      detail.keyframe();
    }

    async function showOutline(): Promise<void> {
      const script = await host.load("outline");
      if (!running || budget.mode !== "outline") return;
      pause();
      outline = script.create({
        hides: (at) => privacy.hidden(at),
        emit(event) {
          batches.add(event, event.type === META);
          if (event.type === FULL_SNAPSHOT) tellMode();
        },
        spend: (time) => (extra += time),
      });
    }

    function tellMode(): void {
      tell("mode", { mode: budget.mode, used: Math.round(budget.used) });
    }

    const elements = () => document.getElementsByTagName("*").length;

    /** Elements of the page when it was too large. */
    let large = 0;

    function tooLarge(): void {
      pause();
      large = elements();
      budget.outline();
    }

    // Made before rrweb's own observer, so that it can stop that before it writes down what came.
    const growth = new MutationObserver(
      guarded((records: MutationRecord[]) => {
        const much = ({ addedNodes }: MutationRecord) => addedNodes[99] ?? [...addedNodes].some((at) => at.firstChild);
        if (!stop) return;
        // Written anew by document.write, which takes all listeners along.
        const anew = records.some(({ target }) => target === document);
        if (anew) {
          pause();
          observe();
        } else if (records.some(much) && elements() > MOST) tooLarge();
      }),
    );

    function tell(tag: string, payload: unknown): void {
      const event = { type: CUSTOM, timestamp: Date.now(), data: { tag, payload } };
      if (running) batches.add(event as RecordedEvent, false);
    }

    /** rrweb gathers changes while it is frozen, and lets them out before any event of another kind. */
    function gather(): void {
      if (!stop) return;
      record.addCustomEvent("gathered", null);
      if (budget.mode !== "coarse") return;
      record.freezePage();
      setTimeout(guarded(gather), COARSE);
    }

    function observe(): void {
      if (elements() > MOST) return tooLarge();
      growth.observe(document, { subtree: true, childList: true });
      const since = performance.now();
      stop ??= record({
        emit(event) {
          const safe = event.type === CUSTOM ? undefined : redact.event(event);
          if (!safe) return;
          if (safe.type === META) {
            foreign.clear();
            frames?.reset();
          }
          batches.add(safe, safe.type === META);
          if (safe.type === FULL_SNAPSHOT) whole();
          detail?.changed();
        },
        blockSelector: privacy.blocked,
        maskInputOptions: { input: true, textarea: true } as Record<string, boolean>,
        maskInputFn: (text, field) => (text && privacy.secret(field) ? MASK : text),
        slimDOMOptions: "all",
        recordAfter: "DOMContentLoaded",
        sampling: { scroll: 50 },
        // The page never breaks because of us.
        errorHandler: () => true,
      });
      if (performance.now() - since > LONG) tooLarge();
    }

    /** A keyframe has left: what is not in it follows. */
    function whole(): void {
      tellMode();
      // Adopted style sheets come after the keyframe, and details after them.
      setTimeout(guarded(() => (detail ? detail.keyframe() : void begin(showDetail))));
    }

    /** Where caret and selection are once a technician has moved them. */
    function tellCaret(page: Document | null | undefined): void {
      const { anchorNode, anchorOffset, focusNode, focusOffset } = page?.getSelection() ?? {};
      if (!anchorNode || !focusNode || privacy.hidden(anchorNode) || privacy.hidden(focusNode)) return;
      const [id, to] = [record.mirror.getId(anchorNode), record.mirror.getId(focusNode)];
      if (id > 0 && to > 0) tell("caret", { id, offset: anchorOffset, to, end: focusOffset });
    }

    function pause(): void {
      stop?.();
      stop = undefined;
      late.disconnect();
      growth.disconnect();
      roots.clear();
      foreign.clear();
      detail?.stop();
      frames?.stop();
      detail = frames = undefined;
    }

    function keyframe(part?: number): void {
      if (outline) outline.keyframe();
      else if (part && detail?.resend(part)) return;
      else if (stop) record.takeFullSnapshot(true);
    }

    function act(order: Order, eyes: Eyes): Promise<Outcome> {
      if (frames?.find(order.node))
        return eyes.allowed() ? frames.execute(order, !!eyes.agreed) : Promise.resolve(refused("not-granted"));
      const around = { ...eyes, privacy, guard, node, alone: () => alone, hands: () => host.load("hands") };
      return control(order, around).then((outcome) => {
        if (outcome.outcome === "done" && !/point|scroll/.test(order.type)) {
          alone = true;
          // The technician waits for what it did.
          batches.now();
          // What was written is told before.
          setTimeout(guarded(() => tellCaret(node(order.node)?.ownerDocument)));
        }
        return outcome;
      });
    }

    return {
      start() {
        if (running) return;
        running = true;
        let before = rrweb.spent;
        clock = setInterval(
          guarded(() => {
            budget.second(rrweb.spent - before + extra, changes);
            before = rrweb.spent;
            extra = changes = 0;
            if (large && elements() < large / 2) {
              large = 0;
              budget.again();
            }
          }),
          1_000,
        );
        observe();
      },

      stop() {
        running = false;
        clearInterval(clock);
        counter.disconnect();
        batches.stop();
        pause();
        outline?.stop();
        outline = undefined;
      },

      keyframe,

      outline: tooLarge,

      hides: (target) => privacy.hidden(target),

      find(id) {
        const found = frames?.find(id) ?? node(id);
        return found?.nodeType === Node.ELEMENT_NODE && found.isConnected && !privacy.hidden(found)
          ? (found as Element)
          : undefined;
      },

      hover: (id) => frames?.hover(id) ?? false,

      act,

      async execute(order, allowed, touch) {
        const outcome = await act(order, { allowed, touch });
        return outcome.outcome === "proposed" ? refused("guarded") : outcome;
      },
    };
  },
}));
