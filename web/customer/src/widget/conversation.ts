import type { ChatFromServer, ChatMessage } from "@remote-support/protocol";

/** A message on its way: typed here, not yet known to be stored. */
export interface Pending {
  clientMessageId: string;
  text: string;
  /** Why it was not sent; the person may try again. */
  failed?: string | undefined;
}

/** One message as it is shown. */
export interface Entry {
  /** Stays the same from the first keystroke on, so that a sent message does not jump. */
  key: string;
  mine: boolean;
  name: string;
  text: string;
  at?: string;
  status: "sent" | "sending" | "failed";
  why?: string | undefined;
}

/**
 * The messages of one conversation: what is stored, in the order of its sequence, then what is still on its way. Frames
 * may come twice or out of order; a message sent again keeps its name and is stored once.
 */
export class Conversation {
  private readonly stored = new Map<number, ChatMessage>();
  private readonly keys = new Map<number, string>();
  /** The newest sequence there is, as far as the server said. */
  private newest = 0;

  constructor(public pending: Pending[] = []) {}

  /** The last sequence up to which nothing is missing. */
  get complete(): number {
    let last = 0;
    while (this.stored.has(last + 1)) last++;
    return last;
  }

  get gap(): boolean {
    return this.complete < this.newest;
  }

  add(text: string): Pending {
    const pending = { clientMessageId: crypto.randomUUID(), text };
    this.pending.push(pending);
    return pending;
  }

  fail(clientMessageId: string, why: string): void {
    const pending = this.pending.find((one) => one.clientMessageId === clientMessageId);
    if (pending) pending.failed = why;
  }

  retry(clientMessageId: string): void {
    const pending = this.pending.find((one) => one.clientMessageId === clientMessageId);
    if (pending) delete pending.failed;
  }

  receive(frame: ChatFromServer): void {
    switch (frame.type) {
      case "welcome":
        this.newest = Math.max(this.newest, frame.last);
        break;
      case "chat.messages":
        this.newest = Math.max(this.newest, frame.last);
        for (const message of frame.messages) {
          this.store(message);
          this.arrived(message.clientMessageId, message.sequence);
        }
        break;
      case "chat.accepted": {
        const pending = this.pending.find((one) => one.clientMessageId === frame.clientMessageId);
        if (pending && !this.stored.has(frame.sequence)) this.store(own(pending, frame.id, frame.sequence, frame.at));
        this.arrived(frame.clientMessageId, frame.sequence);
        break;
      }
      case "chat.refused":
        this.fail(frame.clientMessageId, frame.detail);
        break;
    }
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
        status: "sent",
      })),
      ...this.pending.map(({ clientMessageId, text, failed }): Entry => ({
        key: clientMessageId,
        mine: true,
        name: "",
        text,
        status: failed === undefined ? "sending" : "failed",
        why: failed,
      })),
    ];
  }

  /** The sequence of the newest message of the other side. */
  get heard(): number {
    return Math.max(
      0,
      ...[...this.stored.values()].filter(({ sender }) => sender.seat !== "customer").map((one) => one.sequence),
    );
  }

  private store(message: ChatMessage): void {
    this.stored.set(message.sequence, message);
    this.newest = Math.max(this.newest, message.sequence);
  }

  private arrived(clientMessageId: string | null, sequence: number): void {
    if (!clientMessageId) return;
    this.pending = this.pending.filter((one) => one.clientMessageId !== clientMessageId);
    this.keys.set(sequence, clientMessageId);
  }
}

function own({ clientMessageId, text }: Pending, id: string, sequence: number, at: string): ChatMessage {
  const sender = { kind: "visitor" as const, id: "", name: "", seat: "customer" as const };
  return { id, conversationId: "", sequence, sender, type: "text", text, at, clientMessageId };
}
