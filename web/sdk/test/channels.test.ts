import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Capability } from "@remote-support/protocol";
import { FakeWebSocket } from "../../packages/socket/test/fake-web-socket";
import type { Sight } from "../src/camera/main";
import { island } from "./fake-host";
import { ask, begin, changed, fake, finish, grant, join, leave, sent, soon, told, welcome } from "./joined";

beforeEach(begin);
afterEach(finish);

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
    await join({ load: vi.fn(load) as never });
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
    await join({ load: vi.fn(() => Promise.resolve({ join: () => call })) as never }, (host) =>
      host.tab.set("call", "c1"),
    );

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
    leave();

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
    await join({ siteKey: "connect", load: vi.fn(load) as never });
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
    leave();

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
