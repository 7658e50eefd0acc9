/** How often one part, and how many parts a minute, may be asked for anew. */
const EACH = 2;
const MOST = 20;
const SPAN = 60_000;

/** Asks for the parts of the page that differ, but not for ever: some pages draw what nobody can copy. */
export class Resyncs {
  #asked = new Map<number, number>();
  #count = 0;
  #since = Date.now();

  constructor(private readonly send: (node: number) => void) {}

  ask(node: number): void {
    if (Date.now() - this.#since > SPAN) {
      this.#since = Date.now();
      this.#count = 0;
      this.#asked.clear();
    }
    const times = this.#asked.get(node) ?? 0;
    if (times >= EACH || this.#count >= MOST) return;
    this.#asked.set(node, times + 1);
    this.#count++;
    this.send(node);
  }
}
