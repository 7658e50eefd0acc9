import type { FrameOf, Participant, SignalFromServer } from "@remote-support/protocol";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Room } from "../src/stage/room";
import { afterFrame, grantOf, NOBODY, tabsOf } from "../src/stage/room-state";
import { FakeSocket } from "./fake-socket";

const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();
const VIEW = { capability: "view", givenAt: "2026-03-01T10:00:00Z", expiresAt: IN_AN_HOUR, revokedAt: null } as const;

function tab(id: string, visible = true, since = "2026-03-01T10:00:00Z"): Participant {
  return { id, seat: "customer", name: "Grace", page: { url: "https://x/", title: id, visible }, since, watchers: 0 };
}

async function connected(epoch = 1, participants = [tab("tab-1")]): Promise<FakeSocket> {
  await vi.advanceTimersByTimeAsync(0);
  const socket = FakeSocket.last;
  socket.open();
  socket.say({
    type: "welcome",
    protocol: 1,
    epoch,
    participant: "me",
    seat: "technician",
    session: { id: "s1", state: "active" },
    participants,
    grants: [VIEW],
  });
  return socket;
}

function begin(): { room: Room; seen: number[] } {
  const room = new Room(() => Promise.resolve({ token: "t", expiresIn: 300 }));
  const seen: number[] = [];
  room.listen({ events: (frame) => seen.push(frame.sequence) });
  room.start();
  return { room, seen };
}

const events = (sequence: number, keyframe = false) => ({
  type: "cobrowse.events",
  participant: "tab-1",
  sequence,
  keyframe,
  events: [],
});

beforeEach(() => {
  vi.useFakeTimers({ now: Date.now() });
  FakeSocket.install();
});

describe("Room", () => {
  it("passes pictures on from a keyframe on, each once", async () => {
    const { room, seen } = begin();
    const socket = await connected();
    room.watch("tab-1");

    for (const frame of [events(4), events(5, true), events(6), events(6), events(7)]) socket.say(frame);

    expect(seen).toEqual([5, 6, 7]);
    expect(room.state().picture).toEqual({ kind: "live" });
  });

  it("asks once for a new picture when a part is missing", async () => {
    const { room, seen } = begin();
    const socket = await connected();
    room.watch("tab-1");
    socket.say(events(1, true));

    socket.say(events(3));
    socket.say(events(4));

    expect(seen).toEqual([1]);
    expect(socket.types().filter((type) => type === "cobrowse.refresh")).toHaveLength(1);
  });

  it("goes on where it was in the same epoch", async () => {
    const { room } = begin();
    const first = await connected();
    room.watch("tab-1");
    first.say(events(1, true));
    first.say(events(2));

    first.break();
    await vi.advanceTimersByTimeAsync(1_000);
    const second = await connected();

    expect(second.sent[0]).toMatchObject({
      type: "hello",
      resume: { epoch: 1, streams: [{ participant: "tab-1", sequence: 2 }] },
    });
    expect(second.types()).not.toContain("cobrowse.watch");
  });

  it("watches anew in another epoch", async () => {
    const { room, seen } = begin();
    const first = await connected();
    room.watch("tab-1");
    first.say(events(9, true));

    first.break();
    await vi.advanceTimersByTimeAsync(1_000);
    const second = await connected(2);
    second.say(events(1, true));

    expect(second.types()).toContain("cobrowse.watch");
    expect(seen).toEqual([9, 1]);
  });

  it("keeps the last picture while the customer reconnects, and watches the tab when it is back", async () => {
    const { room } = begin();
    const socket = await connected();
    room.watch("tab-1");
    socket.say(events(1, true));

    socket.say({ type: "participant.left", participant: "tab-1", reason: "lost" });
    expect(room.state().picture).toEqual({ kind: "paused", reason: "disconnected" });
    expect(room.state().watching).toBe("tab-1");
    socket.say({ type: "participant.joined", participant: tab("tab-1") });

    expect(socket.types().filter((type) => type === "cobrowse.watch")).toHaveLength(2);
  });

  it("keeps a page hidden whose view was taken back when its tab leaves", async () => {
    const { room } = begin();
    const socket = await connected();
    room.watch("tab-1");
    socket.say(events(1, true));
    socket.say({ type: "cobrowse.paused", participant: "tab-1", reason: "not_granted" });

    socket.say({ type: "participant.left", participant: "tab-1", reason: "lost" });

    expect(room.state().picture).toEqual({ kind: "paused", reason: "not_granted" });
  });

  it("takes a question as unanswered when the server's word does not come", async () => {
    const { room } = begin();
    await connected();
    room.ask("control");
    expect(room.state().asked.control?.state).toBe("asking");

    await vi.advanceTimersByTimeAsync(34_000);

    expect(room.state().asked.control?.state).toBe("unanswered");
  });
});

describe("afterFrame", () => {
  const asking = { ...NOBODY, asked: { control: { state: "asking", at: 0 } } } as const;
  const changed: FrameOf<SignalFromServer, "grant.changed"> = {
    type: "grant.changed",
    grants: [],
    capability: "control",
  };

  it("tells a refusal, a question without an answer and a permission that ran out apart", () => {
    const request = "request-1";
    const becomes = (told: Partial<typeof changed>) =>
      afterFrame(asking, { ...changed, ...told }, 1).asked.control?.state;

    expect(becomes({ outcome: "refused", request })).toBe("refused");
    expect(becomes({ outcome: "expired", request })).toBe("unanswered");
    expect(becomes({ outcome: "expired" })).toBe("expired");
  });

  it("forgets the question when the grant is given", () => {
    const grants = [{ ...VIEW, capability: "control" as const }];

    const after = afterFrame(asking, { type: "grant.changed", grants, capability: "control", outcome: "given" }, 1);

    expect(after.asked).toEqual({});
    expect(grantOf(after, "control", Date.now())).toBeDefined();
  });

  it("does not count a grant that has run out", () => {
    const state = { ...NOBODY, grants: [VIEW] };

    expect(grantOf(state, "view", Date.parse(IN_AN_HOUR) + 1)).toBeUndefined();
  });

  it("puts the tab in front first", () => {
    const state = { ...NOBODY, participants: [tab("hidden", false, "2026-03-01T12:00:00Z"), tab("front")] };

    expect(tabsOf(state).map((one) => one.id)).toEqual(["front", "hidden"]);
  });
});
