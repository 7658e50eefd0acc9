import type { ChatFromClient } from "@remote-support/protocol";
import type { Host, Memory } from "@remote-support/sdk/host";
import type { ResilientSocket } from "@remote-support/socket";
import type { Conversation } from "./conversation";

interface Read {
  session: string | undefined;
  sequence: number;
}

/** The last sequence of a session that this browser has shown. */
export function readUpTo(local: Memory, session: string | undefined): number {
  const read = local.get<Read>("read");
  return read && read.session === session ? read.sequence : 0;
}

/** What this browser has shown of a session, in whichever of its tabs; the other side is told. */
export class Reading {
  private told: Read = { session: undefined, sequence: 0 };

  constructor(
    private readonly host: Host,
    private readonly chat: {
      readonly session: string | undefined;
      readonly connected: boolean;
      readonly conversation: Conversation;
      readonly socket: ResilientSocket<ChatFromClient> | undefined;
    },
  ) {}

  /** How many messages nobody has looked at. */
  get unread(): number {
    return this.chat.conversation.heardAfter(this.sequence).length;
  }

  /** What there is is on the screen, before somebody's eyes. */
  seen(): void {
    const { session, conversation, socket, connected } = this.chat;
    const sequence = conversation.heard;
    if (!session || !sequence) return;
    if (sequence > this.sequence) this.host.local.set("read", { session, sequence });
    const fresh = session !== this.told.session || sequence > this.told.sequence;
    if (fresh && connected && socket?.send({ type: "chat.read", sequence })) this.told = { session, sequence };
  }

  private get sequence(): number {
    return readUpTo(this.host.local, this.chat.session);
  }
}
