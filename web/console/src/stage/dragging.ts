import type { Step } from "@remote-support/protocol";
import { boxOf, within, type Point } from "./mapping";
import type { Held } from "./held";

/** CSS pixels on the screen before a press becomes a drag, and between the places on its way. */
const SLACK = 6;
const APART = 10;
const MOST = 64;

/** A press that may become a drag, and where it went. */
export class Dragging {
  readonly #path: Step[] = [];
  #last: Point;
  #drags = false;

  constructor(
    readonly held: Held,
    readonly from: Point,
    /** Of the press on the screen. */
    private readonly pressed: Point,
  ) {
    this.#last = pressed;
  }

  get drags(): boolean {
    return this.#drags;
  }

  /** The pointer is at a place of the screen, over something of the page. */
  move(screen: Point, point: Point, over: Held | undefined): void {
    if (!this.#drags && apart(screen, this.pressed) < SLACK) return;
    this.#drags = true;
    if (apart(screen, this.#last) >= APART) this.#add(screen, point, over);
  }

  /** The whole way, to its end. */
  end(screen: Point, point: Point, over: Held | undefined): Step[] {
    this.#add(screen, point, over);
    return this.#path;
  }

  #add(screen: Point, point: Point, over: Held | undefined): void {
    if (!over) return;
    this.#last = screen;
    // A long way is told more coarsely.
    if (this.#path.length >= MOST) for (let at = MOST - 1; at > 0; at -= 2) this.#path.splice(at - 1, 1);
    this.#path.push({ node: over.id, ...within(boxOf(over.element), point) });
  }
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
