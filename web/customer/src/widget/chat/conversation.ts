import type { Attachment, ChatFromServer, ChatMessage, MessageType } from "@remote-support/protocol";
import { uuid } from "@remote-support/sdk/host";

/** A message on its way: typed here, not yet known to be stored. */
export interface Pending {
  clientMessageId: string;
  text: string;
  /** Why it was not sent; the person may try again. */
  failed?: string | undefined;
  /** Failed because no answer came in time: it goes again by itself once the connection is back. */
  unanswered?: boolean;
  /** With a file, which travels before its message. */
  file?: Travelling | undefined;
}

export interface Travelling {
  name: string;
  size: number;
  mediaType: string;
  /** From 0 to 1. */
  progress: number;
  /** Known once it is there. */
  attachmentId?: string | undefined;
  /** Whether there is a picture of it to show. */
  preview?: boolean | undefined;
}

/** One message as it is shown. */
export interface Entry {
  /** Stays the same from the first keystroke on, so that a sent message does not jump. */
  key: string;
  mine: boolean;
  name: string;
  text: string;
  at?: string;
  status: "sent" | "delivered" | "read" | "sending" | "failed";
  why?: string | undefined;
  attachment?: Attachment | undefined;
  file?: Travelling | undefined;
  masked?: boolean | undefined;
}

/**
 * The messages of one conversation: what is stored, in the order of its sequence, then what is still on its way. Frames
 * may come twice or out of order; a message sent again keeps its name and is stored once. Sequences have gaps where
 * something is not meant for us, so what is complete is what the server calls so.
 */
export class Conversation {
  /** The last sequence up to which nothing of ours is missing. */
  complete = 0;
  private readonly stored = new Map<number, ChatMessage>();
  private readonly keys = new Map<number, string>();
  /** The newest sequence there is, as far as the server said. */
  private newest = 0;
  private welcomed = false;
  private progress = { delivered: 0, read: 0 };

  constructor(public pending: Pending[] = []) {}

  get gap(): boolean {
    return this.complete < this.newest;
  }

  /** Whether all that was said before we looked is here. */
  get caughtUp(): boolean {
    return this.welcomed && !this.gap;
  }

  /** Whether nobody has written anything yet, as in a session that is a call. */
  get isBlank(): boolean {
    return this.caughtUp && !this.stored.size && !this.pending.length;
  }

  add(text: string, file?: Travelling): Pending {
    const pending: Pending = { clientMessageId: uuid(), text, ...(file && { file }) };
    this.pending.push(pending);
    return pending;
  }

  remove(clientMessageId: string): void {
    this.pending = this.pending.filter((one) => one.clientMessageId !== clientMessageId);
  }

  fail(clientMessageId: string, why: string, unanswered = false): void {
    const pending = this.find(clientMessageId);
    if (pending) Object.assign(pending, { failed: why, unanswered });
  }

  retry(clientMessageId: string): Pending | undefined {
    const pending = this.find(clientMessageId);
    delete pending?.failed;
    delete pending?.unanswered;
    return pending;
  }

  receive(frame: ChatFromServer): void {
    switch (frame.type) {
      case "welcome":
        this.welcomed = true;
        this.newest = Math.max(this.newest, frame.last);
        break;
      case "chat.messages":
        this.newest = Math.max(this.newest, frame.last);
        for (const message of frame.messages) this.store(message);
        // The server feeds in order; without its word, what it sent last is how far it has come.
        this.complete = Math.max(this.complete, frame.through ?? frame.messages.at(-1)?.sequence ?? frame.last);
        break;
      case "chat.accepted": {
        const pending = this.find(frame.clientMessageId);
        if (pending && !this.stored.has(frame.sequence)) {
          this.stored.set(frame.sequence, own(pending, frame.id, frame.sequence, frame.at));
        }
        this.arrived(frame.clientMessageId, frame.sequence);
        break;
      }
      case "chat.refused":
        this.fail(frame.clientMessageId, frame.detail);
        break;
      case "chat.progress":
        if (frame.seat === "technician") this.progress = frame;
        break;
    }
  }

  /** Takes in what was read over REST, oldest first. */
  take(messages: ChatMessage[]): void {
    for (const message of messages) this.store(message);
    this.complete = Math.max(this.complete, messages.at(-1)?.sequence ?? 0);
  }

  entries(): Entry[] {
    const stored = [...this.stored.values()].sort((a, b) => a.sequence - b.sequence);
    return [
      ...stored.map((message): Entry => ({
        key: this.keys.get(message.sequence) ?? message.id,
        mine: message.sender.seat === "customer",
        name: message.sender.name,
        text: message.text,
        at: message.at,
        status: this.statusOf(message.sequence),
        attachment: message.attachment,
        masked: message.masked,
      })),
      ...this.pending.map(({ clientMessageId, text, failed, file }): Entry => ({
        key: clientMessageId,
        mine: true,
        name: "",
        text,
        status: failed === undefined ? "sending" : "failed",
        why: failed,
        file,
      })),
    ];
  }

  /** The sequence of the newest message of the other side. */
  get heard(): number {
    return Math.max(0, ...this.others().map(({ sequence }) => sequence));
  }

  /** Messages of the other side after a sequence, oldest first. */
  heardAfter(sequence: number): ChatMessage[] {
    return this.others()
      .filter((message) => message.sequence > sequence)
      .sort((a, b) => a.sequence - b.sequence);
  }

  private others(): ChatMessage[] {
    return [...this.stored.values()].filter(({ sender }) => sender.seat !== "customer");
  }

  private statusOf(sequence: number): Entry["status"] {
    const { read, delivered } = this.progress;
    return sequence <= read ? "read" : sequence <= delivered ? "delivered" : "sent";
  }

  private find(clientMessageId: string): Pending | undefined {
    return this.pending.find((one) => one.clientMessageId === clientMessageId);
  }

  private store(message: ChatMessage): void {
    this.stored.set(message.sequence, message);
    this.newest = Math.max(this.newest, message.sequence);
    this.arrived(message.clientMessageId, message.sequence);
  }

  private arrived(clientMessageId: string | null, sequence: number): void {
    if (!clientMessageId) return;
    this.remove(clientMessageId);
    this.keys.set(sequence, clientMessageId);
  }
}

function own({ clientMessageId, text, file }: Pending, id: string, sequence: number, at: string): ChatMessage {
  const sender = { kind: "visitor" as const, id: "", name: "", seat: "customer" as const };
  const attachment = file?.attachmentId && {
    id: file.attachmentId,
    name: file.name,
    mediaType: file.mediaType,
    size: file.size,
    preview: !!file.preview,
  };
  return {
    id,
    conversationId: "",
    sequence,
    sender,
    type: typeOf(file),
    text,
    at,
    clientMessageId,
    ...(attachment && { attachment }),
  };
}

export function typeOf(file: Travelling | undefined): MessageType {
  return !file ? "text" : file.preview ? "image" : "file";
}
