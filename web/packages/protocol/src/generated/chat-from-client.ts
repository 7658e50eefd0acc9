// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

import type { ClientMessageId, MessageType } from "./chat-values";
import type { Ping, TokenRenew, Uuid } from "./common";

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
  /**
   * What is said; with a file its name or a caption.
   */
  text: string;
  /**
   * Text where it is left out; a file or image names its attachment.
   */
  messageType?: MessageType;
  /**
   * What was uploaded to this conversation before, by the same sender.
   */
  attachmentId?: Uuid;
  /**
   * A note for staff alone: refused from a customer, and never shown to one.
   */
  internal?: boolean;
}

/**
 * Asks for the messages after a sequence.
 */
export interface ChatFetch {
  type: "chat.fetch";
  after: number;
}

/**
 * Its sender is writing; passed on at most once in two seconds.
 */
export interface ChatTyping {
  type: "chat.typing";
}

/**
 * Everything up to a message has been seen by a person.
 */
export interface ChatRead {
  type: "chat.read";
  sequence: number;
}

/**
 * What a client may say on /ws/chat.
 */
export type ChatFromClient = Hello | TokenRenew | Ping | ChatSend | ChatFetch | ChatTyping | ChatRead;
