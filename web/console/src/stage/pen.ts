import type { SignalFromClient } from "@remote-support/protocol";
import type { Point } from "./mapping";
import type { Strokes } from "./strokes";

/** Points of a line are told together, so often. */
const PAUSE = 60;
/** Numbers in one piece at most. */
const MOST = 128;

/** Draws lines here at once and on the customer's page a moment later. */
export class Pen {
  #waiting: number[] = [];
  #begins = false;
  #down = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly tab: string,
    private readonly strokes: Strokes,
    private readonly send: (frame: SignalFromClient) => void,
  ) {}

  begin(point: Point): void {
    this.#flush();
    this.#down = this.#begins = true;
    this.#add(point, true);
  }

  move(point: Point): void {
    if (this.#down) this.#add(point, false);
  }

  end(): void {
    this.#flush();
    this.#down = false;
  }

  #add({ x, y }: Point, begins: boolean): void {
    const at = [Math.round(x), Math.round(y)];
    this.strokes.draw("me", begins, at);
    this.#waiting.push(...at);
    if (this.#waiting.length >= MOST) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), PAUSE);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#waiting.length) return;
    this.send({ type: "pointer.draw", participant: this.tab, begins: this.#begins, points: this.#waiting });
    this.#waiting = [];
    this.#begins = false;
  }
}
