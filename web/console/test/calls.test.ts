import type { FrameOf, Participant, SignalFromClient, SignalFromServer } from "@remote-support/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeDevices, FakeMediaStream, FakeTrack } from "../../packages/media/test/fake-media";
import { FakePeerConnection } from "../../packages/media/test/fake-peer-connection";
import { Problem } from "../src/api/problem";
import { Calls, type AllRoutes } from "../src/call/calls";
import type { Call } from "../src/call/model";
import { endingWords } from "../src/call/words";
import type { OpenCall } from "../src/call/open-call";
import type { Entered } from "../src/stage/rooms";
import { Room } from "../src/stage/room";
import { FakeSocket } from "./fake-socket";
import { callOf } from "./samples";

const TAB: Participant = {
  id: "tab-1",
  seat: "customer",
  name: "Grace",
  page: null,
  since: "2026-03-01T10:00:00Z",
  watchers: 0,
};
const COLLEAGUE: Participant = { ...TAB, id: "bob", seat: "technician", name: "Bob" };

let devices: FakeDevices;
let server: Call;
let routes: { [Name in keyof AllRoutes]: ReturnType<typeof vi.fn<AllRoutes[Name]>> };
let calls: Calls;

const soon = () => vi.advanceTimersByTimeAsync(5);
const socket = () => FakeSocket.last;
const sent = <Type extends SignalFromClient["type"]>(type: Type) =>
  socket().sent.filter((frame) => frame.type === type) as unknown as FrameOf<SignalFromClient, Type>[];
const say = (frame: SignalFromServer) => socket().say(frame);
const current = (): OpenCall => {
  const [call] = calls.list();
  if (!call) throw new Error("There is no call.");
  return call;
};

/** One room for each session, that counts who is in it. */
const inside = new Map<string, { room: Room; users: number }>();

function enter(sessionId: string): Entered {
  const kept = inside.get(sessionId) ?? {
    room: new Room(() => Promise.resolve({ token: "t", expiresIn: 300 })),
    users: 0,
  };
  inside.set(sessionId, kept);
  if (kept.users++ === 0) kept.room.start();
  return {
    room: kept.room,
    leave: () => {
      if (--kept.users > 0) return;
      inside.delete(sessionId);
      kept.room.stop();
    },
  };
}

function becomes(more: Partial<Call>): Call {
  server = { ...server, ...more, version: server.version + 1 };
  return server;
}

/** What the room says of the call as the server knows it. */
function tell(): void {
  say({
    type: "call.changed",
    call: server.id,
    state: server.state,
    version: server.version,
    staffId: server.staffId,
    ringsAt: server.ringsAt,
    expiresAt: server.ringExpiresAt,
    answeredAt: server.answeredAt,
    ...(server.endReason && { reason: server.endReason }),
  });
}

function welcome(epoch = 1, participants = [TAB, COLLEAGUE]): void {
  say({
    type: "welcome",
    protocol: 1,
    epoch,
    participant: "me",
    seat: "technician",
    session: { id: "s1", state: "active" },
    participants,
    grants: [],
  });
}

async function connect(epoch = 1, participants = [TAB, COLLEAGUE]): Promise<void> {
  await soon();
  socket().open();
  welcome(epoch, participants);
  tell();
  await soon();
}

/** In a call that was answered here, connected to its room. */
async function answered(): Promise<OpenCall> {
  await calls.answer("c1", "s1");
  await connect();
  return current();
}

async function offered(connection = "p1"): Promise<FakePeerConnection> {
  say({
    type: "peer.description",
    from: "tab-1",
    connection,
    capability: "call",
    kind: "offer",
    sdp: "o=- 1 1 IN",
  });
  say({
    type: "peer.candidate",
    from: "tab-1",
    connection,
    capability: "call",
    candidate: "candidate:theirs",
    mid: "0",
    line: 0,
  });
  await soon();
  // The stand-in of a browser asks once more for the sound that was added.
  const answer = { type: "peer.description", from: "tab-1", connection, capability: "call", kind: "answer" } as const;
  if (sent("peer.description").at(-1)?.kind === "offer") say({ ...answer, sdp: "o=- 1 2 IN" });
  await soon();
  return FakePeerConnection.all.at(-1) as FakePeerConnection;
}

const refused = (code: string, status = 409) => new Problem(status, code, code, code);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-03-01T10:00:10Z") });
  vi.stubGlobal("RTCPeerConnection", FakePeerConnection);
  FakePeerConnection.all = [];
  FakeSocket.install();
  devices = FakeDevices.install();
  vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
  vi.spyOn(HTMLMediaElement.prototype, "pause").mockReturnValue();
  sessionStorage.clear();
  inside.clear();
  server = callOf("c1", { state: "ringing", ringsAt: "technician", staffId: "ada", version: 2 });
  routes = {
    start: vi.fn(() => Promise.resolve(server)),
    answer: vi.fn(() => Promise.resolve(becomes({ state: "active", ringsAt: null }))),
    get: vi.fn(() => Promise.resolve(server)),
    end: vi.fn(() =>
      Promise.resolve(becomes({ state: "completed", endReason: "ended-by-staff", durationSeconds: 42 })),
    ),
    report: vi.fn(() => Promise.resolve({ score: 4.2, otherScore: 3.9 })),
    ofSession: vi.fn(() => Promise.resolve([server])),
  };
  calls = new Calls({ me: "ada", routes, enter });
});

afterEach(() => {
  calls.close();
  vi.restoreAllMocks();
});

describe("a call that is answered", () => {
  it("opens the microphone, and is wanted from the customer's tabs alone", async () => {
    const call = await answered();

    expect(call.state()).toMatchObject({ phase: "active", own: { microphone: "open" } });
    expect(sent("peer.state")).toEqual([{ type: "peer.state", to: "tab-1", capability: "call", state: "wanted" }]);
  });

  it("is wanted only when the room knows that both speak: before, it would pass nothing on", async () => {
    await calls.answer("c1", "s1");
    await soon();
    socket().open();
    welcome();
    expect(current().state().phase).toBe("active");
    expect(sent("peer.state")).toEqual([]);

    tell();

    expect(sent("peer.state")).toHaveLength(1);
  });

  it("is wanted from a tab that joins", async () => {
    await answered();

    say({ type: "participant.joined", participant: { ...TAB, id: "tab-2" } });
    say({ type: "participant.joined", participant: { ...COLLEAGUE, id: "carl" } });

    expect(sent("peer.state").map(({ to }) => to)).toEqual(["tab-1", "tab-2"]);
  });

  it("is wanted again after a reconnect in another epoch; in the same one only from who came meanwhile", async () => {
    await answered();
    socket().break();
    await vi.advanceTimersByTimeAsync(1_000);
    await connect(1, [TAB, { ...TAB, id: "tab-2" }]);
    expect(sent("peer.state").map(({ to }) => to)).toEqual(["tab-2"]);

    socket().break();
    await vi.advanceTimersByTimeAsync(1_000);
    await connect(2);

    expect(sent("peer.state").map(({ to }) => to)).toEqual(["tab-1"]);
  });

  it("is wanted again as long as nothing connects", async () => {
    await answered();

    await vi.advanceTimersByTimeAsync(4_000);
    expect(sent("peer.state")).toHaveLength(2);
    await offered();
    await vi.advanceTimersByTimeAsync(8_000);

    expect(sent("peer.state")).toHaveLength(2);
  });

  it("answers an offer with the own sound, and says what it sends", async () => {
    const call = await answered();

    const peer = await offered();

    expect(sent("peer.description")[0]).toMatchObject({
      kind: "answer",
      to: "tab-1",
      connection: "p1",
      capability: "call",
    });
    expect(peer.senders.map(({ track }) => track?.kind)).toEqual(["audio"]);
    expect(call.state().line.word).toBe("connected");
    expect(sent("peer.media")).toEqual([
      { type: "peer.media", to: "tab-1", capability: "call", muted: false, held: false, picture: "none" },
    ]);
  });

  it("takes the newest connection; what belongs to one before counts no more", async () => {
    await answered();
    const first = await offered("p1");

    const second = await offered("p2");
    say({
      type: "peer.candidate",
      from: "tab-1",
      connection: "p1",
      capability: "call",
      candidate: "late",
      mid: "0",
      line: 0,
    });
    await soon();

    expect(first.signalingState).toBe("closed");
    expect(second.candidates).toHaveLength(1);
    expect(FakePeerConnection.all).toHaveLength(2);
  });

  it("tells when one mutes, holds, or shows the camera", async () => {
    const call = await answered();
    await offered();
    const told = () => sent("peer.media").at(-1);

    call.mute(true);
    expect(told()).toMatchObject({ muted: true, held: false });
    call.hold(true);
    expect(told()).toMatchObject({ muted: true, held: true });
    expect(devices.opened[0]?.enabled).toBe(false);
    calls.speakIn(call);
    call.mute(false);
    expect(told()).toMatchObject({ muted: false, held: false });
    await call.show("camera");
    expect(told()).toMatchObject({ picture: "camera" });
    expect(sent("peer.media")).toHaveLength(6);
  });

  it("shows what the customer says of theirs, and why they cannot be heard until they can", async () => {
    const call = await answered();
    const peer = await offered();

    say({ type: "peer.media", from: "tab-1", capability: "call", muted: true, held: false, picture: "camera" });
    say({ type: "peer.state", from: "tab-1", capability: "call", state: "failed", reason: "no-microphone" });
    say({ type: "peer.state", from: "tab-9", capability: "call", state: "failed", reason: "microphone-refused" });
    say({ type: "peer.state", from: "tab-1", capability: "camera", state: "failed", reason: "denied" });
    expect(call.state().line).toMatchObject({
      other: { muted: true, held: false, picture: "camera" },
      problem: "no-microphone",
    });

    peer.ontrack?.({ streams: [new FakeMediaStream([new FakeTrack("audio", "theirs")])] });

    expect(call.state().line.problem).toBeUndefined();
  });

  it("lets its page wait until the customer is heard, and no longer than anybody would", async () => {
    await answered();
    const peer = await offered();
    const heard = vi.fn();
    const waits = vi.fn();
    void calls.speaking("s1").then(waits);
    await vi.advanceTimersByTimeAsync(900);
    expect(waits).toHaveBeenCalledOnce();

    void calls.speaking("s1").then(heard);
    await vi.advanceTimersByTimeAsync(100);
    expect(heard).not.toHaveBeenCalled();
    peer.stats = [{ type: "inbound-rtp", kind: "audio", packetsReceived: 1, packetsLost: 0, jitter: 0 }];
    await vi.advanceTimersByTimeAsync(50);
    expect(heard).toHaveBeenCalledOnce();
  });

  it("is wanted again from a tab that was loaded anew: it is silent, and told as one that shows another page", async () => {
    const call = await answered();
    await offered();
    const other = { type: "participant.changed", participant: TAB } as const;

    say(other);
    await vi.advanceTimersByTimeAsync(1_000);

    expect(call.state().line.word).toBe("interrupted");
    expect(sent("peer.state")).toHaveLength(2);
  });

  it("goes on undisturbed in a tab that shows another page and can be heard", async () => {
    const call = await answered();
    const peer = await offered();
    let packets = 0;
    const speaking = setInterval(() => {
      peer.stats = [{ type: "inbound-rtp", kind: "audio", packetsReceived: (packets += 5), packetsLost: 0, jitter: 0 }];
    }, 100);

    say({ type: "participant.changed", participant: TAB });
    await vi.advanceTimersByTimeAsync(3_000);
    clearInterval(speaking);

    expect(call.state().line.word).toBe("connected");
    expect(sent("peer.state")).toHaveLength(1);
  });

  it("goes on as it was when the room has moved to another replica and the customer can be heard", async () => {
    const call = await answered();
    const peer = await offered();
    let packets = 0;
    const speaking = setInterval(() => {
      peer.stats = [{ type: "inbound-rtp", kind: "audio", packetsReceived: (packets += 5), packetsLost: 0, jitter: 0 }];
    }, 100);

    socket().break();
    await vi.advanceTimersByTimeAsync(1_000);
    await connect(2, [COLLEAGUE]);
    say({ type: "participant.joined", participant: { ...TAB, since: "2026-11-22T09:10:00Z" } });
    await vi.advanceTimersByTimeAsync(3_000);
    clearInterval(speaking);

    expect(call.state().line.word).toBe("connected");
    expect(sent("peer.state")).toHaveLength(0);
  });

  it("reports what was heard of the customer", async () => {
    await answered();
    const peer = await offered();
    peer.stats = [
      { type: "inbound-rtp", kind: "audio", packetsReceived: 297, packetsLost: 3, jitter: 0.00654 },
      { type: "candidate-pair", nominated: true, state: "succeeded", currentRoundTripTime: 0.048 },
    ];

    await vi.advanceTimersByTimeAsync(5_000);

    expect(routes.report).toHaveBeenCalledExactlyOnceWith("c1", { lossPercent: 1, jitterMs: 6.5, roundTripMs: 48 });
  });

  it("says that it reconnects, until the customer's side has made another connection", async () => {
    const call = await answered();
    const peer = await offered();

    peer.become("disconnected");
    expect(call.state().line.word).toBe("interrupted");
    say({ type: "participant.left", participant: "tab-1", reason: "lost" });
    expect(call.state().line.word).toBe("interrupted");
    expect(peer.signalingState).toBe("closed");
    await offered("p2");

    expect(call.state().line.word).toBe("connected");
  });
});

describe("a call's news", () => {
  it("that are old change nothing", async () => {
    const call = await answered();

    call.hear({ id: "c1", state: "completed", version: 3 });
    call.hear({ id: "c2", state: "completed", version: 9 });

    expect(call.state().phase).toBe("active");
  });

  it("count from wherever they come first: the console's socket too", async () => {
    const call = await answered();

    calls.hear({ ...becomes({ state: "completed", endReason: "ended-by-customer", durationSeconds: 133 }) });
    await soon();

    expect(call.state().ending).toEqual({
      why: "over",
      state: "completed",
      reason: "ended-by-customer",
      seconds: 133,
    });
    expect(devices.opened[0]?.stopped).toBe(true);
    expect(inside.size).toBe(0);
  });

  it.each([
    ["handed-on", { staffId: "bob" }],
    ["waits-again", { state: "queued" as const, staffId: null }],
  ])("that it is %s close the microphone here", async (why, more) => {
    const call = await answered();

    becomes(more);
    tell();

    expect(call.state().ending?.why).toBe(why);
    expect(devices.opened[0]?.stopped).toBe(true);
    expect(routes.end).not.toHaveBeenCalled();
  });

  it("that a colleague has it let the customer hear us until they hear the colleague", async () => {
    const call = await answered();
    const connection = await offered();
    connection.become("connected");
    let packets = 0;
    vi.spyOn(connection, "getStats").mockImplementation(() =>
      Promise.resolve([{ type: "inbound-rtp", kind: "audio", packetsReceived: packets }]),
    );
    becomes({ staffId: "bob" });
    tell();
    for (const heard of [50, 100, 150]) {
      packets = heard;
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(call.state().phase).toBe("handed-on");
    expect(devices.opened[0]?.stopped).toBe(false);
    expect(routes.report).not.toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(2_000);

    expect(call.state()).toMatchObject({ phase: "over", ending: { why: "handed-on" } });
    expect(devices.opened[0]?.stopped).toBe(true);
  });

  it("that a colleague has it let us leave without ending it for them", async () => {
    const call = await answered();
    (await offered()).become("connected");
    becomes({ staffId: "bob" });
    tell();

    await call.hangUp();

    expect(call.state().ending?.why).toBe("handed-on");
    expect(routes.end).not.toHaveBeenCalled();
  });

  it("that were missed while the connection was away are asked for", async () => {
    const call = await answered();
    becomes({ state: "completed", endReason: "connection-lost" });
    socket().break();
    await vi.advanceTimersByTimeAsync(1_000);
    socket().open();

    welcome(2);
    await soon();

    expect(call.state()).toMatchObject({ phase: "over", ending: { reason: "connection-lost" } });
  });

  it("are asked for when the session's end closes the room before they come", async () => {
    const call = await answered();
    becomes({ state: "completed", endReason: "ended-by-customer" });

    socket().break(4499);
    await soon();

    expect(call.state()).toMatchObject({ phase: "over", ending: { reason: "ended-by-customer" } });
  });
});

describe("why a call is over", () => {
  it("is shown as the room tells it, without a question in between", async () => {
    const call = await answered();
    routes.get.mockReturnValue(new Promise(() => undefined));

    becomes({ state: "completed", endReason: "ended-by-customer" });
    tell();

    expect(call.state().ending?.reason).toBe("ended-by-customer");
  });

  it("is not said before it is known", async () => {
    const call = await answered();
    routes.get.mockReturnValue(new Promise(() => undefined));

    calls.hear({ id: "c1", state: "completed", version: server.version + 1 });

    const { phase, ending = { why: "handed-on", seconds: 0 } } = call.state();
    expect(phase).toBe("over");
    expect(endingWords(ending)).toBeUndefined();
  });
});

describe("calling a customer", () => {
  beforeEach(() => {
    server = callOf("c1", { state: "ringing", ringsAt: "customer", staffId: "ada", version: 1 });
  });

  it("rings there with the microphone open already, and is active when they answer", async () => {
    await calls.start("s1");
    await connect();
    expect(current().state()).toMatchObject({ phase: "calling", own: { microphone: "open" } });
    expect(sent("peer.state")).toEqual([]);

    becomes({ state: "active", ringsAt: null });
    tell();

    expect(current().state().phase).toBe("active");
    expect(sent("peer.state")).toHaveLength(1);
  });

  it("who calls at this moment answers them instead", async () => {
    server = callOf("c1", { state: "ringing", ringsAt: "technician", staffId: "ada", version: 2 });

    await calls.start("s1");

    expect(routes.answer).toHaveBeenCalledExactlyOnceWith("c1");
    expect(current().state().phase).toBe("active");
  });

  it("is cancelled", async () => {
    await calls.start("s1");
    await connect();

    const cancelled = current().hangUp();
    expect(current().state().ending?.reason).toBe("ended-by-staff");
    await cancelled;

    expect(routes.end).toHaveBeenCalledExactlyOnceWith("c1");
    expect(current().state().phase).toBe("over");
  });
});

describe("hanging up", () => {
  it("closes the microphone at once, and shows the server's duration", async () => {
    const call = await answered();

    const done = call.hangUp();
    expect(devices.opened[0]?.stopped).toBe(true);
    await done;

    expect(call.state().ending).toMatchObject({ seconds: 42, reason: "ended-by-staff" });
  });

  it("after the customer did is no problem", async () => {
    const call = await answered();
    routes.end.mockRejectedValue(refused("call-over"));
    becomes({ state: "completed", endReason: "ended-by-customer", durationSeconds: 7 });

    await call.hangUp();

    expect(call.state().ending).toMatchObject({ seconds: 7, reason: "ended-by-customer" });
  });

  it("without the server says so, and the microphone is closed all the same", async () => {
    const call = await answered();
    routes.end.mockRejectedValue(refused("unreachable", 0));

    await expect(call.hangUp()).rejects.toThrow();

    expect(call.state().phase).toBe("over");
    expect(devices.opened[0]?.stopped).toBe(true);
  });
});

describe("the quality", () => {
  it("is reported every five seconds while the call is active, and not before or after", async () => {
    server = callOf("c1", { state: "ringing", ringsAt: "customer", staffId: "ada", version: 1 });
    await calls.start("s1");
    await connect();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(routes.report).not.toHaveBeenCalled();

    becomes({ state: "active", ringsAt: null });
    tell();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(routes.report.mock.calls).toEqual([
      ["c1", {}],
      ["c1", {}],
    ]);
    expect(current().state().quality).toEqual({ score: 4.2, otherScore: 3.9 });

    await current().hangUp();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(routes.report).toHaveBeenCalledTimes(2);
  });

  it("that is refused because the call is over ends it here, too", async () => {
    const call = await answered();
    routes.report.mockRejectedValue(refused("call-over"));
    becomes({ state: "completed", endReason: "connection-lost" });

    await vi.advanceTimersByTimeAsync(5_000);

    expect(call.state()).toMatchObject({ phase: "over", ending: { reason: "connection-lost" } });
  });

  it("that cannot be reported for a moment ends nothing", async () => {
    const call = await answered();
    routes.report.mockRejectedValueOnce(refused("unreachable", 0));

    await vi.advanceTimersByTimeAsync(10_000);

    expect(call.state().phase).toBe("active");
    expect(call.state().quality).toBeDefined();
  });
});

describe("a reload", () => {
  it("goes on in the call, with the duration that the server counts", async () => {
    await answered();
    calls.close();
    server = { ...server, durationSeconds: 95 };

    calls = new Calls({ me: "ada", routes, enter });
    await calls.resume();
    await connect();

    expect(current().state().phase).toBe("active");
    expect((Date.now() - (current().state().since ?? 0)) / 1_000).toBeCloseTo(95, 0);
    expect(sent("peer.state")).toHaveLength(1);
  });

  it.each([
    ["is over", { state: "completed" as const }],
    ["is a colleague's", { staffId: "bob" }],
  ])("does not go into a call that %s meanwhile", async (_, more) => {
    await answered();
    calls.close();
    becomes(more);

    calls = new Calls({ me: "ada", routes, enter });
    await calls.resume();

    expect(calls.list()).toEqual([]);
    expect(sessionStorage.getItem("remote-support.calls")).toBeNull();
  });

  it("remembers no call that was hung up", async () => {
    const call = await answered();
    expect(sessionStorage.getItem("remote-support.calls")).toBe('["c1"]');

    await call.hangUp();

    expect(sessionStorage.getItem("remote-support.calls")).toBeNull();
  });
});

describe("a call that is handed over", () => {
  beforeEach(() => void becomes({ state: "active", ringsAt: null }));

  it("opens no microphone before somebody takes it", async () => {
    expect(await calls.isUntaken("c1", true)).toBe(true);
    expect(devices.asked).toEqual([]);

    await calls.answer("c1", "s1");

    expect(current().state().phase).toBe("active");
    expect(devices.opened).toHaveLength(1);
  });

  it("of which nothing was heard may have been answered here meanwhile", async () => {
    const untaken = calls.isUntaken("c1", false);
    await calls.join("s1");
    await vi.advanceTimersByTimeAsync(500);

    expect(await untaken).toBe(false);
  });

  it("is not taken from another tab of this browser", async () => {
    const held = [{ name: "remote-support.call.c1" }];
    vi.stubGlobal("navigator", { mediaDevices: devices, locks: { query: () => Promise.resolve({ held }) } });

    expect(await calls.isUntaken("c1", true)).toBe(false);
  });
});

describe("a session that was taken", () => {
  it("answers the call where it still rings, and goes into the one that was answered with it", async () => {
    await calls.join("s1");
    expect(routes.answer).toHaveBeenCalledTimes(1);
    calls.close();

    await calls.join("s1");

    expect(routes.answer).toHaveBeenCalledTimes(1);
    expect(current().state().phase).toBe("active");
  });

  it.each([
    ["call-over", { state: "missed" as const }],
    ["already-assigned", { state: "active" as const, staffId: "bob" }],
  ])("whose call cannot be had says why: %s", async (code, more) => {
    becomes(more);

    await expect(calls.join("s1")).rejects.toMatchObject({ code });
    expect(calls.list()).toEqual([]);
  });

  it("holds the call before it: of two one speaks", async () => {
    const first = await answered();
    const second = callOf("c2", { sessionId: "s2", state: "active", staffId: "ada", version: 3 });
    routes.answer.mockResolvedValue(second);

    await calls.answer("c2", "s2");

    expect(first.state().own.held).toBe(true);
    expect(calls.list().map((call) => call.state().own.held)).toEqual([true, false]);
  });
});
