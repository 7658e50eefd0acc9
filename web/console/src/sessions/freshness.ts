import type { ConsoleFromServer } from "@remote-support/protocol";
import type { QueryClient } from "@tanstack/react-query";
import { afterSound, awaitSound } from "../call/first-sound";

/** Many changes at once become one refetch. In milliseconds. */
const GATHER = 250;

/** When a session ends for want of anything happening, as long as that is announced. */
export const idleKey = (sessionId: string) => ["idle", sessionId] as const;

/** Turns news into refetches of what is on the screen. */
export class Freshness {
  #gathering = false;
  readonly #stale = new Map<string, readonly string[]>();

  constructor(
    private readonly client: QueryClient,
    private readonly me: string,
  ) {}

  hear(news: ConsoleFromServer): void {
    switch (news.type) {
      case "welcome": // what changed while the socket was away was not told
        for (const key of ["sessions", "session", "queue", "desk", "tail", "calls"]) this.#soon([key]);
        break;
      case "session.changed":
        this.#soon(["sessions"]);
        this.#soon(["session", news.sessionId]);
        this.#soon(["desk"]);
        this.#soon(["queue", "board"]);
        break;
      case "chat.posted":
        this.#soon(["tail", news.sessionId]);
        this.client.setQueryData(idleKey(news.sessionId), null);
        break;
      case "call.changed": // whether there is one is among the channels of its session
        if (news.state === "active" && news.staffId === this.me) awaitSound();
        this.#soon(["calls"]);
        this.#soon(["session", news.sessionId]);
        this.#soon(["sessions", "mine"]);
        this.#soon(["desk"]); // and counts as one of somebody's calls
        if (news.state === "queued") this.#soon(["queue", "board"]);
        break;
      case "queue.changed":
        this.client.setQueryData(["queue", "size"], news.waiting);
        this.#soon(["queue", "board"]);
        break;
      case "session.idle":
        this.client.setQueryData(idleKey(news.sessionId), news.endsAt);
        break;
      case "staff.changed":
        this.#soon(["desk"]);
        this.#soon(["queue", "board"]); // it says how many are available
        break;
    }
  }

  #soon(key: readonly string[]): void {
    this.#stale.set(key.join("/"), key);
    if (this.#gathering) return;
    this.#gathering = true;
    setTimeout(() => afterSound(() => this.#refetch()), GATHER);
  }

  #refetch(): void {
    this.#gathering = false;
    const keys = [...this.#stale.values()];
    this.#stale.clear();
    for (const queryKey of keys) void this.client.invalidateQueries({ queryKey });
  }
}
