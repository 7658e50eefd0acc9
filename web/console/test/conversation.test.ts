import type { ChatMessage } from "@remote-support/protocol";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../src/api/problem";
import { Conversation } from "../src/chat/conversation";
import type { Uploader } from "../src/chat/upload";
import { FakeSocket } from "./fake-socket";

const ME = { id: "staff-1", name: "Ada" };
let tickets = 0;
let upload: Uploader;

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
  const conversation = new Conversation(
    "s1",
    ME,
    () => Promise.resolve({ token: `t${++tickets}`, expiresIn: 300 }),
    (...file) => upload(...file),
  );
  conversation.start();
  return conversation;
}

const sequences = (conversation: Conversation) => conversation.timeline().messages.map((one) => one.sequence);

beforeEach(() => {
  vi.useFakeTimers();
  tickets = 0;
  upload = () => Promise.reject(new Error("no upload expected"));
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

  it("sends by itself what a hung connection left unanswered, once there is one again", async () => {
    const conversation = begin();
    const first = await connected();
    conversation.send("Anybody?");
    await vi.advanceTimersByTimeAsync(10_500);

    first.break();
    await vi.advanceTimersByTimeAsync(1_000);
    const second = await connected();

    const again = second.sent.filter((frame) => frame.type === "chat.send");
    expect(again).toMatchObject([{ text: "Anybody?", clientMessageId: first.sent.at(-1)?.clientMessageId }]);
    expect(conversation.timeline().pending[0]?.failure).toBeUndefined();
  });

  it("does not come back to a session that has ended", async () => {
    const conversation = begin();
    const socket = await connected();

    socket.break(4499);
    await vi.advanceTimersByTimeAsync(60_000);

    expect(FakeSocket.opened).toHaveLength(1);
    expect(conversation.link.state()).toMatchObject({ kind: "closed", code: 4499 });
  });

  it("sends a note as one for staff alone, and shows it so", async () => {
    const conversation = begin();
    const socket = await connected();

    conversation.send("Knows the trick already", true);

    const frame = socket.sent.at(-1);
    expect(frame).toMatchObject({ type: "chat.send", internal: true });
    socket.say({
      type: "chat.accepted",
      clientMessageId: frame?.clientMessageId,
      id: "m1",
      sequence: 1,
      at: "2026-03-01T10:00:00Z",
    });
    expect(conversation.timeline().messages[0]).toMatchObject({ internal: true, text: "Knows the trick already" });
  });

  it("uploads a file with its progress, and then sends the message that names it", async () => {
    const stored = { id: "a1", name: "bill.png", mediaType: "image/png", size: 3, preview: true };
    let arrive: (attachment: typeof stored) => void = () => undefined;
    upload = (_file, onProgress) => {
      onProgress(0.5);
      return new Promise((resolve) => (arrive = resolve));
    };
    const conversation = begin();
    const socket = await connected();

    conversation.attach(new File(["abc"], "bill.png"));

    expect(conversation.timeline().pending[0]?.upload?.progress).toBe(0.5);
    expect(socket.types()).not.toContain("chat.send");
    arrive(stored);
    await vi.advanceTimersByTimeAsync(0);
    expect(socket.sent.at(-1)).toMatchObject({ type: "chat.send", messageType: "image", attachmentId: "a1" });
  });

  it("keeps a file that could not be uploaded, and uploads it again when asked", async () => {
    upload = vi.fn().mockRejectedValue(new Problem(413, "too-large", "Too large", "At most 10 MB."));
    const conversation = begin();
    await connected();
    conversation.attach(new File(["abc"], "film.mp4"));
    await vi.advanceTimersByTimeAsync(0);
    const [own] = conversation.timeline().pending;
    expect(own?.failure).toBe("At most 10 MB.");

    conversation.retry(own?.clientMessageId ?? "");

    expect(upload).toHaveBeenCalledTimes(2);
  });

  it("stops an upload whose message is discarded", async () => {
    let stopped = false;
    upload = (_file, _onProgress, signal) => {
      signal.addEventListener("abort", () => (stopped = true));
      return new Promise(() => undefined);
    };
    const conversation = begin();
    await connected();
    conversation.attach(new File(["abc"], "film.mp4"));

    conversation.discard(conversation.timeline().pending[0]?.clientMessageId ?? "");

    expect(stopped).toBe(true);
    expect(conversation.timeline().pending).toEqual([]);
  });

  it("knows how far the customer has come, and never goes back", async () => {
    const conversation = begin();
    const socket = await connected();

    socket.say({ type: "chat.progress", seat: "customer", delivered: 4, read: 3 });
    socket.say({ type: "chat.progress", seat: "customer", delivered: 2, read: 2 });

    expect(conversation.timeline().progress).toEqual({ delivered: 4, read: 3 });
  });

  it("shows that the customer writes, until a message comes or nothing does", async () => {
    const conversation = begin();
    const socket = await connected();

    socket.say({ type: "chat.typing", seat: "customer", name: "Grace" });
    expect(conversation.timeline().typing).toBe("Grace");
    socket.say({ type: "chat.messages", messages: [message(1)], last: 1 });
    expect(conversation.timeline().typing).toBeUndefined();

    socket.say({ type: "chat.typing", seat: "customer", name: "Grace" });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(conversation.timeline().typing).toBeUndefined();
  });

  it("tells of the own typing at most every two seconds, and of each newest message read once", async () => {
    const conversation = begin();
    const socket = await connected();

    for (const now of [10_000, 10_500, 11_900, 12_100]) conversation.type(now);
    for (const sequence of [2, 2, 1, 3]) conversation.read(sequence);

    expect(socket.types().filter((type) => type === "chat.typing")).toHaveLength(2);
    expect(socket.sent.filter((frame) => frame.type === "chat.read").map((frame) => frame.sequence)).toEqual([2, 3]);
  });
});
