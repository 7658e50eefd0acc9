import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeWebSocket } from "../../packages/socket/test/fake-web-socket";
import { island } from "./fake-host";
import {
  ME,
  TECHNICIAN,
  ask,
  begin,
  changed,
  fake,
  finish,
  grant,
  join,
  leave,
  sent,
  soon,
  told,
  welcome,
} from "./joined";

beforeEach(begin);
afterEach(finish);

describe("a page of ours", () => {
  it("is neither shown to anybody nor asked about, whatever was granted for the site", async () => {
    await join({ unshared: true });
    welcome(grant("view", "control"), 1);
    ask("control");
    await soon();

    expect(island("rs-consent")).toBeNull();
    expect(fake.host.load).not.toHaveBeenCalled();
    expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ state: "active", shared: false }));
  });
});

describe("consent", () => {
  it("asks who, what and why, and tells the answer", () => {
    welcome();
    ask("view");

    const dialog = island("rs-consent");
    expect(dialog?.textContent).toContain("Support access requested");
    expect(dialog?.textContent).toContain("Alex from Fernway would like to see this website");
    expect(dialog?.textContent).toContain("To help");
    island("rs-allow")?.click();

    expect(sent("grant.answer")).toEqual([{ type: "grant.answer", request: "r1", allowed: true }]);
    expect(island("rs-consent")).toBeNull();
  });

  it("is asked in the language of the page", () => {
    document.documentElement.lang = "de";
    welcome();
    ask("control");

    expect(island("rs-consent")?.textContent).toContain("Alex von Fernway möchte auf dieser Website");
    expect(island("rs-allow")?.textContent).toBe("Ja, erlauben");
    document.documentElement.lang = "";
  });

  it("is refused by No and by Escape", () => {
    welcome();
    ask("view", "r1");
    island("rs-deny")?.click();
    ask("control", "r2");
    island("rs-consent")?.dispatchEvent(new Event("cancel", { cancelable: true }));

    expect(sent("grant.answer").map(({ allowed }) => allowed)).toEqual([false, false]);
  });

  it("asks for one capability at a time, in order", () => {
    welcome();
    ask("view", "r1");
    ask("control", "r2");

    expect(island("rs-consent")?.textContent).toContain("see this website");
    island("rs-allow")?.click();

    expect(island("rs-consent")?.textContent).toContain("click and type");
  });

  it("closes when it was answered in another tab or ran out", () => {
    welcome();
    ask("view");

    changed([], { request: "r1", outcome: "refused", capability: "view" });

    expect(island("rs-consent")).toBeNull();
    expect(sent("grant.answer")).toEqual([]);
  });

  it("does not stay open over a broken connection", () => {
    welcome();
    ask("view");

    FakeWebSocket.last.break();

    expect(island("rs-consent")).toBeNull();
  });
});

describe("waiting", () => {
  const position = { type: "queue.position", position: 3, expectedWaitSeconds: 240, staffAvailable: true };
  const standing = () => told.mock.lastCall?.[0];

  it("is told with its place, without the recorder, until somebody comes", () => {
    welcome();
    FakeWebSocket.last.receive({ type: "session.changed", state: "queued" });

    FakeWebSocket.last.receive(position);
    expect(standing()?.waiting).toMatchObject({ position: 3, expectedWaitSeconds: 240, staffAvailable: true });
    FakeWebSocket.last.receive({ type: "session.changed", state: "offered" });
    FakeWebSocket.last.receive({ ...position, position: 0 });
    expect(standing()?.waiting?.position).toBe(0);
    FakeWebSocket.last.receive({ type: "session.changed", state: "active" });

    expect(standing()).toMatchObject({ state: "active", waiting: undefined });
    expect(fake.host.load).not.toHaveBeenCalled();
  });

  it("names a technician once who loads the console anew", () => {
    welcome();

    FakeWebSocket.last.receive({ type: "participant.joined", participant: { ...TECHNICIAN, id: "again" } });

    expect(standing()?.technicians).toEqual([TECHNICIAN.name]);
  });

  it("forgets an old place with the connection", () => {
    welcome();
    FakeWebSocket.last.receive(position);

    welcome();

    expect(standing()?.waiting).toBeUndefined();
  });

  it("tells when the session is about to end by itself", () => {
    welcome();

    FakeWebSocket.last.receive({ type: "session.idle", endsAt: "2026-01-01T10:00:00Z" });

    expect(standing()?.idleEndsAt).toBe("2026-01-01T10:00:00Z");
  });
});

describe("the bar", () => {
  it("is there while anything is granted and says what", () => {
    welcome();
    const frame = () => island("rs-bar")?.parentElement;
    expect(frame()?.hidden).toBe(true);

    changed(grant("view"));
    expect(frame()?.hidden).toBe(false);
    expect(island("rs-bar")?.textContent).toContain("Alex can see this page");
    changed(grant("view", "control"));
    expect(island("rs-bar")?.textContent).toContain("see, click and type");
    changed([]);
    expect(frame()?.hidden).toBe(true);
  });

  it("stops all at once: here first, then at the others", async () => {
    welcome(grant("view", "control"), 1);
    await soon();
    fake.recorder.stop.mockClear();

    island("rs-stop")?.click();

    expect(fake.recorder.stop).toHaveBeenCalled();
    expect(island("rs-bar")?.parentElement?.hidden).toBe(true);
    expect(sent("grant.revoke").map(({ capability }) => capability)).toEqual(["view", "control"]);
  });

  it("stops without a connection, too, and tells it as soon as there is one", async () => {
    welcome(grant("view"), 1);
    await soon();
    FakeWebSocket.last.break();

    island("rs-stop")?.click();
    expect(island("rs-bar")?.parentElement?.hidden).toBe(true);
    await vi.advanceTimersByTimeAsync(400);
    fake.recorder.start.mockClear();
    welcome(grant("view"), 1);

    expect(sent("grant.revoke")).toHaveLength(1);
    expect(fake.recorder.start).not.toHaveBeenCalled();
  });

  it("remembers the stop over a reload until it is acknowledged", async () => {
    welcome(grant("view"), 1);
    FakeWebSocket.last.break();
    island("rs-stop")?.click();

    await join();
    welcome(grant("view"), 1);

    expect(island("rs-bar")?.parentElement?.hidden).toBe(true);
    expect(sent("grant.revoke")).toHaveLength(1);
    changed([], { outcome: "revoked", capability: "view" });
    changed(grant("view"), { outcome: "given", capability: "view", request: "r2" });
    expect(island("rs-bar")?.parentElement?.hidden).toBe(false);
  });

  it("also stops what was said Yes to a moment before", () => {
    welcome(grant("view"), 1);
    ask("control");
    island("rs-allow")?.click();
    island("rs-stop")?.click();

    changed(grant("view", "control"), { outcome: "given", capability: "control", request: "r1" });

    expect(sent("grant.revoke").map(({ capability }) => capability)).toContain("control");
    expect(island("rs-bar")?.parentElement?.hidden).toBe(true);
  });
});

describe("the room", () => {
  it("hears of another page of the tab", async () => {
    welcome();

    document.title = "Another page";
    await vi.advanceTimersByTimeAsync(600);

    expect(sent("page.changed")).toMatchObject([{ title: "Another page" }]);
  });

  it("sees the customer's pointer, not more often than it can use", async () => {
    welcome(grant("view"), 1);
    await soon();

    for (let x = 0; x < 50; x++) {
      window.dispatchEvent(new MouseEvent("pointermove", { clientX: x, clientY: 1 }));
      await vi.advanceTimersByTimeAsync(2);
    }
    await vi.advanceTimersByTimeAsync(100);

    expect(sent("pointer.move").length).toBeLessThanOrEqual(4);
    expect(sent("pointer.move").at(-1)).toMatchObject({ participant: ME, x: 49, y: 1 });
  });

  it("shows a technician's pointer with the name", () => {
    welcome(grant("view"), 1);

    FakeWebSocket.last.receive({ type: "pointer.move", from: "tech", participant: ME, x: 10, y: 20 });

    const texts = [...document.querySelectorAll("remote-support-ui")].map((one) => one.shadowRoot?.textContent);
    expect(texts).toContain("Alex");
  });

  it("is left with everything of ours when the session ends", () => {
    welcome(grant("view"), 1);

    FakeWebSocket.last.receive({ type: "session.changed", state: "ended" });
    leave();

    expect(fake.host.session.ended).toHaveBeenCalledWith("s");
    expect(document.querySelectorAll("remote-support-ui")).toHaveLength(0);
  });
});
