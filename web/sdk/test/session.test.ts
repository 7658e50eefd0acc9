import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Capability, Grant } from "@remote-support/protocol";
import { FakeWebSocket } from "../../packages/socket/test/fake-web-socket";
import type { Sight } from "../src/camera/main";
import { Admission } from "../src/session/admission";
import { joinSession, type Joined } from "../src/session/join";
import type { Standing } from "../src/session/main";
import { Tab } from "../src/session/tab";
import { fakeHost, island } from "./fake-host";

const ME = "me";
const TECHNICIAN = {
  id: "tech",
  seat: "technician",
  name: "Alex",
  page: null,
  since: "2026-01-01T00:00:00Z",
  watchers: 0,
};

let fake: ReturnType<typeof fakeHost>;
let joined: Joined | undefined;
const told = vi.fn<(standing: Standing) => void>();

const soon = () => vi.advanceTimersByTimeAsync(1);
const sent = (type: string) => FakeWebSocket.last.sent.filter((frame) => frame.type === type);

function grant(...capabilities: Capability[]): Grant[] {
  return capabilities.map((capability) => ({ capability, givenAt: "", expiresAt: "", revokedAt: null }));
}

function welcome(grants: Grant[] = [], watchers = 0): void {
  const me = { id: ME, seat: "customer", name: "Visitor", page: null, since: "", watchers };
  FakeWebSocket.last.open();
  FakeWebSocket.last.receive({
    type: "welcome",
    protocol: 1,
    epoch: 1,
    participant: ME,
    seat: "customer",
    session: { id: "s", state: "active" },
    participants: [me, TECHNICIAN],
    grants,
  });
}

async function join(): Promise<void> {
  joined = joinSession(fake.host, new Admission(fake.host, new Tab(fake.host.tab), "s"), told);
  await soon();
}

function ask(capability: Capability, request = "r1"): void {
  FakeWebSocket.last.receive({
    type: "grant.requested",
    request,
    capability,
    staffName: "Alex",
    reason: "To help",
    expiresAt: "",
  });
}

function changed(grants: Grant[], more: object = {}): void {
  FakeWebSocket.last.receive({ type: "grant.changed", grants, ...more });
}

beforeEach(async () => {
  vi.useFakeTimers();
  FakeWebSocket.install();
  document.body.innerHTML = "";
  fake = fakeHost();
  await join();
});

afterEach(() => {
  joined?.leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a page of ours", () => {
  it("is neither shown to anybody nor asked about, whatever was granted for the site", async () => {
    joined?.leave();
    fake = fakeHost({ unshared: true });
    await join();
    welcome(grant("view", "control"), 1);
    ask("control");
    await soon();

    expect(island("rs-consent")).toBeNull();
    expect(fake.host.load).not.toHaveBeenCalled();
    expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ state: "active", shared: false }));
  });
});

describe("a call", () => {
  const call = { receive: vi.fn<(frame: { type: string }) => void>(), update: vi.fn(() => false), end: vi.fn() };
  const rings = (state = "ringing", version = 1) =>
    FakeWebSocket.last.receive({
      type: "call.changed",
      call: "c1",
      state,
      version,
      staffId: "ada",
      ringsAt: null,
      expiresAt: null,
      answeredAt: null,
    });

  async function joinWith(load: () => Promise<unknown>): Promise<void> {
    joined?.leave();
    fake = fakeHost({ load: vi.fn(load) as never });
    await join();
  }

  beforeEach(async () => {
    vi.clearAllMocks();
    call.update.mockReturnValue(false);
    await joinWith(() => Promise.resolve({ join: () => call }));
  });

  it("is handed to its script, with what was said while that was on its way", async () => {
    welcome();
    FakeWebSocket.last.receive({ type: "peer.servers", servers: [] });
    expect(fake.host.load).not.toHaveBeenCalled();
    rings();
    FakeWebSocket.last.receive({ type: "peer.state", from: "tech", capability: "call", state: "wanted" });
    await soon();

    expect(fake.host.load).toHaveBeenCalledExactlyOnceWith("call");
    expect(call.receive.mock.calls.map(([{ type }]) => type)).toEqual(["peer.servers", "call.changed", "peer.state"]);
    rings("active", 2);
    expect(call.receive).toHaveBeenLastCalledWith(expect.objectContaining({ state: "active" }));
  });

  it("that is on the screen has the chat make room", async () => {
    welcome();
    call.update.mockReturnValue(true);
    rings();
    await soon();

    expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ shared: true }));
  });

  it("that went on before the page was loaded is waited for by nothing else", async () => {
    joined?.leave();
    fake = fakeHost({ load: vi.fn(() => Promise.resolve({ join: () => call })) as never });
    fake.host.tab.set("call", "c1");
    await join();

    expect(fake.host.load).toHaveBeenCalledExactlyOnceWith("call");
  });

  it("whose script does not come is asked for with its next word", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await joinWith(
      vi
        .fn()
        .mockRejectedValueOnce(new Error("away"))
        .mockResolvedValue({ join: () => call }),
    );
    welcome();
    rings();
    await soon();
    rings("active", 2);
    await soon();

    expect(call.receive).toHaveBeenCalledTimes(2);
  });

  it("hears how it ended before the session that ends with it is left", async () => {
    welcome();
    rings("active");
    await soon();
    rings("completed", 2);
    joined?.leave();

    expect(call.receive).toHaveBeenLastCalledWith(expect.objectContaining({ state: "completed" }));
    expect(call.end).toHaveBeenCalledOnce();
  });
});

describe("the page for customers with a code", () => {
  const camera = {
    hello: { can: ["camera"] },
    words: (capability: Capability) =>
      capability === "camera" ? { would: "would like to see your camera.", facts: ["No sound"] } : undefined,
    said: vi.fn(),
    update: vi.fn<(room: Sight) => string | undefined>(),
    receive: vi.fn(),
    end: vi.fn(),
  };

  async function joinByCode(load: () => Promise<unknown>): Promise<void> {
    joined?.leave();
    fake = fakeHost({ siteKey: "connect", load: vi.fn(load) as never });
    await join();
  }

  beforeEach(async () => {
    vi.clearAllMocks();
    camera.update.mockReturnValue(undefined);
    await joinByCode(() => Promise.resolve({ create: () => camera }));
  });

  it("says with its hello what it can show, asks in words of its own and tells of the Yes within the click", () => {
    welcome();
    ask("camera");

    expect(fake.host.load).toHaveBeenCalledExactlyOnceWith("camera");
    expect(sent("hello")).toMatchObject([{ can: ["camera"] }]);
    expect(island("rs-consent")?.textContent).toContain("Alex from Fernway would like to see your camera.");
    expect(island("rs-consent")?.textContent).toContain("No sound");
    island("rs-allow")?.click();

    expect(camera.said).toHaveBeenCalledExactlyOnceWith("camera");
  });

  it("shows on the bar what the camera says, and ends it with Stop", () => {
    welcome(grant("camera"));
    camera.update.mockReturnValue("Alex sees your camera");
    changed(grant("camera"));

    expect(island("rs-bar")?.textContent).toContain("Alex sees your camera");
    expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ shared: true }));
    island("rs-stop")?.click();

    expect(sent("grant.revoke")).toEqual([{ type: "grant.revoke", capability: "camera" }]);
    expect(camera.update.mock.lastCall?.[0].granted("camera")).toBe(false);
  });

  it("hands frames between peers on, and ends with the session's room", () => {
    welcome(grant("camera"));
    const frame = { type: "peer.state", from: "tech", capability: "camera", state: "wanted" };
    FakeWebSocket.last.receive(frame);
    joined?.leave();

    expect(camera.receive).toHaveBeenCalledWith(frame);
    expect(camera.end).toHaveBeenCalledOnce();
  });

  it("is in the session without what it cannot load, and does not offer it", async () => {
    await joinByCode(() => Promise.reject(new Error("offline")));
    welcome();

    expect(sent("hello")).toHaveLength(1);
    expect(sent("hello")[0]).not.toHaveProperty("can");
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

describe("recording", () => {
  it("is not even loaded before view is granted", async () => {
    welcome([], 1);
    await soon();

    expect(fake.host.load).not.toHaveBeenCalled();
  });

  it("runs only while granted, watched and connected", async () => {
    welcome(grant("view"));
    await soon();
    expect(fake.recorder.start).not.toHaveBeenCalled();

    FakeWebSocket.last.receive({ type: "cobrowse.watched", watchers: 1 });
    expect(fake.recorder.start).toHaveBeenCalled();

    fake.recorder.stop.mockClear();
    FakeWebSocket.last.receive({ type: "cobrowse.watched", watchers: 0 });
    expect(fake.recorder.stop).toHaveBeenCalledOnce();
    FakeWebSocket.last.receive({ type: "cobrowse.watched", watchers: 1 });
    FakeWebSocket.last.break();
    expect(fake.recorder.stop).toHaveBeenCalledTimes(2);
  });

  it("goes on by itself with what the welcome says after a break", async () => {
    welcome(grant("view"), 1);
    await soon();
    FakeWebSocket.last.break();
    await vi.advanceTimersByTimeAsync(400);
    fake.recorder.start.mockClear();

    welcome(grant("view"), 1);

    expect(fake.recorder.start).toHaveBeenCalled();
    expect(vi.mocked(fake.host.load).mock.calls).toEqual([["recorder"], ["mirror"]]);
  });

  it("sends a keyframe when it is asked to", async () => {
    welcome(grant("view"), 1);
    await soon();

    FakeWebSocket.last.receive({ type: "cobrowse.refresh" });

    expect(fake.recorder.keyframe).toHaveBeenCalledOnce();
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
    joined?.leave();

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

describe("remote control", () => {
  const click = { type: "control.click", from: "tech", participant: ME, command: "c1", node: 5, x: 0, y: 0, button: 0 };

  it("is carried out under the grant and its outcome told", async () => {
    welcome(grant("view", "control"), 1);
    await soon();

    FakeWebSocket.last.receive(click);
    await soon();

    expect(fake.recorder.act).toHaveBeenCalledOnce();
    expect(sent("control.result")).toEqual([{ type: "control.result", command: "c1", outcome: "done" }]);
  });

  it("of what is guarded waits for the customer, and holds up nothing else", async () => {
    let answer: (yes: boolean) => void = () => undefined;
    const propose = vi.fn((_proposal: unknown) => new Promise<boolean>((resolve) => (answer = resolve)));
    fake.recorder.act.mockResolvedValueOnce({ outcome: "proposed", words: "Pay" } as never);
    fake.recorder.find.mockReturnValue(document.body);
    welcome(grant("view", "control"), 1);
    await soon();
    vi.mocked(fake.host.load).mockResolvedValue({ propose } as never);

    FakeWebSocket.last.receive(click);
    FakeWebSocket.last.receive({ ...click, command: "c2" });
    await soon();
    expect(sent("control.result").map(({ command, outcome }) => [command, outcome])).toEqual([
      ["c1", "proposed"],
      ["c2", "done"],
    ]);
    answer(true);
    await soon();

    expect(propose.mock.calls[0]?.[0]).toMatchObject({ words: "Pay", element: document.body });
    expect(fake.recorder.act.mock.lastCall?.[1 as never]).toMatchObject({ agreed: true });
    expect(sent("control.result").at(-1)).toEqual({ type: "control.result", command: "c1", outcome: "done" });
  });

  it("is declined where the customer says no", async () => {
    fake.recorder.act.mockResolvedValueOnce({ outcome: "proposed", words: "Pay" } as never);
    fake.recorder.find.mockReturnValue(document.body);
    welcome(grant("view", "control"), 1);
    await soon();
    vi.mocked(fake.host.load).mockResolvedValue({ propose: () => Promise.resolve(false) } as never);

    FakeWebSocket.last.receive(click);
    await soon();

    expect(fake.recorder.act).toHaveBeenCalledOnce();
    expect(sent("control.result").at(-1)).toMatchObject({ command: "c1", outcome: "refused", reason: "declined" });
  });

  it("is refused without the grant, and after Stop", async () => {
    welcome(grant("view"), 1);
    await soon();
    FakeWebSocket.last.receive(click);
    await soon();
    changed(grant("view", "control"));
    island("rs-stop")?.click();
    FakeWebSocket.last.receive(click);
    await soon();

    expect(fake.recorder.act).not.toHaveBeenCalled();
    expect(sent("control.result").map(({ outcome }) => outcome)).toEqual(["refused", "refused"]);
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
    joined?.leave();

    expect(fake.host.session.ended).toHaveBeenCalledWith("s");
    expect(document.querySelectorAll("remote-support-ui")).toHaveLength(0);
  });
});
