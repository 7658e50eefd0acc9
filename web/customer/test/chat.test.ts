import type { ChatFromClient, ChatFromServer } from "@remote-support/protocol";
import type { ResilientSocket } from "@remote-support/socket";
import type { Host, Memory } from "@remote-support/sdk/host";
import type { ChatEars, Standing } from "@remote-support/sdk/session";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Chat } from "../src/widget/chat/chat";

function memory(): Memory {
  const values = new Map<string, string>();
  return {
    get: <T>(name: string) => (values.has(name) ? (JSON.parse(values.get(name) ?? "") as T) : undefined),
    set: (name, value) => void (value === undefined ? values.delete(name) : values.set(name, JSON.stringify(value))),
  };
}

let server: { ears: ChatEars; sent: ChatFromClient[]; connected: boolean; opened: number };
let session: string | undefined;
let tell: (id: string | undefined) => void;
let tabMemory: Memory;
let start: ReturnType<typeof vi.fn>;

function chat(): Chat {
  const socket: ResilientSocket<ChatFromClient> = {
    send: (frame) => server.connected && !!server.sent.push(frame),
    backlog: () => 0,
    close: () => (server.connected = false),
  };
  const host = {
    local: memory(),
    tab: tabMemory,
    request: vi.fn(() => Promise.resolve({})),
    load: () =>
      Promise.resolve({
        standing: (listener: (standing: Standing) => void) =>
          listener({
            state: "active",
            technicians: ["Alex"],
            shared: false,
            waiting: undefined,
            idleEndsAt: undefined,
          }),
        chat: (_id: string, ears: ChatEars) => {
          server.ears = ears;
          server.opened++;
          return socket;
        },
      }),
    session: {
      id: () => session,
      start,
      ended: () => tell((session = undefined)),
      changed: (listener: typeof tell) => (tell = listener),
    },
  } as unknown as Host;
  return new Chat(host, () => undefined);
}

function connect(last = 0): void {
  server.connected = true;
  server.ears.state("connected");
  server.ears.receive({ type: "welcome", protocol: 1, conversation: "s", participant: "p", last });
}

function receive(frame: ChatFromServer): void {
  server.ears.receive(frame);
}

const soon = () => vi.advanceTimersByTimeAsync(0);
const sends = () => server.sent.filter((frame) => frame.type === "chat.send");

beforeEach(() => {
  vi.useFakeTimers();
  server = { ears: undefined as unknown as ChatEars, sent: [], connected: false, opened: 0 };
  session = undefined;
  tabMemory = memory();
  start = vi.fn(() => {
    session = "s";
    tell("s");
    return Promise.resolve("s");
  });
});

afterEach(() => vi.useRealTimers());

describe("the chat", () => {
  it("starts one session with the first message and sends in order once connected", async () => {
    const it = chat();
    it.send("one", [], { name: "Jo" });
    it.send("two", [], { name: "Jo" });
    await soon();
    expect(start).toHaveBeenCalledExactlyOnceWith({ name: "Jo", email: undefined });
    expect(sends()).toEqual([]);

    connect();

    expect(sends().map(({ text }) => text)).toEqual(["one", "two"]);
  });

  it("sends again after a break what was not acknowledged, under the same name", async () => {
    const it = chat();
    it.send("one");
    await soon();
    connect();
    server.connected = false;
    server.ears.state("waiting");
    it.send("two");

    connect();

    const names = sends().map(({ clientMessageId }) => clientMessageId);
    expect(sends().map(({ text }) => text)).toEqual(["one", "one", "two"]);
    expect(names[0]).toBe(names[1]);
  });

  it("keeps what is on its way over a reload", async () => {
    const before = chat();
    before.send("one");
    await soon();

    chat();
    await soon();
    connect();

    expect(sends().map(({ text }) => text)).toEqual(["one"]);
  });

  it("calls a message failed that is not answered, and may send it again", async () => {
    const it = chat();
    it.send("one");
    await soon();
    connect();

    await vi.advanceTimersByTimeAsync(11_000);
    expect(it.conversation.entries()).toMatchObject([{ status: "failed" }]);
    it.retry(it.conversation.entries()[0]?.key ?? "");

    expect(sends()).toHaveLength(2);
    expect(it.conversation.entries()).toMatchObject([{ status: "sending" }]);
  });

  it("sends by itself what a hung connection left unanswered, once there is one again, and nothing that was refused", async () => {
    const it = chat();
    it.send("lost");
    it.send("too fast");
    await soon();
    connect();
    const [lost, refused] = sends().map(({ clientMessageId }) => clientMessageId);
    receive({ type: "chat.refused", clientMessageId: refused ?? "", code: "too-fast", detail: "Wait a moment." });
    await vi.advanceTimersByTimeAsync(11_000);

    connect();

    expect(sends().map(({ clientMessageId }) => clientMessageId)).toEqual([lost, refused, lost]);
    expect(it.conversation.entries()).toMatchObject([{ status: "sending" }, { status: "failed" }]);
  });

  it("says so when no session can be started, and tries again on demand", async () => {
    start.mockRejectedValueOnce(new Error("503"));
    const it = chat();
    it.send("one");
    await soon();
    expect(it.conversation.entries()).toMatchObject([{ status: "failed" }]);

    it.retry(it.conversation.entries()[0]?.key ?? "");
    await soon();
    connect();

    expect(sends()).toHaveLength(1);
  });

  it("fetches what it missed, one fetch at a time", async () => {
    session = "s";
    chat();
    await soon();
    connect();
    const upTo = (sequence: number): ChatFromServer => ({
      type: "chat.messages",
      messages: [
        {
          id: String(sequence),
          conversationId: "s",
          sequence,
          sender: { kind: "staff", id: "a", name: "Alex", seat: "technician" },
          type: "text",
          text: "x",
          at: "",
          clientMessageId: null,
        },
      ],
      last: 9,
      through: sequence,
    });

    receive(upTo(3));
    receive({ type: "chat.accepted", clientMessageId: "other", id: "i", sequence: 9, at: "" });
    expect(server.sent.filter((frame) => frame.type === "chat.fetch")).toEqual([{ type: "chat.fetch", after: 3 }]);
    receive(upTo(9));

    expect(server.sent.filter((frame) => frame.type === "chat.fetch")).toHaveLength(1);
  });

  it("ends when the session ends, and can begin anew", async () => {
    const it = chat();
    it.send("one");
    await soon();
    connect();

    receive({ type: "chat.ended" });
    expect(it.phase).toBe("ended");
    expect(it.conversation.entries()).toHaveLength(1);
    expect(tabMemory.get("outbox")).toBeUndefined();
    it.restart();
    expect([it.phase, it.conversation.entries().length]).toEqual(["new", 0]);
    it.send("two");
    await soon();

    expect(start).toHaveBeenCalledTimes(2);
    expect(server.opened).toBe(2);
  });

  it("knows what was not read yet", async () => {
    session = "s";
    const it = chat();
    await soon();
    connect();
    const sender = { kind: "staff" as const, id: "a", name: "Alex", seat: "technician" as const };
    receive({
      type: "chat.messages",
      messages: [
        { id: "1", conversationId: "s", sequence: 1, sender, type: "text", text: "Hi", at: "", clientMessageId: null },
      ],
      last: 1,
    });
    expect(it.reading.unread).toBe(1);

    it.reading.seen();

    expect(it.reading.unread).toBe(0);
    expect(server.sent).toContainEqual({ type: "chat.read", sequence: 1 });
  });
});
