import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeWebSocket } from "../../packages/socket/test/fake-web-socket";
import { DEFINE, type Define } from "../src/host";
import { siteRules } from "../src/rules";
import { shown } from "../src/visit/page";
import { tabName } from "../src/visit/tab";
import { fakeHost, fakeMemory, island } from "./fake-host";

let fake: ReturnType<typeof fakeHost>;
const site = { id: "s", name: "Fernway", maskSelectors: [] as string[], liveVisitors: true };
let rules: () => Promise<unknown>;
let asked: string[] = [];
const soon = () => vi.advanceTimersByTimeAsync(1);
const sent = (type: string) => FakeWebSocket.last.sent.filter((frame) => frame.type === type);

async function start(): Promise<void> {
  const define: Define = (_name, begin) => void begin(fake.host);
  (window as unknown as Record<symbol, Define>)[DEFINE] = define;
  vi.resetModules();
  await import("../src/visit/main");
  await soon();
  FakeWebSocket.last.open();
  FakeWebSocket.last.receive({ type: "welcome", protocol: 1 });
  await soon();
}

function ask(request = "r1", lasting = 30_000): void {
  FakeWebSocket.last.receive({
    type: "access.requested",
    request,
    staffName: "Ada",
    reason: "Your order",
    expiresAt: new Date(Date.now() + lasting).toISOString(),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  vi.stubGlobal("WebSocket", FakeWebSocket);
  document.title = "Cart";
  history.replaceState(null, "", "/cart?token=secret#also-secret");
  fake = fakeHost({ siteKey: "site-1" });
  rules = () => Promise.resolve(site);
  fake.host.request = vi.fn((path: string) => (asked.push(path), rules())) as never;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.querySelectorAll("remote-support-ui").forEach((one) => one.remove());
});

describe("a page of a site that shows its visitors", () => {
  it("says its address and title, and nothing that may be secret", async () => {
    await start();

    expect(sent("hello")).toEqual([
      expect.objectContaining({ url: `${location.origin}/cart`, title: "Cart", visible: true }),
    ]);
    expect(JSON.stringify(FakeWebSocket.last.sent)).not.toContain("secret");
  });

  it("says when it became another page, once", async () => {
    await start();
    history.replaceState(null, "", "/pay");
    document.title = "Pay";

    await vi.advanceTimersByTimeAsync(6_000);

    expect(sent("page.changed")).toEqual([
      { type: "page.changed", url: `${location.origin}/pay`, title: "Pay", visible: true },
    ]);
  });

  it("asks who may look, and says Yes only by the button", async () => {
    await start();
    ask();
    await soon();
    expect(island("rs-consent")?.textContent).toContain("Ada");
    expect(island("rs-consent")?.textContent).toContain("Your order");
    expect(sent("access.answer")).toEqual([]);

    island("rs-allow")?.click();

    expect(sent("access.answer")).toEqual([{ type: "access.answer", request: "r1", allowed: true }]);
    expect(island("rs-consent")).toBeNull();
    expect(fake.host.session.enter).not.toHaveBeenCalled();
    FakeWebSocket.last.receive({ type: "access.closed", request: "r1", outcome: "allowed", sessionId: "s1" });
    expect(fake.host.session.enter).toHaveBeenCalledWith("s1");
  });

  it("takes No for No", async () => {
    await start();
    ask();

    island("rs-deny")?.click();
    FakeWebSocket.last.receive({ type: "access.closed", request: "r1", outcome: "denied" });

    expect(sent("access.answer")).toEqual([{ type: "access.answer", request: "r1", allowed: false }]);
    expect(fake.host.session.enter).not.toHaveBeenCalled();
  });

  it("lets a question go that nobody answers, without a word", async () => {
    await start();
    ask("r1", 2_000);
    expect(island("rs-consent")).not.toBeNull();

    await vi.advanceTimersByTimeAsync(2_100);

    expect(island("rs-consent")).toBeNull();
    expect(sent("access.answer")).toEqual([]);
  });

  it("closes the question that another tab has answered, and goes along", async () => {
    await start();
    ask();

    FakeWebSocket.last.receive({ type: "access.closed", request: "r1", outcome: "allowed", sessionId: "s1" });

    expect(island("rs-consent")).toBeNull();
    expect(fake.host.session.enter).toHaveBeenCalledWith("s1");
  });

  it("says when it came to nothing", async () => {
    await start();
    ask();

    FakeWebSocket.last.receive({ type: "access.closed", request: "r1", outcome: "failed", detail: "plan" });
    await vi.advanceTimersByTimeAsync(100);

    expect(fake.tell).toHaveBeenCalledWith("failed");
  });
});

describe("the site's rules", () => {
  it("are asked for by the site's key", async () => {
    expect((await siteRules(fake.host)).liveVisitors).toBe(true);
    expect(asked).toEqual(["visitors/site/site-1"]);
  });

  it("are those of the introduction where they cannot be asked", async () => {
    rules = () => Promise.reject(new Error("away"));

    expect((await siteRules(fake.host)).name).toBe("Fernway");
  });
});

describe("what is told of a page", () => {
  it("leaves a private title out, also where a selector cannot be understood", () => {
    document.querySelector("title")?.classList.add("account");

    expect(shown({ ...site, maskSelectors: [".account"] }).title).toBe("");
    expect(shown({ ...site, maskSelectors: ["::::"] }).title).toBe("");
    expect(shown(site).title).toBe("Cart");
  });
});

describe("the name of a tab", () => {
  it("is kept over page loads, and not shared with a duplicate", () => {
    const memory = fakeMemory();
    const name = tabName(memory);
    const duplicate = fakeMemory();
    duplicate.set("visit", memory.get("visit"));

    expect(tabName(duplicate)).not.toBe(name);
    dispatchEvent(new Event("pagehide"));
    expect(tabName(memory)).toBe(name);
    memory.set("visit", { name, at: Date.now() - 60_000 });
    expect(tabName(memory)).not.toBe(name);
  });
});
