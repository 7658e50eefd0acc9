import type { FrameOf, Participant, SignalFromClient, SignalFromServer } from "@remote-support/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakePeerConnection } from "../../packages/media/test/fake-peer-connection";
import { LivePicture } from "../src/stage/live-picture";
import type { Room, RoomListener } from "../src/stage/room";

const TAB: Participant = {
  id: "tab-1",
  seat: "customer",
  name: "Grace",
  page: null,
  since: "2026-03-01T10:00:00Z",
  watchers: 0,
  can: ["camera"],
};
const SITE: Participant = { ...TAB, id: "site", can: undefined };
const STREAM = { id: "stream" } as unknown as MediaStream;

let sent: SignalFromClient[];
let told: RoomListener["frame"];
let live: LivePicture;

const say = (frame: SignalFromServer) => told?.(frame);
const soon = () => vi.advanceTimersByTimeAsync(5);
const wanted = () => sent.filter((frame) => frame.type === "peer.state");

function offer(connection: string, sdp = "o=- 1 1 IN"): FrameOf<SignalFromServer, "peer.description"> {
  return { type: "peer.description", from: TAB.id, connection, capability: "camera", kind: "offer", sdp };
}

async function see(connection = "c1"): Promise<FakePeerConnection> {
  say(offer(connection));
  await soon();
  const fake = FakePeerConnection.all.at(-1) as FakePeerConnection;
  fake.ontrack?.({ streams: [STREAM] });
  return fake;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("RTCPeerConnection", FakePeerConnection);
  FakePeerConnection.all = [];
  sent = [];
  const room = {
    state: () => ({ participants: [TAB, SITE], servers: [{ urls: ["stun:stun.example.com"] }] }),
    send: (frame: SignalFromClient) => sent.push(frame) > 0,
    listen: (listener: RoomListener) => {
      told = listener.frame;
      return () => (told = undefined);
    },
  };
  live = new LivePicture(room as unknown as Room, "camera");
});

afterEach(() => {
  live.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a live picture", () => {
  it("is wanted from the tabs that can show it, and again while none comes", async () => {
    expect(wanted()).toEqual([{ type: "peer.state", to: "tab-1", capability: "camera", state: "wanted" }]);

    await vi.advanceTimersByTimeAsync(8_000);

    expect(wanted()).toHaveLength(2);
  });

  it("is there when an offer came", async () => {
    await see();

    expect(live.state()).toEqual({ kind: "live", stream: STREAM });
    expect(sent.at(-2)).toMatchObject({ type: "peer.description", kind: "answer", to: "tab-1", connection: "c1" });
  });

  it("is of the newest offer; what belongs to one before counts no more", async () => {
    const first = await see("c1");
    const second = await see("c2");

    say({
      type: "peer.candidate",
      from: TAB.id,
      connection: "c1",
      capability: "camera",
      candidate: "x",
      mid: "0",
      line: 0,
    });
    say({ ...offer("c3"), kind: "answer" });
    await soon();

    expect(first.signalingState).toBe("closed");
    expect(second.candidates).toEqual([]);
    expect(FakePeerConnection.all).toHaveLength(2);
  });

  it.each([
    ["failed", "denied", { kind: "failed", reason: "denied" }],
    ["failed", "unplugged", { kind: "failed", reason: "unplugged" }],
    ["ended", "left", { kind: "left" }],
    ["asking", undefined, { kind: "asking" }],
  ] as const)("that %s (%s) is gone at once", async (state, reason, becomes) => {
    const fake = await see();

    say({ type: "peer.state", from: TAB.id, capability: "camera", state, ...(reason && { reason }) });

    expect(live.state()).toEqual(becomes);
    expect(fake.signalingState).toBe("closed");
  });

  it("of the screen is another's business", async () => {
    say({ ...offer("c1"), capability: "screen" });
    say({ type: "peer.state", from: TAB.id, capability: "screen", state: "failed" });
    await soon();

    expect(live.state()).toEqual({ kind: "awaited" });
    expect(FakePeerConnection.all).toEqual([]);
  });

  it("goes with the tab that left, and is wanted from the one that came back", async () => {
    await see();

    say({ type: "participant.left", participant: TAB.id, reason: "lost" });
    expect(live.state()).toEqual({ kind: "left" });
    const before = wanted().length;
    say({ type: "participant.joined", participant: TAB });

    expect(wanted()).toHaveLength(before + 1);
  });

  it("stands still while the line is broken, and is asked for anew when it cannot be mended", async () => {
    const fake = await see();
    fake.become("connected");
    fake.become("disconnected");
    expect(live.state().kind).toBe("interrupted");
    const before = wanted().length;

    await vi.advanceTimersByTimeAsync(20_000);

    expect(live.state().kind).toBe("awaited");
    expect(wanted().length).toBeGreaterThan(before);
  });

  it("that is closed leaves nothing behind", async () => {
    const fake = await see();

    live.close();

    expect(fake.signalingState).toBe("closed");
    expect(told).toBeUndefined();
  });
});
