import type { Host } from "@remote-support/sdk/host";
import { archive, canBeRated, type Past } from "./archive";
import type { ChatMessage } from "@remote-support/protocol";
import { LastChat } from "../chat/finished";
import { excuse } from "../excuse";
import { day, time } from "../format";
import { rating, ratingGiven } from "./rating";
import { transcript } from "./transcript";
import { say } from "./words";

/** Draws the messages of a session into a list. */
export type Draw = (list: HTMLElement, session: string, messages: ChatMessage[]) => void;

/** One chat of before: to read, to rate while that is possible, to have sent by mail. */
export function pastChat(host: Host, draw: Draw, goOn: () => Promise<void>) {
  const { element } = host;
  const kept = archive(host);
  const root = element("div", { class: "past", "data-testid": "rs-past-chat", hidden: true });
  let shown: string | undefined;

  async function show(past: Past): Promise<void> {
    shown = past.id;
    const log = element("div", {
      class: "log",
      role: "log",
      "aria-live": "off",
      "aria-label": say.messages,
      tabindex: 0,
    });
    const wait = element("p", { class: "empty", role: "status" }, say.loading);
    const complain = (problem: unknown) => {
      wait.textContent = excuse(problem);
      wait.hidden = false;
    };
    root.replaceChildren(
      element(
        "p",
        { class: "stamp" },
        `${day(past.requestedAt)}, ${time(past.requestedAt)} · ${say.chatNumber(past.number)}`,
      ),
      wait,
      log,
      element("div", { class: "after" }, ...footer(past, () => goOn().catch(complain))),
    );
    try {
      const all = await kept.messages(past.id);
      if (shown !== past.id) return;
      draw(log, past.id, all);
      wait.textContent = all.length ? "" : say.noMessages;
      wait.hidden = all.length > 0;
    } catch (problem) {
      complain(problem);
    }
  }

  function footer(past: Past, resume: () => Promise<void>): HTMLElement[] {
    if (past.state !== "ended")
      return [element("button", { type: "button", class: "main wide", click: resume }, say.goOn)];
    const parts = [transcript(host, past.id)];
    if (past.rating) parts.unshift(ratingGiven(host, past.rating));
    else if (canBeRated(past))
      parts.unshift(rating(host, past.id, say.howWasIt, () => new LastChat(host.local).rated(past.id)));
    return parts;
  }

  return { element: root, show };
}
