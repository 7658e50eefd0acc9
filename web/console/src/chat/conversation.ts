import {
  PROTOCOL_VERSION,
  type ChatFromClient,
  type ChatFromServer,
  type ChatMessage,
  type FrameOf,
} from "@remote-support/protocol";
import type { SocketToken } from "@remote-support/socket";
import { Link } from "../socket/link";
import { randomId } from "../ui/id";
import {
  EMPTY,
  isMissingSome,
  withFailure,
  withMessages,
  without,
  withPending,
  type Pending,
  type Timeline,
} from "./timeline";

/** Who writes here. */
export interface Author {
  id: string;
  name: string;
}

/** After this long without an answer a message may be sent again; its id keeps it from being stored twice. */
const PATIENCE = 10_000;
const GAP = 1_500;

/** One conversation over its socket: nothing is lost and nothing appears twice, whatever the network does. */
export class Conversation {
  #timeline: Timeline = EMPTY;
  readonly #listeners = new Set<() => void>();
  #gap: ReturnType<typeof setTimeout> | undefined;
  readonly #waits = new Map<string, ReturnType<typeof setTimeout>>();
  readonly link: Link<ChatFromServer, ChatFromClient>;

  constructor(
    private readonly sessionId: string,
    private readonly me: Author,
    token: () => Promise<SocketToken>,
  ) {
    this.link = new Link<ChatFromServer, ChatFromClient>({
      path: "/ws/chat",
      token,
      hello: () => ({ type: "hello", protocol: PROTOCOL_VERSION, after: this.#timeline.have }),
      receive: (frame) => this.#receive(frame),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly timeline = (): Timeline => this.#timeline;

  start(): void {
    this.link.start();
  }

  stop(): void {
    this.link.stop();
    for (const wait of this.#waits.values()) clearTimeout(wait);
    this.#waits.clear();
    clearTimeout(this.#gap);
  }

  send(text: string): void {
    const own: Pending = { clientMessageId: randomId(), text, at: new Date().toISOString() };
    this.#become(withPending(this.#timeline, own));
    this.#post(own);
  }

  retry(clientMessageId: string): void {
    const own = this.#timeline.pending.find((pending) => pending.clientMessageId === clientMessageId);
    if (!own) return;
    this.#become(withFailure(this.#timeline, clientMessageId, undefined));
    this.#post(own);
  }

  discard(clientMessageId: string): void {
    this.#settle(clientMessageId);
    this.#become(without(this.#timeline, clientMessageId));
  }

  /** One that cannot go out now goes out with the next welcome. */
  #post({ clientMessageId, text }: Pending): void {
    if (!this.link.send({ type: "chat.send", clientMessageId, text })) return;
    clearTimeout(this.#waits.get(clientMessageId));
    this.#waits.set(
      clientMessageId,
      setTimeout(() => this.#fail(clientMessageId, "No answer yet"), PATIENCE),
    );
  }

  #receive(frame: ChatFromServer): void {
    switch (frame.type) {
      case "welcome":
        this.#arrived([], frame.last);
        for (const own of this.#timeline.pending) if (!own.failure) this.#post(own);
        break;
      case "chat.messages":
        this.#arrived(frame.messages, frame.last);
        break;
      case "chat.accepted":
        this.#accepted(frame);
        break;
      case "chat.refused":
        this.#fail(frame.clientMessageId, frame.detail);
        break;
      case "chat.ended":
        this.#become({ ...this.#timeline, ended: true });
        break;
    }
  }

  #accepted({ clientMessageId, id, sequence, at }: FrameOf<ChatFromServer, "chat.accepted">): void {
    this.#settle(clientMessageId);
    const own = this.#timeline.pending.find((pending) => pending.clientMessageId === clientMessageId);
    if (!own) return;
    const message: ChatMessage = {
      id,
      conversationId: this.sessionId,
      sequence,
      sender: { kind: "staff", id: this.me.id, name: this.me.name, seat: "technician" },
      type: "text",
      text: own.text,
      at,
      clientMessageId,
    };
    this.#arrived([message], sequence);
  }

  #arrived(messages: ChatMessage[], last: number): void {
    for (const message of messages) if (message.clientMessageId) this.#settle(message.clientMessageId);
    this.#become(withMessages(this.#timeline, messages, last));
    this.#askForMissing();
  }

  /** The server sends all there is by itself; what is still missing after a while is asked for. */
  #askForMissing(): void {
    clearTimeout(this.#gap);
    if (!isMissingSome(this.#timeline)) return;
    this.#gap = setTimeout(() => {
      this.link.send({ type: "chat.fetch", after: this.#timeline.have });
      this.#askForMissing();
    }, GAP);
  }

  #fail(clientMessageId: string, failure: string): void {
    this.#settle(clientMessageId);
    this.#become(withFailure(this.#timeline, clientMessageId, failure));
  }

  #settle(clientMessageId: string): void {
    clearTimeout(this.#waits.get(clientMessageId));
    this.#waits.delete(clientMessageId);
  }

  #become(timeline: Timeline): void {
    this.#timeline = timeline;
    for (const listener of this.#listeners) listener();
  }
}
