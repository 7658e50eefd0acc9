// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

import type { ClientMessageId } from "./chat-values";
import type { Ping, TokenRenew } from "./common";

/**
 * First on every connection, once.
 */
export interface Hello {
  type: "hello";
  /**
   * The version of the protocol that the sender speaks.
   */
  protocol: number;
  /**
   * The last sequence that the client has; without it, only what comes is sent.
   */
  after?: number;
}

/**
 * Posts a message.
 */
export interface ChatSend {
  type: "chat.send";
  clientMessageId: ClientMessageId;
  text: string;
}

/**
 * Asks for the messages after a sequence.
 */
export interface ChatFetch {
  type: "chat.fetch";
  after: number;
}

/**
 * What a client may say on /ws/chat.
 */
export type ChatFromClient = Hello | TokenRenew | Ping | ChatSend | ChatFetch;
