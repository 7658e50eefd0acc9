import { isOver, type CallNews } from "./model";

/** A call that rings at this member of the staff. */
export interface RingingCall {
  id: string;
  sessionId: string;
  /** By this browser's clock, in milliseconds. */
  endsAt: number;
  /** A colleague was in it, and is heard until we take it. */
  handed?: boolean;
}

type Known = CallNews & { sessionId: string };

/** Calls that are remembered; of those that are over only so that late news does not bring them back. */
const MOST = 1_000;
/** When the clocks of server and browser differ too much to tell. */
const USUAL = 30_000;
const LONGEST = 310_000;
/** The server waits no longer for somebody who has a call and is not in it. */
const HANDED = 60_000;

/** The calls of the organisation as far as they were told, and which of them ring here. */
export class KnownCalls {
  readonly #known = new Map<string, Known>();
  readonly #listeners = new Set<() => void>();
  #ringing: readonly RingingCall[];

  /** What a colleague handed to us rings on after a reload: nothing tells it anew. */
  constructor(private readonly me: string) {
    this.#ringing = stored(me);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly ringing = (): readonly RingingCall[] => this.#ringing;

  /** Gives false for what is old. */
  hear(call: Known, now = Date.now()): boolean {
    const before = this.#known.get(call.id);
    if (before && before.version >= call.version) return false;
    this.#known.delete(call.id);
    this.#known.set(call.id, call);
    this.#forget();
    this.#ring(call, now);
    return true;
  }

  /** Whether these news bring us a call that a colleague was in; one of which nothing was heard may have been answered by us. */
  isHandedToMe(call: Known): boolean | "perhaps" {
    const before = this.#known.get(call.id);
    if (call.state !== "active" || call.staffId !== this.me) return false;
    if (!before) return "perhaps";
    return before.state === "active" && before.version < call.version && before.staffId !== this.me;
  }

  /** Nobody has taken it yet: it rings here, as no microphone opens without a click. */
  handedToMe({ id, sessionId }: Known, now = Date.now()): void {
    const newest = this.#known.get(id);
    if (newest?.state !== "active" || newest.staffId !== this.me) return; // it has gone on meanwhile
    const others = this.#ringing.filter((one) => one.id !== id);
    this.#become([...others, { id, sessionId, endsAt: now + HANDED, handed: true }]);
  }

  /** It was answered; one that was handed over since then rings on. */
  answered(id: string): void {
    this.#become(this.#ringing.filter((call) => call.id !== id || call.handed));
  }

  /** It was answered or declined here. */
  settled(id: string): void {
    this.#become(this.#ringing.filter((call) => call.id !== id));
  }

  /** Ends those whose time is up. */
  expire(now = Date.now()): void {
    this.#become(this.#ringing.filter((call) => call.endsAt > now));
  }

  #ring(call: Known, now: number): void {
    const others = this.#ringing.filter((one) => one.id !== call.id);
    if (call.state !== "ringing" || call.ringsAt !== "technician" || call.staffId !== this.me) {
      this.#become(others);
      return;
    }
    const left = call.expiresAt ? Date.parse(call.expiresAt) - now : NaN;
    const endsAt = now + (left > 0 && left <= LONGEST ? left : USUAL);
    this.#become([...others, { id: call.id, sessionId: call.sessionId, endsAt }]);
  }

  #forget(): void {
    if (this.#known.size <= MOST) return;
    const calls = [...this.#known.values()];
    const oldest = calls.find(({ state }) => isOver(state)) ?? calls[0];
    if (oldest) this.#known.delete(oldest.id);
  }

  #become(ringing: readonly RingingCall[]): void {
    if (ringing.length === 0 && this.#ringing.length === 0) return;
    if (ringing.length === this.#ringing.length && ringing.every((call, index) => call === this.#ringing[index]))
      return;
    this.#ringing = ringing;
    store(
      this.me,
      ringing.filter(({ handed }) => handed),
    );
    for (const listener of this.#listeners) listener();
  }
}

const nameOf = (me: string) => `remote-support.handed.${me}`;

function store(me: string, handed: readonly RingingCall[]): void {
  if (handed.length > 0) sessionStorage.setItem(nameOf(me), JSON.stringify(handed));
  else sessionStorage.removeItem(nameOf(me));
}

function stored(me: string): RingingCall[] {
  try {
    const handed = JSON.parse(sessionStorage.getItem(nameOf(me)) ?? "[]") as RingingCall[];
    return handed.filter(({ endsAt }) => endsAt > Date.now());
  } catch {
    return [];
  }
}
