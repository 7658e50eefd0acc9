import type { Host } from "@remote-support/sdk/host";
import type { Chat } from "../chat/chat";
import { later } from "../later";
import { say } from "../words";

/** The place below the messages once the chat is over: what did you think, and what next. */
export function over(host: Host, chat: () => Chat, again: () => void) {
  const { element } = host;
  const parts = element("div", {});
  const root = element(
    "div",
    { class: "over", "data-testid": "rs-over", hidden: true },
    element("p", {}, say.thanks),
    parts,
    element("button", { type: "button", class: "main wide", "data-testid": "rs-again", click: again }, say.newChat),
  );
  let shown = "";

  return {
    element: root,
    render(): void {
      const { phase, last } = chat();
      const finished = last.get();
      root.hidden = phase !== "ended";
      if (root.hidden || !finished || finished.session === shown) return;
      shown = finished.session;
      const rated = () => last.rated(finished.session);
      parts.replaceChildren(
        ...(finished.helped && !finished.rated
          ? [later(host, (rare) => rare.rating(finished.session, say.howWasIt, rated))]
          : []),
        later(host, (rare) => rare.transcript(finished.session)),
      );
    },
  };
}
