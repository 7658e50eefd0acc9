import { withinScroll, type Point } from "./mapping";

const PAUSE = 40;
/** A turn soon after another goes on from where that one aims, though the picture is not there yet. */
const TOGETHER = 350;

interface Aim {
  element: Element;
  at: Point;
  when: number;
}

/** Gathers turns of the wheel into few commands that say where to scroll to. */
export class Scroller {
  readonly #aims = new Map<number, Aim>();
  readonly #due = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly scroll: (node: number, x: number, y: number) => void) {}

  turn(node: number, element: Element, dx: number, dy: number): void {
    const aim = this.#aims.get(node);
    const goesOn = aim && Date.now() - aim.when < TOGETHER;
    const from = goesOn ? aim.at : { x: element.scrollLeft, y: element.scrollTop };
    // Only what was told already ends where the element does: a page may do something else with a turn beyond.
    const begin = this.#due.has(node) ? from : withinScroll(element, from);
    this.#aims.set(node, { element, at: { x: begin.x + dx, y: begin.y + dy }, when: Date.now() });
    this.#due.add(node);
    this.#timer ??= setTimeout(() => this.#flush(), PAUSE);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#aims.clear();
    this.#due.clear();
  }

  #flush(): void {
    this.#timer = undefined;
    for (const node of this.#due) {
      const aim = this.#aims.get(node);
      if (aim) this.scroll(node, Math.round(aim.at.x), Math.round(aim.at.y));
    }
    this.#due.clear();
  }
}
