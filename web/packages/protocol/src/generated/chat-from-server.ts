// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

import type { ChatMessage, ClientMessageId } from "./chat-values";
import type { Code, Instant, Pong, Problem, TokenRenewed, Uuid } from "./common";

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
 * What the server says on /ws/chat.
 */
export type ChatFromServer =
  Welcome | TokenRenewed | Pong | Problem | ChatMessages | ChatAccepted | ChatRefused | ChatEnded;
