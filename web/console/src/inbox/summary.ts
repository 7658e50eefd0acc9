import type { ChatMessage } from "@remote-support/protocol";
import type { Session } from "../api/model";

/** The end of a conversation, as far as a list needs it. */
export interface Tail {
  items: readonly ChatMessage[];
  last: number;
}

export interface MyChat {
  session: Session;
  /** Of the customer, not yet seen here. */
  unread: number;
  last: ChatMessage | undefined;
  /** Since when the customer waits for an answer. */
  waitingSince: string | undefined;
}

export function summarise(session: Session, tail: Tail | undefined, readUpTo: number): MyChat {
  const items = tail?.items ?? [];
  const customers = items.filter((message) => message.sender.seat === "customer");
  const answered = items.findLast((message) => message.sender.seat === "technician" && !message.internal);
  return {
    session,
    unread: customers.filter((message) => message.sequence > readUpTo).length,
    last: items.at(-1),
    waitingSince: customers.find((message) => message.sequence > (answered?.sequence ?? 0))?.at,
  };
}

/** The one whose customer waits longest for an answer. */
export function longestUnanswered(chats: readonly MyChat[]): MyChat | undefined {
  return chats
    .filter((chat) => chat.waitingSince)
    .reduce<MyChat | undefined>(
      (first, chat) =>
        !first || Date.parse(chat.waitingSince ?? "") < Date.parse(first.waitingSince ?? "") ? chat : first,
      undefined,
    );
}

/** The neighbour of a chat, around the ends. */
export function neighbour(chats: readonly MyChat[], current: string | undefined, step: 1 | -1): MyChat | undefined {
  if (chats.length === 0) return undefined;
  const at = chats.findIndex(({ session }) => session.id === current);
  if (at < 0) return step === 1 ? chats[0] : chats.at(-1);
  return chats[(at + step + chats.length) % chats.length];
}

/** What was said last, on one line. */
export function lastWords({ last }: MyChat): string {
  if (!last) return "No message yet";
  const text = last.attachment ? `📎 ${last.attachment.name}` : last.text.replace(/\s+/g, " ");
  if (last.internal) return `Note: ${text}`;
  return last.sender.seat === "technician" ? `You: ${text}` : text;
}
