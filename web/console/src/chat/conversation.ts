import {
  PROTOCOL_VERSION,
  type ChatFromClient,
  type ChatFromServer,
  type ChatMessage,
  type FrameOf,
} from "@remote-support/protocol";
import type { SocketToken } from "@remote-support/socket";
import { asProblem } from "../api/problem";
import { Link } from "../socket/link";
import { randomId } from "../ui/id";
import {
  EMPTY,
  isMissingSome,
  withChanged,
  withFailure,
  withMessages,
  without,
  withPending,
  withProgress,
  type Pending,
  type Timeline,
} from "./timeline";
import { asStored, typeOf } from "./stored";
import type { Uploader } from "./upload";

/** Who writes here. */
export interface Author {
  id: string;
  name: string;
}

/** After this long without an answer a message may be sent again; its id keeps it from being stored twice. */
const PATIENCE = 10_000;
const GAP = 1_500;
/** The server passes one on in two seconds. */
const TYPING_EVERY = 2_000;
const TYPING_LASTS = 4_500;

/** One conversation over its socket: nothing is lost and nothing appears twice, whatever the network does. */
export class Conversation {
  #timeline: Timeline = EMPTY;
  readonly #listeners = new Set<() => void>();
  #gap: ReturnType<typeof setTimeout> | undefined;
  #typingEnds: ReturnType<typeof setTimeout> | undefined;
  #typed = 0;
  #read = 0;
  readonly #waits = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #uploads = new Map<string, AbortController>();
  readonly link: Link<ChatFromServer, ChatFromClient>;

  constructor(
    private readonly sessionId: string,
    private readonly me: Author,
    token: () => Promise<SocketToken>,
    private readonly upload: Uploader,
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
    for (const upload of this.#uploads.values()) upload.abort();
    this.#waits.clear();
    clearTimeout(this.#gap);
    clearTimeout(this.#typingEnds);
  }

  /** @param internal a note that staff alone see */
  send(text: string, internal = false): void {
    const own: Pending = { clientMessageId: randomId(), text, at: new Date().toISOString() };
    if (internal) own.internal = true;
    this.#typed = 0;
    this.#become(withPending(this.#timeline, own));
    this.#post(own);
  }

  attach(file: File): void {
    const own: Pending = {
      clientMessageId: randomId(),
      text: file.name || "file",
      at: new Date().toISOString(),
      upload: { file, progress: 0 },
    };
    this.#become(withPending(this.#timeline, own));
    void this.#uploadThenPost(own.clientMessageId, file);
  }

  retry(clientMessageId: string): void {
    const own = this.#pending(clientMessageId);
    if (!own) return;
    this.#become(withFailure(this.#timeline, clientMessageId, undefined));
    if (own.upload && !own.upload.stored) void this.#uploadThenPost(clientMessageId, own.upload.file);
    else this.#post(own);
  }

  discard(clientMessageId: string): void {
    this.#uploads.get(clientMessageId)?.abort();
    this.#settle(clientMessageId);
    this.#become(without(this.#timeline, clientMessageId));
  }

  /** To be called at every key: it is told no more often than makes sense. */
  type(now = Date.now()): void {
    if (now - this.#typed < TYPING_EVERY) return;
    if (this.link.send({ type: "chat.typing" })) this.#typed = now;
  }

  /** A person has seen everything up to here. */
  read(sequence: number): void {
    if (sequence <= this.#read) return;
    this.#read = sequence;
    this.link.send({ type: "chat.read", sequence });
  }

  async #uploadThenPost(clientMessageId: string, file: File): Promise<void> {
    const stop = new AbortController();
    this.#uploads.set(clientMessageId, stop);
    const tell = (progress: number) =>
      this.#become(withChanged(this.#timeline, clientMessageId, { upload: { file, progress } }));
    tell(0);
    try {
      const stored = await this.upload(file, tell, stop.signal);
      this.#become(withChanged(this.#timeline, clientMessageId, { upload: { file, progress: 1, stored } }));
      const own = this.#pending(clientMessageId);
      if (own) this.#post(own);
    } catch (error) {
      this.#become(withFailure(this.#timeline, clientMessageId, asProblem(error).detail));
    } finally {
      this.#uploads.delete(clientMessageId);
    }
  }

  /** One that cannot go out now goes out with the next welcome. */
  #post({ clientMessageId, text, internal, upload }: Pending): void {
    if (upload && !upload.stored) return;
    const frame: FrameOf<ChatFromClient, "chat.send"> = { type: "chat.send", clientMessageId, text };
    if (internal) frame.internal = true;
    if (upload?.stored) {
      frame.messageType = typeOf(upload.stored);
      frame.attachmentId = upload.stored.id;
    }
    if (!this.link.send(frame)) return;
    clearTimeout(this.#waits.get(clientMessageId));
    this.#waits.set(
      clientMessageId,
      setTimeout(() => this.#fail(clientMessageId, "No answer yet", true), PATIENCE),
    );
  }

  #receive(frame: ChatFromServer): void {
    switch (frame.type) {
      case "welcome":
        this.#arrived([], frame.last);
        for (const own of this.#timeline.pending) {
          if (own.unanswered) this.retry(own.clientMessageId);
          else if (!own.failure) this.#post(own);
        }
        if (this.#read > 0) this.link.send({ type: "chat.read", sequence: this.#read });
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
      case "chat.typing":
        if (frame.seat === "customer") this.#typing(frame.name);
        break;
      case "chat.progress":
        if (frame.seat === "customer") this.#become(withProgress(this.#timeline, frame));
        break;
      case "chat.ended":
        this.#become({ ...this.#timeline, ended: true, typing: undefined });
        break;
    }
  }

  #accepted({ clientMessageId, id, sequence, at }: FrameOf<ChatFromServer, "chat.accepted">): void {
    this.#settle(clientMessageId);
    const own = this.#pending(clientMessageId);
    if (!own) return;
    const message = asStored(own, this.sessionId, this.me, { id, sequence, at });
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

  #typing(name: string): void {
    clearTimeout(this.#typingEnds);
    this.#become({ ...this.#timeline, typing: name });
    this.#typingEnds = setTimeout(() => this.#become({ ...this.#timeline, typing: undefined }), TYPING_LASTS);
  }

  #pending(clientMessageId: string): Pending | undefined {
    return this.#timeline.pending.find((own) => own.clientMessageId === clientMessageId);
  }

  #fail(clientMessageId: string, failure: string, unanswered = false): void {
    this.#settle(clientMessageId);
    this.#become(withFailure(this.#timeline, clientMessageId, failure, unanswered));
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
