import { beforeEach, describe, expect, it, vi } from "vitest";
import { Access } from "../src/api/access";
import { ApiClient } from "../src/api/client";
import { Problem } from "../src/api/problem";

const USER = { id: "u1", name: "Ada", email: "ada@example.com", role: "support", kind: "staff", organisation: null };

/** Locks as a browser has them: one holder per name, in order of asking. */
class Locks {
  #tail: Promise<unknown> = Promise.resolve();
  #held = 0;

  request = async (_name: string, options: unknown, work?: unknown): Promise<unknown> => {
    const run = (work ?? options) as (lock: unknown) => Promise<unknown>;
    const ifAvailable = work !== undefined && (options as { ifAvailable?: boolean }).ifAvailable;
    if (ifAvailable && this.#held > 0) return run(null);
    this.#held++;
    const turn = this.#tail.then(() => run({}));
    this.#tail = turn.catch(() => undefined);
    return turn.finally(() => this.#held--);
  };
}

/** Every tab hears what the others say, a moment later. */
class Channel {
  static all: Channel[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor() {
    Channel.all.push(this);
  }
  postMessage(data: unknown) {
    for (const other of Channel.all) if (other !== this) setTimeout(() => other.onmessage?.({ data }), 1);
  }
}

let refreshes = 0;
let fetched: { path: string; init: RequestInit }[] = [];

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });
}

function serve(other: (path: string, init: RequestInit) => Response): void {
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    fetched.push({ path, init });
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (path === "/api/auth/refresh") {
      return answer(200, { accessToken: `token-${++refreshes}`, expiresIn: 300, user: USER });
    }
    return other(path, init);
  });
}

beforeEach(() => {
  refreshes = 0;
  fetched = [];
  Channel.all = [];
  vi.stubGlobal("BroadcastChannel", Channel);
  vi.stubGlobal("navigator", { locks: new Locks() });
});

describe("Access", () => {
  it("refreshes once for many calls at the same time", async () => {
    serve(() => answer(200, { ok: true }));
    const api = new ApiClient(new Access());

    await Promise.all([api.get("/api/a"), api.get("/api/b"), api.get("/api/c")]);

    expect(refreshes).toBe(1);
    const tokens = fetched.slice(1).map(({ init }) => (init.headers as Record<string, string>).Authorization);
    expect(tokens).toEqual(["Bearer token-1", "Bearer token-1", "Bearer token-1"]);
  });

  it("refreshes once for two tabs: the second takes the token of the first", async () => {
    serve(() => answer(200, {}));
    const [here, there] = [new Access(), new Access()];

    const [first, second] = await Promise.all([here.token(), there.token()]);

    expect(refreshes).toBe(1);
    expect(second.token).toBe(first.token);
  });

  it("asks with the header that no foreign form can send", async () => {
    serve(() => answer(200, {}));

    await new Access().refresh();

    expect((fetched[0]?.init.headers as Record<string, string>)["X-CSRF"]).toBe("1");
  });

  it("tries a call again with a fresh token when the old one is refused", async () => {
    serve((_path, init) =>
      (init.headers as Record<string, string>).Authorization === "Bearer token-1"
        ? answer(401, { title: "Sign in again", code: "token" })
        : answer(200, { seen: true }),
    );
    const api = new ApiClient(new Access());

    const seen = await api.get<{ seen: boolean }>("/api/thing");

    expect(seen).toEqual({ seen: true });
    expect(refreshes).toBe(2);
  });

  it("signs all tabs out when one signs out", async () => {
    serve(() => new Response(null, { status: 204 }));
    const [here, there] = [new Access(), new Access()];
    await here.token();
    await vi.waitFor(() => expect(there.signIn().status).toBe("in"));

    await here.logout();

    await vi.waitFor(() => expect(there.signIn().status).toBe("out"));
    expect(here.signIn().status).toBe("out");
  });

  it("tells the server whether a person did something since the last time, in whatever tab", async () => {
    serve(() => answer(200, {}));
    const access = new Access();
    const active = () => JSON.parse(fetched.at(-1)?.init.body as string) as unknown;

    await access.refresh();
    expect(active()).toEqual({ active: true });
    await access.refresh();
    expect(active()).toEqual({ active: false });
    localStorage.setItem("remote-support.active-at", String(Date.now() + 1));
    await access.refresh();

    expect(active()).toEqual({ active: true });
  });

  it("knows until when one stays signed in, and says why it ended", async () => {
    const idleEndsAt = "2026-03-01T10:30:00Z";
    let ended = false;
    vi.stubGlobal("fetch", () =>
      Promise.resolve(
        ended
          ? answer(401, { code: "session-idle", title: "You were signed out." })
          : answer(200, { accessToken: "t", expiresIn: 300, user: USER, idleEndsAt }),
      ),
    );
    const access = new Access();

    await access.refresh();
    expect(access.ends()).toMatchObject({ idle: Date.parse(idleEndsAt), session: Infinity });
    ended = true;
    await access.refresh().catch(() => undefined);

    expect(access.signIn()).toEqual({ status: "out", because: "You were signed out." });
  });

  it("asks for nothing on the first visit of a browser", async () => {
    serve(() => answer(200, {}));
    const access = new Access();

    await access.start();

    expect(access.signIn().status).toBe("out");
    expect(fetched).toEqual([]);
  });
});

describe("ApiClient", () => {
  it("turns a problem into words with the id that is in the log", async () => {
    serve(() =>
      answer(409, {
        title: "Somebody else has this session.",
        detail: "Ada took it.",
        code: "already-assigned",
        id: "x7",
      }),
    );
    const api = new ApiClient(new Access());

    const failure = await api.post("/api/sessions/assign", {}).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ status: 409, code: "already-assigned", detail: "Ada took it.", id: "x7" });
  });

  it("keeps the server's retry hint", async () => {
    serve(() => answer(503, {}, { "Retry-After": "3" }));

    const failure = await new ApiClient(new Access()).get("/api/x").catch((error: unknown) => error);

    expect(failure).toMatchObject({ status: 503, retryAfter: 3000 });
  });

  it("says that the server cannot be reached", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));

    const failure = await new ApiClient(new Access()).get("/api/x", { open: true }).catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: "unreachable", unreachable: true });
  });

  it("leaves empty values out of the query", async () => {
    serve(() => answer(200, {}));

    await new ApiClient(new Access()).get("/api/sessions", {
      open: true,
      query: { q: "", state: "active", after: undefined },
    });

    expect(fetched.at(-1)?.path).toBe("/api/sessions?state=active");
  });
});
