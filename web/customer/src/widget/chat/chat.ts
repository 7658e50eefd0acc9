import type { ChatFromClient, ChatFromServer } from "@remote-support/protocol";
import type { Host } from "@remote-support/sdk/host";
import type { Standing } from "@remote-support/sdk/session";
import type { ResilientSocket, SocketState } from "@remote-support/socket";
import { Conversation } from "./conversation";
import { LastChat } from "./finished";
import { Hours } from "./hours";
import { Outbox } from "./outbox";
import { Reading } from "./reading";
import { Typing } from "./typing";
import { excuse, refusal } from "../excuse";
import { say } from "../words";

/** How long the last words of an ended session may take to arrive. */
const FAREWELL = 3_000;

export type Phase = "new" | "open" | "ended";

/** Who writes, as far as they say so themselves. */
export interface Who {
  name: string;
  email?: string;
}

/** The customer's side of the chat: starts a session with the first message, and loses none on the way. */
export class Chat {
  phase: Phase = "new";
  connection: SocketState = "connecting";
  standing: Standing | undefined;
  conversation: Conversation;
  session: string | undefined;
  socket: ResilientSocket<ChatFromClient> | undefined;
  readonly hours: Hours;
  readonly last: LastChat;
  readonly outbox: Outbox;
  readonly reading: Reading;
  readonly typing: Typing;
  private starting: Promise<unknown> | undefined;
  private fetching = false;
  private listening = false;
  private helped = false;
  /** When the end for want of words was announced; words that came later have put it off. */
  private idleSince = 0;
  private spokenAt = 0;

  constructor(
    private readonly host: Host,
    private readonly tell: () => void,
  ) {
    this.conversation = new Conversation(Outbox.kept(host));
    this.outbox = new Outbox(host, this);
    this.hours = new Hours(host, tell);
    this.last = new LastChat(host.local);
    this.reading = new Reading(host, this);
    this.typing = new Typing(this);
    host.session.changed((id) => this.follow(id));
    this.follow(host.session.id());
    // The page went away while the session was being opened: a second start finds the same one.
    if (!this.session && this.conversation.pending.some(({ failed }) => failed === undefined)) this.deliver();
  }

  get connected(): boolean {
    return this.connection === "connected";
  }

  /** Where they may be answered when they are gone. */
  get email(): string | undefined {
    return this.host.local.get<string>("email");
  }

  /** When the session ends unless somebody says something. */
  get idleEndsAt(): string | undefined {
    return this.idleSince > this.spokenAt ? this.standing?.idleEndsAt : undefined;
  }

  send(text: string, files: File[] = [], who?: Who): void {
    if (this.phase === "ended") return;
    for (const file of files) this.outbox.addFile(file);
    if (text) this.conversation.add(text);
    this.typing.said();
    this.deliver(who);
    this.changed();
  }

  retry(clientMessageId: string): void {
    this.conversation.retry(clientMessageId);
    this.deliver();
    this.changed();
  }

  discard(clientMessageId: string): void {
    this.outbox.discard(clientMessageId);
    this.changed();
  }

  /** Takes up the session that the person has open anywhere. */
  async resume(): Promise<void> {
    if (this.phase === "ended") this.restart();
    if (!this.session) await this.host.session.start({ name: this.host.local.get<string>("name") ?? "" });
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
    this.hours.look();
    this.changed();
  }

  changed(): void {
    // What an ended chat left unsent is of no use on the next page.
    if (this.phase === "ended") this.host.tab.set("outbox", undefined);
    else this.outbox.keep();
    this.tell();
  }

  private follow(id: string | undefined): void {
    if (id === this.session) return;
    if (!id) {
      this.phase = "ended";
      if (this.session) this.last.ended(this.session, this.helped || this.conversation.heard > 0);
      this.failAll(say.chatOver);
      setTimeout(() => this.phase === "ended" && this.hangUp(), FAREWELL);
      return this.changed();
    }
    // What is still in the outbox belongs to the session that it opened.
    if (this.phase !== "new") this.conversation = new Conversation();
    this.hangUp();
    this.session = id;
    this.phase = "open";
    this.standing = undefined;
    this.helped = false;
    void this.connect(id).catch((problem: unknown) => console.warn("Remote Support:", problem));
    this.changed();
  }

  private async connect(id: string): Promise<void> {
    const script = await this.host.load("session");
    if (this.session !== id) return;
    if (!this.listening) {
      this.listening = true;
      script.standing((standing) => this.stand(standing));
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

  private stand(standing: Standing): void {
    if (standing.idleEndsAt && standing.idleEndsAt !== this.standing?.idleEndsAt) this.idleSince = Date.now();
    this.standing = standing;
    this.helped ||= standing.technicians.length > 0;
    this.changed();
  }

  private receive(frame: ChatFromServer): void {
    const { conversation } = this;
    conversation.receive(frame);
    switch (frame.type) {
      case "welcome":
        this.deliver();
        break;
      case "chat.messages":
        this.fetching = false;
        if (frame.messages.length) this.spokenAt = Date.now();
        this.typing.stopped(frame.messages);
        break;
      case "chat.accepted":
        this.outbox.settle(frame.clientMessageId);
        break;
      case "chat.refused":
        this.outbox.settle(frame.clientMessageId);
        conversation.fail(frame.clientMessageId, refusal(frame.code, frame.detail));
        break;
      case "chat.typing":
        this.typing.heard(frame);
        break;
      case "chat.ended":
        if (this.session) this.host.session.ended(this.session);
        break;
    }
    // The welcome's own backlog comes by itself.
    if (frame.type !== "welcome" && conversation.gap && !this.fetching) {
      this.fetching = this.socket?.send({ type: "chat.fetch", after: conversation.complete }) ?? false;
    }
    this.changed();
  }

  private deliver(who?: Who): void {
    if (this.session) this.outbox.deliver();
    else void this.start(who);
  }

  private async start(who?: Who): Promise<void> {
    if (this.starting) return;
    const { local, session } = this.host;
    try {
      const name = who?.name || (local.get<string>("name") ?? "");
      this.starting = session.start({ name, email: who?.email || this.email });
      await this.starting;
    } catch (problem) {
      this.failAll(excuse(problem));
      this.changed();
    } finally {
      this.starting = undefined;
    }
  }

  private failAll(why: string): void {
    for (const { clientMessageId } of this.conversation.pending) this.conversation.fail(clientMessageId, why);
  }

  private hangUp(): void {
    this.socket?.close();
    this.socket = undefined;
    this.fetching = false;
    this.connection = "connecting";
    this.outbox.rest();
    this.typing.stopped();
  }
}
