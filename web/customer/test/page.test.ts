import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refused, type Host } from "@remote-support/sdk/host";
import { Door } from "../src/page/door";
import { list } from "../src/page/list";
import { pageHost } from "../src/page/host";
import { clear, FakePage, settle } from "./fake-host";

const page = {
  accessToken: "token-1",
  expiresIn: 300,
  customer: { id: "v", name: "Grace", kind: "customer" as const },
  site: { id: "s", name: "Fernway", origins: ["https://shop.example"] },
};

const calls: { path: string; init: RequestInit }[] = [];
let answers: Record<string, { status?: number; body: unknown }[]>;

function serve(path: string, ...given: { status?: number; body: unknown }[]): void {
  answers[path] = given;
}

beforeEach(() => {
  answers = {};
  calls.length = 0;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    calls.push({ path, init });
    const given = answers[path] ?? [];
    const { status = 200, body } = (given.length > 1 ? given.shift() : given[0]) ?? { status: 404, body: {} };
    return Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) });
  });
  sessionStorage.clear();
  history.replaceState(null, "", "/my");
});

afterEach(() => {
  clear();
  vi.unstubAllGlobals();
});

const door = (closed = vi.fn(), changed = vi.fn()) => new Door(closed, changed);
const tokens = () => calls.map(({ init }) => (init.headers as Record<string, string>).Authorization);

describe("the way in", () => {
  it("takes the code out of the address at once, and keeps where the customer came from", async () => {
    history.replaceState(null, "", "/my#code=secret&from=https%3A%2F%2Fshop.example%2Fcart&lang=de");
    vi.resetModules();

    const { arrival } = await import("../src/page/arrival");

    expect(arrival).toEqual({ code: "secret", from: "https://shop.example/cart" });
    expect(location.href).not.toContain("secret");
    expect(document.documentElement.lang).toBe("de");
    document.documentElement.lang = "";
  });

  it("leads back to the site's own pages only", async () => {
    history.replaceState(null, "", "/my#from=https%3A%2F%2Fevil.example%2F");
    vi.resetModules();
    const { wayBack, originOf } = await import("../src/page/outside");

    expect(wayBack(page.site)).toBe("https://shop.example");
    expect(originOf("javascript:alert(1)")).toBe("");
  });

  it("exchanges the code, and afterwards goes by the cookie", async () => {
    serve("/api/my/entries", { body: page });
    serve("/api/my/refresh", { body: page });

    await door().enter("secret");
    await door().enter(undefined);

    expect(calls.map(({ path, init }) => [path, init.body])).toEqual([
      ["/api/my/entries", '{"code":"secret"}'],
      ["/api/my/refresh", null],
    ]);
  });

  it("takes a fresh token where one was refused, and says when the page was closed", async () => {
    const closed = vi.fn();
    const open = door(closed);
    serve("/api/my/entries", { body: page });
    serve(
      "/api/my/refresh",
      { body: { ...page, accessToken: "token-2" } },
      { status: 401, body: { code: "page-closed" } },
    );
    serve("/api/cases", { status: 401, body: {} }, { body: { items: [] } }, { status: 401, body: {} });
    await open.enter("secret");
    const host = pageHost(open, page, vi.fn());
    calls.length = 0;

    await host.request("cases");
    expect(tokens()).toEqual(["Bearer token-1", undefined, "Bearer token-2"]);
    await expect(host.request("cases")).rejects.toBeInstanceOf(Refused);

    expect(closed).toHaveBeenCalledOnce();
  });

  it("begins anew when somebody else has come in by another tab", async () => {
    const changed = vi.fn();
    const open = door(vi.fn(), changed);
    serve("/api/my/entries", { body: page });
    serve("/api/my/refresh", { body: { ...page, customer: { ...page.customer, id: "other" } } });
    await open.enter("secret");

    await open.token(true);

    expect(changed).toHaveBeenCalledOnce();
  });
});

describe("the list", () => {
  const past = {
    id: "11111111-1111-1111-1111-111111111111",
    number: 7,
    state: "ended",
    staff: { name: "Alex" },
    site: { id: "s", name: "Fernway" },
    subject: null,
    requestedAt: "2026-01-01T10:00:00Z",
    connectedAt: "2026-01-01T10:01:00Z",
    endedAt: new Date(Date.now() - 3_600_000).toISOString(),
    durationSeconds: 3_900,
    channels: ["chat"],
    rating: null,
  };

  async function shown(given: object): Promise<HTMLElement> {
    const host = new FakePage(given as Record<string, unknown>).host as Host;
    const all = list(host, "Fernway", { back: () => null, start: vi.fn() });
    document.body.replaceChildren(all.element);
    await all.load();
    await settle();
    return all.element;
  }

  it("says what will be here while there is nothing", async () => {
    const element = await shown({ sessions: { items: [] }, cases: { items: [] } });

    expect(element.textContent).toContain("When you chat with Fernway, you find everything here again");
  });

  it("shows what is open, tickets and what is past, with who helped, how long, and what can be rated", async () => {
    const element = await shown({
      sessions: { items: [{ ...past, id: "2", state: "queued", staff: null, endedAt: null, connectedAt: null }, past] },
      cases: {
        items: [
          { id: "c", number: 3, title: "Broken pot", status: "open", openedAt: past.requestedAt, sessions: [past] },
        ],
      },
    });

    expect(element.textContent).toMatch(
      /Open.*Waiting.*Tickets.*Broken pot.*Ticket no. 3.*1 chat.*Past.*Chat with Alex/s,
    );
    expect(element.querySelector("section:last-of-type")?.textContent).toMatch(
      /^PastChat with Alex[^·]*[AP]M1 hr 5 minRate it$/,
    );
    expect(element.querySelector("section:last-of-type a")?.getAttribute("href")).toBe(`/my/${past.id}`);
  });

  it("says where it was and who helped, where the title and the page do not", async () => {
    const elsewhere = { ...past, subject: "Broken pot", site: { id: "other", name: "Fernway wholesale" } };
    const element = await shown({ sessions: { items: [elsewhere] }, cases: { items: [] } });

    expect(element.textContent).toContain("Fernway wholesale · Helped by Alex · 1 hr 5 min");
  });

  it("says so when it cannot be read, and tries again", async () => {
    const given: Record<string, unknown> = { cases: { items: [] } };
    const element = await shown(given);
    expect(element.textContent).toContain("There is nothing.");

    given.sessions = { items: [past] };
    element.querySelector("button")?.click();
    await settle();

    expect(element.textContent).toContain("Chat with Alex");
  });
});
