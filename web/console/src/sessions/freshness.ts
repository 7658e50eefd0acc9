import type { ConsoleFromServer } from "@remote-support/protocol";
import type { QueryClient } from "@tanstack/react-query";
import { afterSound, awaitSound } from "../call/first-sound";

/** Many changes at once become one refetch. In milliseconds. */
const GATHER = 250;

/** Where changes never stop, lists are refetched this seldom: each console of a large desk hears of everything. In milliseconds. */
const LONGEST = 2_000;

/** When a session ends for want of anything happening, as long as that is announced. */
export const idleKey = (sessionId: string) => ["idle", sessionId] as const;

/** Turns news into refetches of what is on the screen. */
export class Freshness {
  /** What concerns one session, or this member of the staff. */
  readonly #near = new Gathering(GATHER, (key) => this.#refetch(key));
  /** What shows all of them. */
  readonly #lists = new Gathering(LONGEST, (key) => this.#refetch(key));

  constructor(
    private readonly client: QueryClient,
    private readonly me: string,
  ) {}

  hear(news: ConsoleFromServer): void {
    switch (news.type) {
      case "welcome": // what changed while the socket was away was not told
        for (const key of ["sessions", "session", "queue", "desk", "tail", "calls"]) this.#near.soon([key]);
        break;
      case "session.changed":
        (news.staffId === this.me ? this.#near : this.#lists).soon(["sessions"]);
        this.#near.soon(["session", news.sessionId]);
        this.#lists.soon(["desk"]);
        this.#lists.soon(["queue", "board"]);
        break;
      case "chat.posted":
        this.#near.soon(["tail", news.sessionId]);
        this.client.setQueryData(idleKey(news.sessionId), null);
        break;
      case "call.changed": // whether there is one is among the channels of its session
        if (news.state === "active" && news.staffId === this.me) awaitSound();
        this.#near.soon(["calls"]);
        this.#near.soon(["session", news.sessionId]);
        this.#near.soon(["sessions", "mine"]);
        this.#lists.soon(["desk"]); // and counts as one of somebody's calls
        if (news.state === "queued") this.#lists.soon(["queue", "board"]);
        break;
      case "queue.changed":
        this.client.setQueryData(["queue", "size"], news.waiting);
        this.#lists.soon(["queue", "board"]);
        break;
      case "session.idle":
        this.client.setQueryData(idleKey(news.sessionId), news.endsAt);
        break;
      case "staff.changed":
        this.#lists.soon(["desk"]);
        this.#lists.soon(["queue", "board"]); // it says how many are available
        break;
    }
  }

  #refetch(queryKey: readonly string[]): void {
    void this.client.invalidateQueries({ queryKey });
  }
}

/** Queries that are to be refetched together; the pause before it doubles while there is always something to refetch. */
class Gathering {
  readonly #stale = new Map<string, readonly string[]>();
  #waiting = false;
  #pause = GATHER;
  #refetchedAt = -Infinity;

  constructor(
    private readonly longest: number,
    private readonly refetch: (key: readonly string[]) => void,
  ) {}

  soon(key: readonly string[]): void {
    this.#stale.set(key.join("/"), key);
    if (this.#waiting) return;
    this.#waiting = true;
    const goesOn = Date.now() - this.#refetchedAt < 2 * this.#pause;
    this.#pause = goesOn ? Math.min(2 * this.#pause, this.longest) : GATHER;
    setTimeout(() => afterSound(() => this.#now()), this.#pause);
  }

  #now(): void {
    this.#waiting = false;
    this.#refetchedAt = Date.now();
    const keys = [...this.#stale.values()];
    this.#stale.clear();
    keys.forEach(this.refetch);
  }
}
