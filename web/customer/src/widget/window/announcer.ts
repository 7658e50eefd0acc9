import type { ChatMessage } from "@remote-support/protocol";
import type { Host } from "@remote-support/sdk/host";
import * as de from "@remote-support/sdk/words/de";
import * as en from "@remote-support/sdk/words/en";
import { inPageLanguage } from "@remote-support/sdk/words/language";

/** How much of what came in is told at once. */
const MOST = 500;

/**
 * Tells a screen reader what comes in, once and politely, whether the window is open or not. The list of messages is no
 * live region itself, since it would be read again with every tick of a message.
 */
export class Announcer {
  static readonly CSS = `
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }`;

  readonly element: HTMLElement;
  private readonly words = inPageLanguage({ en: en.news, de: de.news });

  constructor({ element }: Host) {
    this.element = element("div", { class: "unseen", role: "status", "data-testid": "rs-announcer" });
  }

  messages(messages: ChatMessage[]): void {
    const { says, aFile } = this.words;
    this.say(
      messages
        .map(({ sender, text, attachment }) => says(sender.name, attachment ? aFile : text))
        .join(" ")
        .slice(0, MOST),
    );
  }

  private say(text: string): void {
    // A text that is there already would not be read again.
    this.element.textContent = "";
    setTimeout(() => (this.element.textContent = text), 30);
  }
}
