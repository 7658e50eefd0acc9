import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFINE, type Define, type Host } from "../src/host";
import { island } from "./fake-host";

interface Call {
  path: string;
  body: Record<string, unknown>;
  token: string | undefined;
}

let calls: Call[];
let answer: (call: Call) => { status?: number; body: object };
const page = window as unknown as { RemoteSupport?: { push(command: unknown[]): void } | unknown[] };
const widget = { open: vi.fn(), close: vi.fn(), toggle: vi.fn(), conversations: vi.fn() };
const panel = { open: vi.fn(), close: vi.fn(), toggle: vi.fn(), conversations: vi.fn() };
const session = { join: vi.fn() };
const call = { ask: vi.fn(() => Promise.resolve()), join: vi.fn() };
const visit = vi.fn();
let host: Host | undefined;

const visitor = (more: object = {}) => ({
  visitorId: "v1",
  visitorKey: "key-1",
  accessToken: "token-1",
  expiresIn: 300,
  name: null,
  kind: "visitor",
  site: { id: "s", name: "Fernway", maskSelectors: [] },
  ...more,
});

async function load(siteKey: string | null = "site-1"): Promise<void> {
  const script = document.createElement("script");
  script.src = "http://support.test/sdk/v1.js";
  if (siteKey) script.dataset.siteKey = siteKey;
  script.dataset.testOpen = "";
  vi.spyOn(document, "currentScript", "get").mockReturnValue(script);
  await import("../src/loader/main");
  await settle();
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Plays the network: a script element that is added loads at once. */
function serveScripts(): void {
  vi.spyOn(document.head, "append").mockImplementation((script) => {
    const name = /sdk\/(\w+)\.js/.exec((script as HTMLScriptElement).src)?.[1];
    const begin = (window as unknown as Record<symbol, Define | undefined>)[DEFINE];
    if (name === "visit") begin?.("visit", (given: Host) => ((host = given), visit()) as undefined);
    if (name === "widget") begin?.("widget", () => widget);
    if (name === "panel") begin?.("panel", () => panel as never);
    if (name === "call") begin?.("call", () => call);
    if (name === "session") begin?.("session", (given: Host) => ((host = given), session as never));
  });
}

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("VERSIONS", { widget: "1", session: "1", recorder: "1", visit: "1" });
  // The loaders of the tests before would bring their islands back.
  vi.stubGlobal(
    "MutationObserver",
    class {
      observe = () => undefined;
      takeRecords = () => [];
    },
  );
  localStorage.clear();
  sessionStorage.clear();
  delete page.RemoteSupport;
  Reflect.deleteProperty(window, DEFINE);
  calls = [];
  answer = () => ({ body: visitor() });
  vi.stubGlobal("fetch", (url: string, init: { method: string; body: string; headers: Record<string, string> }) => {
    const call = {
      path: new URL(url).pathname,
      body: JSON.parse(init.body) as Record<string, unknown>,
      token: init.headers.Authorization,
    };
    calls.push(call);
    const { status = 200, body } = answer(call);
    return Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) });
  });
  serveScripts();
  vi.clearAllMocks();
});

afterEach(() => {
  document.querySelectorAll("remote-support-ui").forEach((one) => one.remove());
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("the loader", () => {
  it("introduces the visitor, shows the button and loads nothing else", async () => {
    await load();

    expect(calls).toMatchObject([{ path: "/api/visitors", body: { siteKey: "site-1" } }]);
    expect(island("rs-launcher")?.ariaLabel).toBe("Chat with Fernway");
    expect(document.head.append).not.toHaveBeenCalled();
  });

  it("is the same visitor on the next page, without asking while the token is good", async () => {
    await load();
    vi.resetModules();
    delete page.RemoteSupport;
    Reflect.deleteProperty(window, DEFINE);
    await load();
    expect(calls).toHaveLength(1);

    const kept = JSON.parse(localStorage.getItem("remote-support:site-1:visitor") ?? "{}") as { until: number };
    localStorage.setItem("remote-support:site-1:visitor", JSON.stringify({ ...kept, until: 0 }));
    vi.resetModules();
    delete page.RemoteSupport;
    Reflect.deleteProperty(window, DEFINE);
    await load();

    expect(calls[1]?.body).toMatchObject({ visitorKey: "key-1" });
  });

  it("does what was queued before it came", async () => {
    page.RemoteSupport = [["identify", "a.b.c"], ["open"]];
    await load();

    expect(calls).toMatchObject([{ body: { identify: "a.b.c" } }]);
    expect(widget.open).toHaveBeenCalledOnce();
  });

  it("takes commands afterwards, too", async () => {
    await load();

    (page.RemoteSupport as { push(command: unknown[]): void }).push(["open"]);
    (page.RemoteSupport as { push(command: unknown[]): void }).push(["identify", "a.b.c"]);
    await settle();

    expect(widget.open).toHaveBeenCalledOnce();
    expect(calls.at(-1)?.body).toMatchObject({ identify: "a.b.c", visitorKey: "key-1" });
  });

  it("goes on as a visitor where the identify token is refused", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    page.RemoteSupport = [["identify", "bad"]];
    answer = ({ body }) =>
      body.identify
        ? { status: 401, body: { detail: "The identify token is not signed for this site." } }
        : { body: visitor() };
    await load();

    expect(island("rs-launcher")).not.toBeNull();
    expect(console.warn).toHaveBeenCalledWith("Remote Support:", "The identify token is not signed for this site.");
  });

  it("joins the open session of this browser at once", async () => {
    localStorage.setItem("remote-support:site-1:session", `"session-1"`);
    await load();

    expect(session.join).toHaveBeenCalledWith("session-1");
  });

  it("brings a script that it is too old to know, for a newer widget", async () => {
    localStorage.setItem("remote-support:site-1:session", '"s1"');
    await load();

    expect(await host?.load("panel")).toBe(panel);
  });

  it("gives up on a script that does not come, and asks for it anew", async () => {
    localStorage.setItem("remote-support:site-1:session", '"s1"');
    await load();
    vi.useFakeTimers();
    const asked = () =>
      vi.mocked(document.head.append).mock.calls.filter(([one]) => /recorder/.test((one as HTMLScriptElement).src));

    const given = host?.load("recorder").catch((problem: Error) => problem.message);
    await vi.advanceTimersByTimeAsync(20_000);
    const again = host?.load("recorder").catch(() => undefined);

    expect(await given).toBe("recorder did not load");
    expect(asked()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(20_000);
    await again;
  });

  it("opens the visitor's own conversations on demand", async () => {
    page.RemoteSupport = [["conversations"]];
    await load();

    expect(widget.conversations).toHaveBeenCalledOnce();
  });

  it("asks for a call on demand, without the chat's window", async () => {
    page.RemoteSupport = [["call"]];
    await load();

    expect(call.ask).toHaveBeenCalledOnce();
    expect(widget.open).not.toHaveBeenCalled();
  });

  it("speaks the language of the page", async () => {
    document.documentElement.lang = "de-AT";
    await load();

    expect(island("rs-launcher")?.ariaLabel).toBe("Chat mit Fernway");
    document.documentElement.lang = "";
  });

  it.each([
    ["visitor", { customerName: "Jo", customerEmail: "jo@example.com" }],
    // The site has said who it is; anything else would be refused.
    ["customer", { customerName: undefined, customerEmail: undefined }],
  ])("starts a session of a %s with what counts of the own words", async (kind, said) => {
    localStorage.setItem("remote-support:site-1:session", `"session-1"`);
    answer = ({ path }) => ({ body: path.endsWith("/start") ? { sessionId: "session-2" } : visitor({ kind }) });
    await load();

    await host?.session.start({ name: "Jo", email: "jo@example.com" });

    const body = calls.at(-1)?.body;
    expect(body).toMatchObject({ userId: "v1" });
    expect({ customerName: body?.customerName, customerEmail: body?.customerEmail }).toEqual(said);
  });

  it("joins and leaves with the other tabs", async () => {
    await load();

    localStorage.setItem("remote-support:site-1:session", `"session-2"`);
    window.dispatchEvent(new Event("storage"));
    await settle();

    expect(session.join).toHaveBeenCalledWith("session-2");
  });

  it("stays invisible where the origin is not allowed, and breaks nothing", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    answer = () => ({ status: 403, body: {} });

    await expect(load()).resolves.toBeUndefined();

    expect(island("rs-launcher")).toBeNull();
  });

  it("comes later when the server is away", async () => {
    vi.useFakeTimers();
    answer = () => ({ status: 503, body: {} });
    const loaded = load();
    await vi.advanceTimersByTimeAsync(100);
    await loaded;
    expect(island("rs-launcher")).toBeNull();

    answer = () => ({ body: visitor() });
    await vi.advanceTimersByTimeAsync(31_000);

    expect(island("rs-launcher")).not.toBeNull();
  });

  it("says what is missing when the tag has no site key, and breaks nothing", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);

    await expect(load(null)).resolves.toBeUndefined();

    expect(warn).toHaveBeenCalledOnce();
  });

  it("works where the browser forbids storage", async () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new Error("denied");
    });
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("denied");
    });

    await load();

    expect(island("rs-launcher")).not.toBeNull();
  });

  it("tells that somebody is there only where the site wants it", async () => {
    await load();

    expect(visit).not.toHaveBeenCalled();
  });

  it("tells that somebody is there where the site wants it", async () => {
    answer = () => ({
      body: visitor({ site: { id: "s", name: "Fernway", maskSelectors: [], liveVisitors: true } }),
    });

    await load();

    expect(visit).toHaveBeenCalledOnce();
  });
});
