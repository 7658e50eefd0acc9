import { lastActive } from "../auth/activity";
import type { User } from "./model";
import { Problem, problemOf, unreachable } from "./problem";

interface Grant {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
  user: User;
  /** When the sign-in ends if nothing is done until then. */
  idleEndsAt?: string | null;
  /** When it ends whatever is done. */
  sessionEndsAt?: string | null;
}

interface Held {
  token: string;
  expiresAt: number;
  user: User;
  ends: Ends;
}

/** How long somebody stays signed in, in milliseconds; what is unknown never comes. */
export interface Ends {
  idle: number;
  session: number;
  /** When the server said so. */
  toldAt: number;
}

type Word = { type: "held"; held: Held } | { type: "out" };

export type SignIn = { status: "starting" } | { status: "in"; user: User } | { status: "out"; because?: string };

/** Marks that this browser has signed in before, so that a first visit asks for no refresh. */
const REMEMBERED = "remote-support.signed-in";
/** Why the server ends a sign-in by itself. */
const ENDED = ["session-idle", "session-over"];
const LOCK = "remote-support.refresh";
/** A token is renewed this long before it ends, so that no call meets its end on the way. */
const SPARE = 20_000;

/**
 * The access token, kept in memory only. The refresh cookie changes at every use, so all tabs of
 * the browser share one refresh at a time: a tab that waited takes the token the other one got.
 */
export class Access {
  #held?: Held;
  #signIn: SignIn = { status: "starting" };
  #refreshing?: Promise<Held>;
  readonly #listeners = new Set<() => void>();
  readonly #tabs = new BroadcastChannel("remote-support.access");

  constructor() {
    this.#tabs.onmessage = (event: MessageEvent<Word>) => {
      if (event.data.type === "out") this.#forget();
      else this.#hold(event.data.held);
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly signIn = (): SignIn => this.#signIn;

  readonly ends = (): Ends | undefined => this.#held?.ends;

  /** Finds out whether this browser is signed in already. */
  async start(): Promise<void> {
    if (!localStorage.getItem(REMEMBERED)) return this.#forget();
    try {
      await this.refresh();
    } catch (error) {
      if (this.#signIn.status !== "out") throw error;
    }
  }

  async login(email: string, password: string): Promise<User> {
    return this.#accept(await post("/api/auth/login", { email, password })).user;
  }

  async logout(): Promise<void> {
    try {
      await alone(() => post("/api/auth/logout"));
    } finally {
      this.#tabs.postMessage({ type: "out" } satisfies Word);
      this.#forget();
    }
  }

  /** A token with some life left. */
  async token(): Promise<{ token: string; expiresAt: number }> {
    const held = this.#held;
    return held && held.expiresAt - Date.now() > SPARE ? held : this.refresh();
  }

  /** A newer token than `rejected`, whoever fetches it. */
  refresh(rejected = this.#held?.token): Promise<Held> {
    if (this.#held && this.#held.token !== rejected && this.#held.expiresAt - Date.now() > SPARE) {
      return Promise.resolve(this.#held);
    }
    this.#refreshing ??= this.#refreshAlone(rejected).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refreshAlone(rejected: string | undefined): Promise<Held> {
    return alone(async (waited) => {
      if (waited) await new Promise((resolve) => setTimeout(resolve, 30)); // the other tab's word is on its way
      const held = this.#held;
      return waited && held && held.token !== rejected ? held : this.#fetchNewer();
    });
  }

  async #fetchNewer(): Promise<Held> {
    try {
      return this.#accept(await post("/api/auth/refresh", { active: this.#wasActive() }));
    } catch (error) {
      if (error instanceof Problem && (error.status === 401 || error.status === 403)) {
        this.#forget(ENDED.includes(error.code) ? error.title : undefined);
      }
      throw error;
    }
  }

  /** Opening the page is something that a person does; after that only what they do in it counts. */
  #wasActive(): boolean {
    return !this.#held || lastActive() > this.#held.ends.toldAt;
  }

  #accept(grant: Grant): Held {
    const now = Date.now();
    const held = {
      token: grant.accessToken,
      expiresAt: now + grant.expiresIn * 1000,
      user: grant.user,
      ends: { idle: momentOf(grant.idleEndsAt), session: momentOf(grant.sessionEndsAt), toldAt: now },
    };
    this.#tabs.postMessage({ type: "held", held } satisfies Word);
    this.#hold(held);
    return held;
  }

  #hold(held: Held): void {
    localStorage.setItem(REMEMBERED, "1");
    this.#held = held;
    const known = this.#signIn.status === "in" ? JSON.stringify(this.#signIn.user) : "";
    if (known !== JSON.stringify(held.user)) this.#say({ status: "in", user: held.user });
  }

  #forget(because?: string): void {
    localStorage.removeItem(REMEMBERED);
    this.#held = undefined;
    if (this.#signIn.status !== "out") this.#say({ status: "out", because });
  }

  #say(signIn: SignIn): void {
    this.#signIn = signIn;
    for (const listener of this.#listeners) listener();
  }
}

function momentOf(time: string | null | undefined): number {
  return time ? Date.parse(time) : Infinity;
}

/** Runs `work` while no other tab runs it, and says whether that took waiting. */
async function alone<T>(work: (waited: boolean) => Promise<T>): Promise<T> {
  // Browsers offer locks on HTTPS and localhost only; elsewhere the tabs go without.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return work(false);
  const free = await locks.request(LOCK, { ifAvailable: true }, async (lock) =>
    lock ? { value: await work(false) } : undefined,
  );
  return free ? free.value : locks.request(LOCK, () => work(true));
}

/** Calls that use the refresh cookie: same origin, with the header that no foreign form can send. */
async function post(path: string, body?: unknown): Promise<Grant> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF": "1" },
      body: JSON.stringify(body ?? {}),
    });
  } catch {
    throw unreachable();
  }
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as Grant;
}
