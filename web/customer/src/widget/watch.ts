import type { ChatFromClient, ChatFromServer } from "@remote-support/protocol";
import type { Host } from "@remote-support/sdk/host";
import type { ResilientSocket } from "@remote-support/socket";
import { guarded } from "@remote-support/sdk/dom";
import { LastChat } from "./chat/finished";
import { readUpTo } from "./chat/reading";
import { Announcer } from "./window/announcer";

/** Follows the open session's chat while its window was never opened on this page: what is unread, and when it ends. */
export class Watch {
  private readonly last: LastChat;
  private readonly announcer: Announcer;
  private remove: (() => void) | undefined;
  private session: string | undefined;
  private socket: ResilientSocket<ChatFromClient> | undefined;
  /** Sequences of the other side that were not seen when they came. */
  private heard: number[] = [];
  private helped = false;
  /** What is older is no news. */
  private before = Infinity;
  private stopped = false;

  constructor(private readonly host: Host) {
    this.last = new LastChat(host.local);
    this.announcer = new Announcer(host);
  }

  start(): void {
    this.host.session.changed((id) => this.follow(id));
    this.follow(this.host.session.id());
    // What another tab has read counts here, too.
    addEventListener("storage", this.render);
  }

  /** The window has taken over. */
  stop(): void {
    this.stopped = true;
    removeEventListener("storage", this.render);
    this.socket?.close();
    this.remove?.();
  }

  private follow(id: string | undefined): void {
    if (this.stopped || id === this.session) return;
    if (!id && this.session) this.last.ended(this.session, this.helped);
    this.socket?.close();
    this.socket = undefined;
    this.session = id;
    this.heard = [];
    this.helped = false;
    this.before = Infinity;
    if (id) guarded(() => this.connect(id))();
    if (id) this.mount();
    this.render();
  }

  private async connect(id: string): Promise<void> {
    const script = await this.host.load("session");
    if (this.stopped || this.session !== id) return;
    script.standing(({ technicians }) => (this.helped ||= technicians.length > 0));
    this.socket = script.chat(id, {
      after: () => Math.max(readUpTo(this.host.local, id), ...this.heard),
      receive: (frame) => this.session === id && this.receive(frame, id),
      state: () => undefined,
    });
  }

  private receive(frame: ChatFromServer, id: string): void {
    if (frame.type === "welcome") this.before = Math.min(this.before, frame.last);
    else if (frame.type === "chat.ended") this.host.session.ended(id);
    else if (frame.type === "chat.messages") {
      const theirs = frame.messages.filter(({ sender }) => sender.seat !== "customer");
      const fresh = theirs.filter(({ sequence }) => !this.heard.includes(sequence));
      this.heard.push(...fresh.map(({ sequence }) => sequence));
      const news = fresh.filter(({ sequence }) => sequence > this.before);
      if (news.length) this.announcer.messages(news);
      const { through = frame.last, last } = frame;
      if (through < last) this.socket?.send({ type: "chat.fetch", after: through });
      this.render();
    }
  }

  /** Before there is anything to tell: a screen reader hears what changes, not what appears. */
  private mount(): void {
    if (this.remove) return;
    const { root, remove } = this.host.mount("announcer", Announcer.CSS);
    root.append(this.announcer.element);
    this.remove = remove;
  }

  private readonly render = guarded(() => {
    const read = this.session ? readUpTo(this.host.local, this.session) : 0;
    this.helped ||= read > 0 || this.heard.length > 0;
    this.host.launcher.unread(this.heard.filter((sequence) => sequence > read).length);
  });
}
