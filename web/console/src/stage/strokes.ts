/** Milliseconds for which a line stays, and then takes to fade. */
const STAYS = 3_000;
const FADES = 1_200;

interface Stroke {
  key: number;
  from: string;
  /** x and y in turn, in CSS pixels of the customer's viewport. */
  points: number[];
  until: number;
}

/** The lines on a page, each until it has faded. */
export class Strokes {
  #all: Stroke[] = [];
  #next = 0;
  readonly #changes = new Set<() => void>();

  subscribe(change: () => void): () => void {
    this.#changes.add(change);
    return () => this.#changes.delete(change);
  }

  draw(from: string, begins: boolean, points: readonly number[], now = Date.now()): void {
    const last = this.#all.findLast((stroke) => stroke.from === from);
    if (begins || !last) this.#all.push({ key: ++this.#next, from, points: [...points], until: now + STAYS });
    else {
      last.points.push(...points);
      last.until = now + STAYS;
    }
    for (const change of this.#changes) change();
  }

  at(now: number): { key: number; points: number[]; opacity: number }[] {
    this.#all = this.#all.filter(({ until }) => now < until + FADES);
    return this.#all.map(({ key, points, until }) => ({
      key,
      points,
      opacity: Math.min(1, 1 - (now - until) / FADES),
    }));
  }
}
