import type { Announcer } from "./announcer";
import type { Chat } from "../chat/chat";
import type { Conversation } from "../chat/conversation";

/** Tells what is new in the chat that goes on. */
export class News {
  private conversation: Conversation | undefined;
  private told = 0;

  constructor(private readonly announcer: Announcer) {}

  follow({ conversation }: Chat): void {
    if (this.conversation !== conversation) {
      // What was said before we looked is no news.
      if (!conversation.caughtUp) return;
      this.conversation = conversation;
      this.told = conversation.heard;
    }
    const fresh = conversation.heardAfter(this.told);
    if (!fresh.length) return;
    this.told = conversation.heard;
    this.announcer.messages(fresh);
  }
}
