import { beforeEach, describe, expect, it, vi } from "vitest";
import { enterEarly, enterRoom } from "../src/stage/rooms";
import { FakeSocket } from "./fake-socket";

const admit = vi.hoisted(() => vi.fn());
const admitEarly = vi.hoisted(() => vi.fn());
vi.mock("../src/session/admission", () => ({ admit, admitEarly }));

const WELCOME = {
  type: "welcome",
  protocol: 1,
  epoch: 1,
  participant: "me",
  seat: "technician",
  session: { id: "s1", state: "active" },
  participants: [],
  grants: [],
};

async function connect(): Promise<FakeSocket> {
  await vi.advanceTimersByTimeAsync(0);
  const socket = FakeSocket.last;
  socket.open();
  socket.say(WELCOME);
  return socket;
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.install();
  admit.mockReset().mockResolvedValue({ token: "t", expiresIn: 300 });
  admitEarly.mockReset().mockResolvedValue({ token: "early", expiresIn: 300 });
});

describe("a session's room", () => {
  it("is one for page and call, and is left by the last of them", async () => {
    const page = enterRoom("s1");
    const socket = await connect();
    const call = enterRoom("s1");
    expect(call.room).toBe(page.room);

    page.leave();
    expect(socket.types()).not.toContain("leave");
    call.leave();

    expect(socket.types()).toContain("leave");
    expect(FakeSocket.opened).toHaveLength(1);
  });

  it("is another one for another session, and after it was left", () => {
    const first = enterRoom("s1");
    const other = enterRoom("s2");
    first.leave();
    const again = enterRoom("s1");

    expect(other.room).not.toBe(first.room);
    expect(again.room).not.toBe(first.room);
    for (const entered of [other, again]) entered.leave();
  });

  it("that was closed for good is entered anew, and who was in the old one leaves only that", async () => {
    const old = enterRoom("s1");
    (await connect()).break(4404);

    const anew = enterRoom("s1");
    old.leave();

    expect(anew.room).not.toBe(old.room);
    expect(enterRoom("s1").room).toBe(anew.room);
  });

  it("is entered at once with a token that one has, and with a fresh one afterwards", async () => {
    const entered = enterRoom("s3", { token: "had", expiresIn: 300 });
    (await connect()).break();
    expect(admit).not.toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(5_000);

    expect(admit).toHaveBeenCalledExactlyOnceWith("s3");
    entered.leave();
  });

  it("is waited for in front of it while a call rings, and entered with the token of the answer", async () => {
    const early = enterEarly("s4");
    const socket = await connect();
    expect(admitEarly).toHaveBeenCalledExactlyOnceWith("s4");

    const answered = enterRoom("s4", { token: "full", expiresIn: 300 });
    enterRoom("s4", { token: "another", expiresIn: 300 }).leave();

    expect(answered.room).toBe(early.room);
    expect(socket.sent.filter(({ type }) => type === "token.renew")).toEqual([{ type: "token.renew", token: "full" }]);
    socket.break();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(admit).toHaveBeenCalledExactlyOnceWith("s4");
    for (const entered of [early, answered]) entered.leave();
  });

  it("is entered with the token of the answer by the next connection, where there is none just then", async () => {
    const early = enterEarly("s5");
    (await connect()).break();

    const answered = enterRoom("s5", { token: "full", expiresIn: 300 });
    await vi.advanceTimersByTimeAsync(5_000);

    expect(FakeSocket.last.protocols).toContain("bearer.full");
    for (const entered of [early, answered]) entered.leave();
  });
});
