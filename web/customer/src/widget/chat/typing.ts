import type { ChatFromClient, ChatMessage, FrameOf, ChatFromServer } from "@remote-support/protocol";
import type { ResilientSocket } from "@remote-support/socket";

/** How often at most we say that we are typing. */
const PAUSE = 2_500;

/** How long we believe that the other side is, after it last said so. */
const BELIEF = 6_000;

/** Who is typing, on both sides. */
export class Typing {
  /** Who of the other side is at it. */
  who: string | undefined;
  private saidAt = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly chat: { readonly socket: ResilientSocket<ChatFromClient> | undefined; changed(): void },
  ) {}

  /** A key was pressed. */
  say(): void {
    if (Date.now() - this.saidAt < PAUSE) return;
    if (this.chat.socket?.send({ type: "chat.typing" })) this.saidAt = Date.now();
  }

  /** The message is out: the next key counts again at once. */
  said(): void {
    this.saidAt = -Infinity;
  }

  heard({ seat, name }: FrameOf<ChatFromServer, "chat.typing">): void {
    if (seat !== "technician") return;
    this.who = name;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.who = undefined;
      this.chat.changed();
    }, BELIEF);
  }

  /** What was being typed has come, or the line is dead. */
  stopped(messages?: ChatMessage[]): void {
    if (messages && !messages.some(({ sender }) => sender.seat === "technician")) return;
    clearTimeout(this.timer);
    this.who = undefined;
  }
}
