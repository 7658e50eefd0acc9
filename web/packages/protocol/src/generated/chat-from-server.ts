// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

import type { ChatMessage, ClientMessageId } from "./chat-values";
import type { Code, Instant, Pong, Problem, Seat, TokenRenewed, Uuid } from "./common";

/**
 * The answer to a hello.
 */
export interface Welcome {
  type: "welcome";
  /**
   * The version of the protocol that the sender speaks.
   */
  protocol: number;
  conversation: Uuid;
  /**
   * This connection's participant.
   */
  participant: Uuid;
  /**
   * The sequence of the newest message, 0 before the first.
   */
  last: number;
}

/**
 * Messages in the order of their sequence.
 */
export interface ChatMessages {
  type: "chat.messages";
  messages: ChatMessage[];
  /**
   * The sequence of the newest message of the conversation; where it is greater than that of the last one here, there is more to fetch.
   */
  last: number;
  /**
   * Nothing that is for this client is missing up to here. Greater than the sequence of the last message where notes follow it that are not for this client.
   */
  through?: number;
}

/**
 * To the sender: the message is stored for good.
 */
export interface ChatAccepted {
  type: "chat.accepted";
  clientMessageId: ClientMessageId;
  id: Uuid;
  sequence: number;
  at: Instant;
}

/**
 * To the sender: the message was not stored.
 */
export interface ChatRefused {
  type: "chat.refused";
  clientMessageId: ClientMessageId;
  /**
   * By which a program tells problems apart.
   */
  code: Code;
  detail: string;
}

/**
 * The conversation takes no more messages.
 */
export interface ChatEnded {
  type: "chat.ended";
}

/**
 * Somebody else in the conversation is writing: shown for a few seconds, until a message comes or the next of these does not.
 */
export interface ChatTyping {
  type: "chat.typing";
  seat: Seat;
  name: string;
}

/**
 * How far the other side has come; it never goes back. Sent after the welcome and when it changes.
 */
export interface ChatProgress {
  type: "chat.progress";
  /**
   * The side whose progress it is.
   */
  seat: Seat;
  /**
   * The newest sequence that has reached a client of that side.
   */
  delivered: number;
  /**
   * The newest sequence that a person of that side has seen.
   */
  read: number;
}

/**
 * What the server says on /ws/chat.
 */
export type ChatFromServer =
  | Welcome
  | TokenRenewed
  | Pong
  | Problem
  | ChatMessages
  | ChatAccepted
  | ChatRefused
  | ChatEnded
  | ChatTyping
  | ChatProgress;
