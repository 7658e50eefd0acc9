import { META, type RecordedEvent } from "./events";

/** The least time between two batches: a lone change leaves at once, a storm of them in few frames. */
const PAUSE = 40;

/** Bytes that may wait in the socket before changes wait here, where they can still be left out. */
const FULL = 1_500_000;

/** Milliseconds between two looks whether the line has room again. */
const LOOK = 200;

/** Characters of changes that may wait here, or as many as the last keyframe had: beyond, a new one is less to send. */
const HELD = 200_000;

export interface BatchOptions {
  send(events: RecordedEvent[], keyframe: boolean): void;
  backlog(): number;
  /** Takes a new keyframe; it comes back to us as events. */
  keyframe(): void;
}

/** Collects events and sends them in order; when the line is too slow, holds them back or begins anew with a keyframe. */
export class Batches {
  private events: RecordedEvent[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sent = 0;
  /** Characters that are held back because the line is too slow. */
  private held: number | undefined;
  /** Too much was held back: it was let go, and a keyframe is to come. */
  private behind = false;
  private started = false;
  /** Characters of the last keyframe, as far as they had to wait in the socket. */
  private whole = 0;

  constructor(private readonly options: BatchOptions) {}

  add(event: RecordedEvent, startsKeyframe: boolean): void {
    if (startsKeyframe) {
      // What waited for the line is in the keyframe already; what was sent before it goes first.
      this.now();
      this.begin();
      this.started = true;
    }
    if (!this.started || this.behind) return;
    this.events.push(event);
    if (this.held !== undefined) this.hold([event]);
    else this.later(() => this.flush(), Math.max(0, this.sent + PAUSE - Date.now()));
  }

  /** Sends what there is without a pause, unless the line is too slow. */
  now(): void {
    if (this.held === undefined) this.flush();
  }

  stop(): void {
    this.begin();
    this.started = false;
  }

  private begin(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.events = [];
    this.held = undefined;
    this.behind = false;
  }

  private flush(): void {
    const { events } = this;
    const [first] = events;
    const keyframe = first?.type === META;
    const before = this.options.backlog();
    if (first && !keyframe && before > FULL) return this.hold(events);
    this.begin();
    if (!first) return;
    this.sent = Date.now();
    this.options.send(events, keyframe);
    if (keyframe) this.whole = this.options.backlog() - before;
  }

  private hold(events: RecordedEvent[]): void {
    this.held = (this.held ?? 0) + JSON.stringify(events).length;
    if (this.held > Math.max(HELD, this.whole)) {
      this.events = [];
      this.behind = true;
    }
    this.later(() => this.look(), LOOK);
  }

  /** Whether the line has room again. */
  private look(): void {
    if (this.options.backlog() > FULL / 10) this.later(() => this.look(), LOOK);
    else if (this.behind) this.options.keyframe();
    else this.flush();
  }

  private later(work: () => void, delay: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      work();
    }, delay);
  }
}
