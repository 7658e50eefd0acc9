/** Milliseconds of the page's main thread that the recorder may use in a second. */
const BUDGET = 50;

/** `live`: everything at once. `coarse`: changes twice a second. `outline`: boxes instead of the page. */
export type Mode = "live" | "coarse" | "outline";

/** Seconds over the budget after which it goes down, and well below it after which it goes up again. */
const DOWN = 2;
const UP = 5;

/** An outline stays for twice this long at first; each time that it was not long enough, twice as long again. */
const REST = 5;
const LONGEST_REST = 80;

/**
 * Changes in a second with which a page may count as calm, and how many seconds of a busier one count as one of those: each
 * look costs a whole picture, so it is for those where it is likely to help.
 */
const CALM = 200;
const UNLIKELY = 8;

/** Keeps the recorder's share of the main thread small: it measures what it uses, and shows less while it is too much. */
export class Budget {
  mode: Mode = "live";
  /** Of the last second. */
  used = 0;
  private over = 0;
  private under = 0;
  private rest = REST;

  constructor(private readonly changed: (mode: Mode) => void) {}

  /** Once a second, with what was used in it, and what the page has changed. */
  second(used: number, changes = 0): void {
    this.used = used;
    if (used > BUDGET) {
      this.over += used > 4 * BUDGET ? DOWN : 1;
      this.under = 0;
    } else {
      this.over = 0;
      if (this.mode === "outline") this.under += changes > CALM ? 1 / UNLIKELY : 1;
      else if (used < BUDGET / 2) this.under++;
    }
    if (this.mode === "outline") {
      // Whether the page has calmed down can only be found out by looking.
      if (this.under >= this.rest) this.enter("coarse");
    } else if (this.over >= DOWN) {
      if (this.mode === "coarse") this.rest = Math.min(this.rest * 2, LONGEST_REST);
      this.enter(this.mode === "live" ? "coarse" : "outline");
    } else if (this.mode === "coarse" && this.under >= UP) {
      this.rest = REST;
      this.enter("live");
    }
  }

  /** A page that is too large to be written down at all: until it is another. */
  outline(): void {
    this.rest = Infinity;
    this.enter("outline");
  }

  /** The page is no longer too large. */
  again(): void {
    this.rest = REST;
    this.enter("coarse");
  }

  private enter(mode: Mode): void {
    this.over = this.under = 0;
    this.mode = mode;
    this.changed(mode);
  }
}
