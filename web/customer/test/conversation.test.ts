import type { ChatMessage } from "@remote-support/protocol";
import { describe, expect, it } from "vitest";
import { Conversation } from "../src/widget/chat/conversation";

function message(sequence: number, more: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: `m${sequence}`,
    conversationId: "c",
    sequence,
    sender: { kind: "staff", id: "s", name: "Alex", seat: "technician" },
    type: "text",
    text: `text ${sequence}`,
    at: "2026-01-01T10:00:00Z",
    clientMessageId: null,
    ...more,
  };
}

const texts = (conversation: Conversation) => conversation.entries().map(({ text }) => text);

describe("a conversation", () => {
  it("is in the order of its sequence, however frames come", () => {
    const conversation = new Conversation();

    conversation.receive({ type: "chat.messages", messages: [message(3), message(1)], last: 3 });
    conversation.receive({ type: "chat.messages", messages: [message(2)], last: 3 });

    expect(texts(conversation)).toEqual(["text 1", "text 2", "text 3"]);
  });

  it("shows a message once that comes twice", () => {
    const conversation = new Conversation();

    conversation.receive({ type: "chat.messages", messages: [message(1)], last: 1 });
    conversation.receive({ type: "chat.messages", messages: [message(1)], last: 1 });

    expect(conversation.entries()).toHaveLength(1);
  });

  it("knows from the server up to where nothing is missing, whatever is not meant for it", () => {
    const conversation = new Conversation();

    conversation.receive({ type: "chat.messages", messages: [message(1), message(3)], last: 6, through: 4 });
    expect([conversation.complete, conversation.gap]).toEqual([4, true]);
    conversation.receive({ type: "chat.messages", messages: [], last: 6, through: 6 });

    expect([conversation.complete, conversation.gap]).toEqual([6, false]);
  });

  it("asks for no more where a server says nothing of what it skipped", () => {
    const conversation = new Conversation();

    conversation.receive({ type: "welcome", protocol: 1, conversation: "c", participant: "p", last: 6 });
    conversation.receive({ type: "chat.messages", messages: [], last: 6 });

    expect(conversation.gap).toBe(false);
  });

  it("ticks what has reached the other side, and what was read there", () => {
    const conversation = new Conversation();
    const own = (sequence: number) =>
      message(sequence, { sender: { kind: "visitor", id: "v", name: "", seat: "customer" } });
    conversation.receive({ type: "chat.messages", messages: [own(1), own(2), own(3)], last: 3 });

    conversation.receive({ type: "chat.progress", seat: "customer", delivered: 3, read: 3 });
    expect(conversation.entries().map(({ status }) => status)).toEqual(["sent", "sent", "sent"]);
    conversation.receive({ type: "chat.progress", seat: "technician", delivered: 2, read: 1 });

    expect(conversation.entries().map(({ status }) => status)).toEqual(["read", "delivered", "sent"]);
  });

  it("shows what the server made of a message, not what was typed", () => {
    const conversation = new Conversation();
    const { clientMessageId } = conversation.add("4111 1111 1111 1111");
    conversation.receive({ type: "chat.accepted", clientMessageId, id: "m1", sequence: 1, at: "" });

    const sender = { kind: "visitor", id: "v", name: "", seat: "customer" } as const;
    const stored = message(1, { clientMessageId, sender, text: "•••• 1111", masked: true });
    conversation.receive({ type: "chat.messages", messages: [stored], last: 1 });

    expect(conversation.entries()).toMatchObject([{ text: "•••• 1111", masked: true, key: clientMessageId }]);
  });

  it("knows from the welcome that there is more", () => {
    const conversation = new Conversation();

    conversation.receive({ type: "welcome", protocol: 1, conversation: "c", participant: "p", last: 2 });

    expect(conversation.gap).toBe(true);
  });

  it("shows what is on its way last, and keeps its place and key when it is stored", () => {
    const conversation = new Conversation();
    const { clientMessageId } = conversation.add("mine");
    conversation.receive({ type: "chat.messages", messages: [message(1)], last: 1 });
    expect(conversation.entries().map(({ status }) => status)).toEqual(["sent", "sending"]);

    conversation.receive({ type: "chat.accepted", clientMessageId, id: "m2", sequence: 2, at: "2026-01-01T10:00:01Z" });

    expect(conversation.entries()).toMatchObject([
      { mine: false, status: "sent" },
      { mine: true, status: "sent", text: "mine", key: clientMessageId },
    ]);
  });

  it("does not double a message whose echo comes before its acknowledgement, or after", () => {
    const conversation = new Conversation();
    const { clientMessageId } = conversation.add("mine");
    const echo = message(1, {
      clientMessageId,
      text: "mine",
      sender: { kind: "visitor", id: "v", name: "", seat: "customer" },
    });

    conversation.receive({ type: "chat.messages", messages: [echo], last: 1 });
    conversation.receive({ type: "chat.accepted", clientMessageId, id: "m1", sequence: 1, at: "" });
    conversation.receive({ type: "chat.messages", messages: [echo], last: 1 });

    expect(conversation.entries()).toMatchObject([{ key: clientMessageId, text: "mine", status: "sent" }]);
  });

  it("says why a message was refused and sends it again under the same name", () => {
    const conversation = new Conversation();
    const { clientMessageId } = conversation.add("mine");

    conversation.receive({ type: "chat.refused", clientMessageId, code: "flood", detail: "Too fast." });
    expect(conversation.entries()).toMatchObject([{ status: "failed", why: "Too fast." }]);
    conversation.retry(clientMessageId);

    expect(conversation.pending).toEqual([{ clientMessageId, text: "mine" }]);
  });
});
