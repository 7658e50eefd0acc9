import type { Host } from "@remote-support/sdk/host";
import type { Chat } from "../chat/chat";
import type { Conversation } from "../chat/conversation";
import { say } from "../words";

/**
 * Tells a screen reader what comes in, once and politely, whether the window is open or not. The list of messages is no
 * live region itself, since it would be read again with every tick of a message.
 */
export class Announcer {
  readonly element: HTMLElement;
  private conversation: Conversation | undefined;
  private told = 0;

  constructor({ element }: Host) {
    this.element = element("div", { class: "unseen", role: "status", "data-testid": "rs-announcer" });
  }

  say(text: string): void {
    // A text that is there already would not be read again.
    this.element.textContent = "";
    setTimeout(() => (this.element.textContent = text), 30);
  }

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
    this.say(
      fresh
        .map(({ sender, text, attachment }) => say.says(sender.name, attachment ? say.aFile : text))
        .join(" ")
        .slice(0, 500),
    );
  }
}
