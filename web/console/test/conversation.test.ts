import type { ChatMessage } from "@remote-support/protocol";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Conversation } from "../src/chat/conversation";
import { FakeSocket } from "./fake-socket";

const ME = { id: "staff-1", name: "Ada" };
let tickets = 0;

function message(sequence: number, more: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: `m${sequence}`,
    conversationId: "s1",
    sequence,
    sender: { kind: "visitor", id: "v1", name: "Grace", seat: "customer" },
    type: "text",
    text: `text ${sequence}`,
    at: "2026-03-01T10:00:00Z",
    clientMessageId: null,
    ...more,
  };
}

async function connected(last = 0): Promise<FakeSocket> {
  await vi.advanceTimersByTimeAsync(0);
  const socket = FakeSocket.last;
  socket.open();
  socket.say({ type: "welcome", protocol: 1, conversation: "s1", participant: "p1", last });
  return socket;
}

function begin(): Conversation {
  const conversation = new Conversation("s1", ME, () => Promise.resolve({ token: `t${++tickets}`, expiresIn: 300 }));
  conversation.start();
  return conversation;
}

const sequences = (conversation: Conversation) => conversation.timeline().messages.map((one) => one.sequence);

beforeEach(() => {
  vi.useFakeTimers();
  tickets = 0;
  FakeSocket.install();
});

describe("Conversation", () => {
  it("shows a message as pending until it is stored, and then once", async () => {
    const conversation = begin();
    const socket = await connected();

    conversation.send("Hello");

    const clientMessageId = socket.sent.at(-1)?.clientMessageId as string;
    expect(conversation.timeline().pending).toHaveLength(1);
    socket.say({ type: "chat.accepted", clientMessageId, id: "m1", sequence: 1, at: "2026-03-01T10:00:00Z" });
    socket.say({ type: "chat.messages", messages: [message(1, { clientMessageId, text: "Hello" })], last: 1 });
    expect(conversation.timeline().pending).toEqual([]);
    expect(conversation.timeline().messages.map((one) => one.text)).toEqual(["Hello"]);
  });

  it("settles a pending message also when the message itself comes first", async () => {
    const conversation = begin();
    const socket = await connected();
    conversation.send("Hello");
    const clientMessageId = socket.sent.at(-1)?.clientMessageId as string;

    socket.say({ type: "chat.messages", messages: [message(1, { clientMessageId })], last: 1 });
    socket.say({ type: "chat.accepted", clientMessageId, id: "m1", sequence: 1, at: "2026-03-01T10:00:00Z" });

    expect(conversation.timeline().pending).toEqual([]);
    expect(sequences(conversation)).toEqual([1]);
  });

  it("goes on after the last message it has, with a fresh ticket, and sends again what was not stored", async () => {
    const conversation = begin();
    const first = await connected();
    first.say({ type: "chat.messages", messages: [message(1), message(2)], last: 2 });
    conversation.send("On its way");
    const clientMessageId = first.sent.at(-1)?.clientMessageId;

    first.break();
    await vi.advanceTimersByTimeAsync(1_000);
    const second = await connected(2);

    expect(FakeSocket.opened).toHaveLength(2);
    expect(second.protocols).toEqual(["remote-support.v1", "bearer.t2"]);
    expect(second.sent[0]).toMatchObject({ type: "hello", after: 2 });
    expect(second.sent[1]).toMatchObject({ type: "chat.send", clientMessageId, text: "On its way" });
    expect(sequences(conversation)).toEqual([1, 2]);
  });

  it("hears nothing from a connection that was given up", async () => {
    const conversation = begin();
    const first = await connected();
    first.break();
    await vi.advanceTimersByTimeAsync(1_000);
    await connected();

    first.say({ type: "chat.messages", messages: [message(1)], last: 1 });

    expect(sequences(conversation)).toEqual([]);
  });

  it("asks for what is missing between two messages", async () => {
    begin();
    const socket = await connected();
    socket.say({ type: "chat.messages", messages: [message(1)], last: 1 });

    socket.say({ type: "chat.messages", messages: [message(4)], last: 4 });
    await vi.advanceTimersByTimeAsync(2_000);

    expect(socket.sent.at(-1)).toEqual({ type: "chat.fetch", after: 1 });
  });

  it("orders by sequence, whatever the order of arrival", async () => {
    const conversation = begin();
    const socket = await connected();

    socket.say({ type: "chat.messages", messages: [message(2)], last: 2 });
    socket.say({ type: "chat.messages", messages: [message(1), message(2)], last: 2 });

    expect(sequences(conversation)).toEqual([1, 2]);
    expect(conversation.timeline().have).toBe(2);
  });

  it("keeps a refused message with the reason, and sends it again under the same id", async () => {
    const conversation = begin();
    const socket = await connected();
    conversation.send("Too fast");
    const clientMessageId = socket.sent.at(-1)?.clientMessageId as string;

    socket.say({ type: "chat.refused", clientMessageId, code: "too-fast", detail: "Wait a moment." });
    expect(conversation.timeline().pending[0]?.failure).toBe("Wait a moment.");
    conversation.retry(clientMessageId);

    expect(conversation.timeline().pending[0]?.failure).toBeUndefined();
    expect(socket.sent.filter((frame) => frame.type === "chat.send").map((frame) => frame.clientMessageId)).toEqual([
      clientMessageId,
      clientMessageId,
    ]);
  });

  it("says when no answer came", async () => {
    const conversation = begin();
    await connected();
    conversation.send("Anybody?");

    await vi.advanceTimersByTimeAsync(10_500);

    expect(conversation.timeline().pending[0]?.failure).toBe("No answer yet");
  });

  it("does not come back to a session that has ended", async () => {
    const conversation = begin();
    const socket = await connected();

    socket.break(4499);
    await vi.advanceTimersByTimeAsync(60_000);

    expect(FakeSocket.opened).toHaveLength(1);
    expect(conversation.link.state()).toMatchObject({ kind: "closed", code: 4499 });
  });
});
