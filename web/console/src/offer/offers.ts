export interface Offer {
  sessionId: string;
  /** By this browser's clock, in milliseconds. */
  endsAt: number;
  /** How long it lasts in all. */
  lasts: number;
}

const SHORTEST = 2_000;
const LONGEST = 310_000;
/** When the clocks of server and browser differ too much to tell. */
const USUAL = 20_000;

/** What is offered to this member of the staff right now. */
export class Offers {
  #offers: readonly Offer[] = [];
  readonly #listeners = new Set<() => void>();
  /** Those that were answered here: late news must not bring them back. */
  readonly #settled = new Map<string, number>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly list = (): readonly Offer[] => this.#offers;

  offered(sessionId: string, expiresAt: string | null | undefined, now = Date.now()): void {
    if ((this.#settled.get(sessionId) ?? 0) > now) return;
    if (this.#offers.some((offer) => offer.sessionId === sessionId)) return;
    const left = expiresAt ? Date.parse(expiresAt) - now : NaN;
    const lasts = left >= SHORTEST && left <= LONGEST ? left : USUAL;
    this.#become([...this.#offers, { sessionId, endsAt: now + lasts, lasts }]);
  }

  /** It was answered here: whatever is still told of this offer is old. */
  answered(sessionId: string, now = Date.now()): void {
    this.#settled.set(sessionId, now + 3_000);
    this.over(sessionId);
  }

  over(sessionId: string): void {
    if (!this.#offers.some((offer) => offer.sessionId === sessionId)) return;
    this.#become(this.#offers.filter((offer) => offer.sessionId !== sessionId));
  }

  /** Ends those whose time is up. */
  expire(now = Date.now()): void {
    if (this.#offers.every((offer) => offer.endsAt > now)) return;
    this.#become(this.#offers.filter((offer) => offer.endsAt > now));
  }

  #become(offers: readonly Offer[]): void {
    this.#offers = offers;
    for (const listener of this.#listeners) listener();
  }
}
