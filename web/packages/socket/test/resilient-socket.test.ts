import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resilientSocket, Stop, type Closed, type Frame, type SocketState } from "../src";
import { FakeWebSocket } from "./fake-web-socket";

let tokens: number;
let states: SocketState[];
let closed: Closed | undefined;
let received: Frame[];
let socket: ReturnType<typeof open> | undefined;

function open(more: Partial<Parameters<typeof resilientSocket>[0]> = {}) {
  return resilientSocket<Frame, Frame>({
    url: "ws://test/ws/chat",
    token: () => Promise.resolve({ token: `t${++tokens}`, expiresIn: 300 }),
    hello: () => ({ type: "hello" }),
    receive: (frame) => received.push(frame),
    state: (state, why) => {
      states.push(state);
      closed = why;
    },
    ...more,
  });
}

const soon = () => vi.advanceTimersByTimeAsync(0);
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  FakeWebSocket.install();
  tokens = 0;
  states = [];
  received = [];
  closed = undefined;
});

afterEach(() => {
  socket?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a resilient socket", () => {
  it("carries the token as a subprotocol, never in the address, and says hello first", async () => {
    socket = open();
    await soon();
    FakeWebSocket.last.open();

    expect(FakeWebSocket.last.url).toBe("ws://test/ws/chat");
    expect(FakeWebSocket.last.protocols).toEqual(["remote-support.v1", "bearer.t1"]);
    expect(FakeWebSocket.last.sent).toEqual([{ type: "hello" }]);
  });

  it("sends nothing before the welcome and says so", async () => {
    socket = open();
    await soon();
    FakeWebSocket.last.open();

    expect(socket.send({ type: "chat.send" })).toBe(false);
    FakeWebSocket.last.receive({ type: "welcome" });
    expect(socket.send({ type: "chat.send" })).toBe(true);
  });

  it("comes back with a fresh token after a break", async () => {
    socket = open();
    await soon();
    FakeWebSocket.last.welcome();

    FakeWebSocket.last.break();
    await wait(400);

    expect(FakeWebSocket.all).toHaveLength(2);
    expect(FakeWebSocket.last.protocols[1]).toBe("bearer.t2");
    expect(states).toEqual(["connecting", "connected", "waiting", "connecting"]);
  });

  it("waits longer from break to break, but never longer than 15 seconds", async () => {
    socket = open();
    await soon();
    const waits: number[] = [];
    for (let round = 0; round < 9; round++) {
      const before = FakeWebSocket.all.length;
      const from = Date.now();
      FakeWebSocket.last.break();
      while (FakeWebSocket.all.length === before) await wait(50);
      waits.push(Date.now() - from);
    }

    expect(waits[0]).toBeLessThanOrEqual(350);
    expect(waits.at(-1)).toBeGreaterThan(7_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_050);
  });

  it("moves to another replica at once", async () => {
    socket = open();
    await soon();
    FakeWebSocket.last.welcome();

    FakeWebSocket.last.break(4410);
    await wait(60);

    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it.each([4403, 4404, 4409, 4499])("does not come back after %i", async (code) => {
    socket = open();
    await soon();
    FakeWebSocket.last.welcome();

    FakeWebSocket.last.break(code);
    await wait(60_000);

    expect(FakeWebSocket.all).toHaveLength(1);
    expect(states.at(-1)).toBe("stopped");
    expect(closed?.code).toBe(code);
  });

  it("comes back as somebody else after it was replaced, where that is wanted", async () => {
    const replaced = vi.fn();
    socket = open({ replaced });
    await soon();
    FakeWebSocket.last.welcome();

    FakeWebSocket.last.break(4409);
    await wait(400);

    expect(replaced).toHaveBeenCalledOnce();
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it("does not ask again when there is no token to be had for good", async () => {
    const token = vi.fn(() => Promise.reject(new Stop(4499, "session-ended")));
    socket = open({ token });
    await wait(60_000);

    expect(token).toHaveBeenCalledOnce();
    expect(closed).toEqual({ code: 4499, reason: "session-ended" });
  });

  it("asks again when a token could not be fetched this time", async () => {
    const token = vi.fn(() => Promise.reject(new Error("offline")));
    socket = open({ token });
    await wait(1_000);

    expect(token.mock.calls.length).toBeGreaterThan(1);
    expect(FakeWebSocket.all).toHaveLength(0);
  });

  it("takes a token that does not come for a broken connection, and leaves it when it comes late", async () => {
    const late: ((token: { token: string; expiresIn: number }) => void)[] = [];
    socket = open({ token: () => new Promise((resolve) => void late.push(resolve)) });
    await wait(11_000);

    expect(late).toHaveLength(2);
    late[1]?.({ token: "second", expiresIn: 300 });
    late[0]?.({ token: "first", expiresIn: 300 });
    await soon();
    expect(FakeWebSocket.all.map(({ protocols }) => protocols[1])).toEqual(["bearer.second"]);
  });

  it("renews the token in-band before it ends, again and again", async () => {
    socket = open({ token: () => Promise.resolve({ token: `t${++tokens}`, expiresIn: 10 }) });
    await soon();
    FakeWebSocket.last.welcome();
    const renewals = () => FakeWebSocket.last.sent.filter(({ type }) => type === "token.renew");

    await wait(8_000);
    FakeWebSocket.last.receive({ type: "token.renewed" });
    await wait(8_000);

    expect(renewals().map(({ token }) => token)).toEqual(["t2", "t3"]);
    expect(FakeWebSocket.all).toHaveLength(1);
    expect(received).toEqual([{ type: "welcome" }]);
  });

  it("takes silence for a break", async () => {
    socket = open();
    await soon();
    FakeWebSocket.last.welcome();

    await wait(20_000);
    expect(FakeWebSocket.last.sent.at(-1)).toEqual({ type: "ping" });
    await wait(6_000);

    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it("stays while the server answers", async () => {
    socket = open();
    await soon();
    FakeWebSocket.last.welcome();

    for (let round = 0; round < 5; round++) {
      await wait(20_000);
      FakeWebSocket.last.receive({ type: "pong" });
      await wait(5_000);
    }

    expect(FakeWebSocket.all).toHaveLength(1);
  });

  it("hears each frame once, however often it came back", async () => {
    socket = open();
    await soon();
    const old: FakeWebSocket[] = [];
    for (let round = 0; round < 3; round++) {
      FakeWebSocket.last.welcome();
      old.push(FakeWebSocket.last);
      FakeWebSocket.last.break();
      await wait(2_000);
    }
    FakeWebSocket.last.welcome();
    received = [];

    for (const one of old) one.receive({ type: "chat.messages" });
    FakeWebSocket.last.receive({ type: "chat.messages" });

    expect(received).toHaveLength(1);
  });

  it("tries at once when the network is back", async () => {
    socket = open();
    await soon();
    for (let round = 0; round < 8; round++) {
      FakeWebSocket.last.break();
      await wait(16_000);
    }
    FakeWebSocket.last.break();
    const before = FakeWebSocket.all.length;

    window.dispatchEvent(new Event("online"));
    await soon();

    expect(FakeWebSocket.all).toHaveLength(before + 1);
  });

  it("lets go in the back/forward cache and comes back from it", async () => {
    socket = open();
    await soon();
    FakeWebSocket.last.welcome();

    window.dispatchEvent(new Event("pagehide"));
    expect(FakeWebSocket.last.readyState).toBe(3);
    await wait(60_000);
    expect(FakeWebSocket.all).toHaveLength(1);
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    await soon();

    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it("does not send what the server would close it for", async () => {
    socket = open({ largest: 100 });
    await soon();
    FakeWebSocket.last.welcome();

    expect(socket.send({ type: "€".repeat(40) })).toBe(false);
    expect(socket.send({ type: "e".repeat(40) })).toBe(true);
  });

  it("does not come back faster and faster to a server that closes after each welcome", async () => {
    socket = open();
    await soon();
    for (let round = 0; round < 6; round++) {
      FakeWebSocket.last.welcome();
      FakeWebSocket.last.break(4422);
      await wait(10_000);
    }
    FakeWebSocket.last.welcome();
    FakeWebSocket.last.break(4422);
    const before = FakeWebSocket.all.length;

    await wait(2_000);

    expect(FakeWebSocket.all).toHaveLength(before);
  });

  it("is silent once it was closed", async () => {
    socket = open();
    await soon();
    FakeWebSocket.last.welcome();
    const last = FakeWebSocket.last;

    socket.close();
    last.receive({ type: "chat.messages" });
    window.dispatchEvent(new Event("online"));
    await wait(60_000);

    expect(received).toEqual([{ type: "welcome" }]);
    expect(FakeWebSocket.all).toHaveLength(1);
  });

  it("looks at once whether it is still there when the machine has slept", async () => {
    socket = open();
    await soon();
    FakeWebSocket.last.open();
    FakeWebSocket.last.receive({ type: "welcome" });
    const before = FakeWebSocket.all.length;

    vi.setSystemTime(Date.now() + 60_000);
    await wait(1_000);
    expect(FakeWebSocket.last.sent.at(-1)).toEqual({ type: "ping" });
    await wait(3_000);

    expect(FakeWebSocket.all.length).toBe(before + 1);
  });
});
