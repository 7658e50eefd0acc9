import { META, type RecordedEvent } from "./events";

/** The least time between two batches: a lone change leaves at once, a storm of them in few frames. */
const PAUSE = 40;

/** Bytes that may wait in the socket before the picture rather skips ahead than falls behind. */
const FULL = 1_500_000;

export interface BatchOptions {
  send(events: RecordedEvent[], keyframe: boolean): void;
  backlog(): number;
  /** Takes a new keyframe; it comes back to us as events. */
  keyframe(): void;
}

/** Collects events and sends them in order; when the line is too slow, waits and begins anew with a keyframe. */
export class Batches {
  private events: RecordedEvent[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sent = 0;
  private behind = false;
  private started = false;

  constructor(private readonly options: BatchOptions) {}

  add(event: RecordedEvent, startsKeyframe: boolean): void {
    if (startsKeyframe) {
      // Whatever waits is in the keyframe already, or belongs before it: flush, then begin a frame of its own.
      this.flush();
      this.started = true;
      this.behind = false;
    }
    if (!this.started || this.behind) return;
    this.events.push(event);
    this.timer ??= setTimeout(() => this.flush(), Math.max(0, this.sent + PAUSE - Date.now()));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.events = [];
    this.started = this.behind = false;
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { events } = this;
    this.events = [];
    const [first] = events;
    if (!first) return;
    const keyframe = first.type === META;
    if (!keyframe && this.options.backlog() > FULL) return this.wait();
    this.sent = Date.now();
    this.options.send(events, keyframe);
  }

  private wait(): void {
    this.behind = true;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.options.backlog() > FULL / 10) this.wait();
      else this.options.keyframe();
    }, 200);
  }
}
