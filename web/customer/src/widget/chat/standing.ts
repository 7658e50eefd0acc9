import { place as placeInWords, roughly as roughlyInWords } from "@remote-support/sdk/place";
import type { Waiting } from "@remote-support/sdk/session";
import type { Chat } from "./chat";
import { when } from "../format";
import { say } from "../words";

/** How things stand, in one line. */
export function status(chat: Chat): string {
  if (chat.phase === "ended") return say.ended;
  if (chat.phase === "new") return chat.hours.open ? say.askUs : say.closedNow;
  if (chat.connection === "waiting") return say.reconnecting;
  const { state, technicians, waiting } = chat.standing ?? { state: "queued", technicians: [] as string[] };
  const who = technicians.join(", ");
  if (state === "interrupted" || (state === "active" && !who)) return say.moment;
  if (state === "active") return say.here(who);
  if (chat.connection !== "connected") return say.connecting;
  // Somebody may be here all the same.
  if (!chat.hours.open && waiting?.position !== 0) return say.closedNow;
  if (waiting && !waiting.staffAvailable && waiting.position > 0) return say.nobody;
  // The head is narrow: how long it takes stands on the card.
  return waiting ? place({ ...waiting, expectedWaitSeconds: null }) : say.soon;
}

/** What a customer is told who waits, or reads nothing yet: a headline, and what it means. */
export interface Notice {
  title: string;
  text: string;
  /** Whether somebody is about to come, which the view may show by moving. */
  moving: boolean;
}

export function notice(chat: Chat): Notice | undefined {
  if (chat.phase !== "open" || !chat.standing) return undefined;
  const { state, waiting, technicians, shared } = chat.standing;
  // A call may be without a word that is written, and the window would be blank.
  if (state === "active" && shared && technicians.length && chat.conversation.isBlank) {
    return { title: say.here(technicians.join(", ")), text: say.hereHint, moving: false };
  }
  if (state !== "requested" && state !== "queued" && state !== "offered") return undefined;
  const { open, staffAvailable, opensAt } = chat.hours;
  const reach = chat.email ? say.answerBy(chat.email) : say.answerHere;
  if (!open && waiting?.position !== 0) {
    const kept = opensAt ? say.keptUntil(when(opensAt)) : say.kept;
    return { title: say.closedNow, text: `${kept} ${reach}`, moving: false };
  }
  if (waiting ? !waiting.staffAvailable && waiting.position > 0 : !staffAvailable) {
    return { title: say.nobody, text: `${say.kept} ${reach}`, moving: false };
  }
  return { title: waiting ? place(waiting) : say.soon, text: say.waitHint, moving: true };
}

/** “You are number 3 · about 4 minutes” */
export const place = (waiting: Waiting): string => placeInWords(waiting, say);

export const roughly = (seconds: number): string => roughlyInWords(seconds, say);
