import type { ChatFromClient, ChatFromServer } from "@remote-support/protocol";
import type { Host } from "@remote-support/sdk/host";
import type { Standing } from "@remote-support/sdk/session";
import type { ResilientSocket, SocketState } from "@remote-support/socket";
import { Conversation, type Pending } from "./conversation";

/** How long an answer to a message may take while connected. */
const PATIENCE = 10_000;

/** How long the last words of an ended session may take to arrive. */
const FAREWELL = 3_000;

export type Phase = "new" | "open" | "ended";

/** The customer's side of the chat: starts a session with the first message, and loses none on the way. */
export class Chat {
  phase: Phase = "new";
  connection: SocketState = "connecting";
  standing: Standing | undefined;
  conversation: Conversation;
  private session: string | undefined;
  private socket: ResilientSocket<ChatFromClient> | undefined;
  private starting: Promise<unknown> | undefined;
  private fetching = false;
  private listening = false;
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly host: Host,
    private readonly changed: () => void,
  ) {
    this.conversation = new Conversation(host.tab.get<Pending[]>("outbox"));
    host.session.changed((id) => this.follow(id));
    this.follow(host.session.id());
    // The page went away while the session was being opened: a second start finds the same one.
    if (!this.session && this.conversation.pending.some(({ failed }) => failed === undefined)) this.deliver("");
  }

  send(text: string, name: string): void {
    if (this.phase === "ended") return;
    this.conversation.add(text);
    this.deliver(name);
    this.update();
  }

  retry(clientMessageId: string): void {
    this.conversation.retry(clientMessageId);
    this.deliver("");
    this.update();
  }

  async end(): Promise<void> {
    const id = this.session;
    if (!id) return;
    await this.host.request(`support/chat/${id}/close`, {});
    this.host.session.ended(id);
  }

  /** After an end: the next message begins another session. */
  restart(): void {
    this.hangUp();
    this.session = undefined;
    this.phase = "new";
    this.standing = undefined;
    this.conversation = new Conversation();
    this.update();
  }

  /** Whether something was said that this browser has not shown yet. */
  get unread(): boolean {
    return this.conversation.heard > this.read;
  }

  markRead(): void {
    if (this.unread) this.host.local.set("read", { session: this.session, sequence: this.conversation.heard });
  }

  private get read(): number {
    const read = this.host.local.get<{ session: string; sequence: number }>("read");
    return read?.session === this.session ? (read?.sequence ?? 0) : 0;
  }

  private follow(id: string | undefined): void {
    if (id === this.session) return;
    if (!id) {
      this.phase = "ended";
      this.failAll("The chat has ended.");
      setTimeout(() => this.phase === "ended" && this.hangUp(), FAREWELL);
      return this.update();
    }
    // What is still in the outbox belongs to the session that it opened.
    if (this.phase !== "new") this.conversation = new Conversation();
    this.hangUp();
    this.session = id;
    this.phase = "open";
    this.standing = undefined;
    void this.connect(id).catch((problem: unknown) => console.warn("Remote Support:", problem));
    this.update();
  }

  private async connect(id: string): Promise<void> {
    const script = await this.host.load("session");
    if (this.session !== id) return;
    if (!this.listening) {
      this.listening = true;
      script.standing((standing) => {
        this.standing = standing;
        this.changed();
      });
    }
    this.socket = script.chat(id, {
      after: () => this.conversation.complete,
      receive: (frame) => this.session === id && this.receive(frame),
      state: (state) => {
        if (this.session !== id) return;
        this.connection = state;
        this.changed();
      },
    });
  }

  private receive(frame: ChatFromServer): void {
    const { conversation } = this;
    conversation.receive(frame);
    if (frame.type === "welcome") this.deliver("");
    if (frame.type === "chat.messages") this.fetching = false;
    if (frame.type === "chat.accepted" || frame.type === "chat.refused") this.settle(frame.clientMessageId);
    if (frame.type === "chat.ended" && this.session) this.host.session.ended(this.session);
    // The welcome's own backlog comes by itself.
    if (frame.type !== "welcome" && conversation.gap && !this.fetching) {
      this.fetching = this.socket?.send({ type: "chat.fetch", after: conversation.complete }) ?? false;
    }
    this.update();
  }

  /** Sends all that waits, in its order; what a break swallowed goes again under its old name. */
  private deliver(name: string): void {
    if (!this.session) return void this.start(name);
    for (const { clientMessageId, text, failed } of this.conversation.pending) {
      if (failed !== undefined) continue;
      if (!this.socket?.send({ type: "chat.send", clientMessageId, text })) continue;
      this.settle(clientMessageId);
      const late = () => {
        if (this.connection !== "connected") return;
        this.conversation.fail(clientMessageId, "No answer yet.");
        this.update();
      };
      this.waiting.set(clientMessageId, setTimeout(late, PATIENCE));
    }
  }

  private async start(name: string): Promise<void> {
    if (this.starting) return;
    try {
      this.starting = this.host.session.start({ name: name || (this.host.local.get<string>("name") ?? "") });
      await this.starting;
    } catch {
      this.failAll(navigator.onLine ? "" : "You seem to be offline.");
      this.update();
    } finally {
      this.starting = undefined;
    }
  }

  private failAll(why: string): void {
    for (const { clientMessageId } of this.conversation.pending) this.conversation.fail(clientMessageId, why);
  }

  private settle(clientMessageId: string): void {
    clearTimeout(this.waiting.get(clientMessageId));
    this.waiting.delete(clientMessageId);
  }

  private hangUp(): void {
    this.socket?.close();
    this.socket = undefined;
    this.fetching = false;
    this.connection = "connecting";
    for (const id of [...this.waiting.keys()]) this.settle(id);
  }

  private update(): void {
    this.host.tab.set("outbox", this.conversation.pending.length ? this.conversation.pending : undefined);
    this.changed();
  }
}
