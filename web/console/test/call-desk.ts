import type { FrameOf, Participant, SignalFromClient, SignalFromServer } from "@remote-support/protocol";
import { afterEach, beforeEach, vi } from "vitest";
import { FakeDevices } from "../../packages/media/test/fake-media";
import { FakePeerConnection } from "../../packages/media/test/fake-peer-connection";
import { Problem } from "../src/api/problem";
import { Calls, type AllRoutes } from "../src/call/calls";
import type { Call } from "../src/call/model";
import type { OpenCall } from "../src/call/open-call";
import type { Entered } from "../src/stage/rooms";
import { Room } from "../src/stage/room";
import { FakeSocket } from "./fake-socket";
import { callOf } from "./samples";

export const TAB: Participant = {
  id: "tab-1",
  seat: "customer",
  name: "Grace",
  page: null,
  since: "2026-03-01T10:00:00Z",
  watchers: 0,
};
export const COLLEAGUE: Participant = { ...TAB, id: "bob", seat: "technician", name: "Bob" };

export let devices: FakeDevices;
export let server: Call;
export let routes: { [Name in keyof AllRoutes]: ReturnType<typeof vi.fn<AllRoutes[Name]>> };
export let calls: Calls;

export const soon = () => vi.advanceTimersByTimeAsync(5);
export const socket = () => FakeSocket.last;
export const sent = <Type extends SignalFromClient["type"]>(type: Type) =>
  socket().sent.filter((frame) => frame.type === type) as unknown as FrameOf<SignalFromClient, Type>[];
export const say = (frame: SignalFromServer) => socket().say(frame);
export const current = (): OpenCall => {
  const [call] = calls.list();
  if (!call) throw new Error("There is no call.");
  return call;
};

/** One room for each session, that counts who is in it. */
export const inside = new Map<string, { room: Room; users: number }>();

export function enter(sessionId: string): Entered {
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

export function becomes(more: Partial<Call>): Call {
  server = { ...server, ...more, version: server.version + 1 };
  return server;
}

/** What the room says of the call as the server knows it. */
export function tell(): void {
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

export function welcome(epoch = 1, participants = [TAB, COLLEAGUE]): void {
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

export async function connect(epoch = 1, participants = [TAB, COLLEAGUE]): Promise<void> {
  await soon();
  socket().open();
  welcome(epoch, participants);
  tell();
  await soon();
}

/** In a call that was answered here, connected to its room. */
export async function answered(): Promise<OpenCall> {
  await calls.answer("c1", "s1");
  await connect();
  return current();
}

export async function offered(connection = "p1"): Promise<FakePeerConnection> {
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

export const refused = (code: string, status = 409) => new Problem(status, code, code, code);

/** The server's word from now on. */
export function serverHas(call: Call): void {
  server = call;
}

/** The console in a tab that is new, or loaded anew. */
export function load(): void {
  calls = new Calls({ me: "ada", routes, enter, enterEarly: enter });
}

/** To be called by each file with tests of calls: every test has a desk of its own. */
export function callDesk(): void {
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
    load();
  });

  afterEach(() => {
    calls.close();
    vi.restoreAllMocks();
  });
}
