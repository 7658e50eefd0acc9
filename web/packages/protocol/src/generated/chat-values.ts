// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

import type { CallerKind, Instant, Seat, Uuid } from "./common";

/**
 * What a chat message holds.
 */
export type MessageType = "text";

/**
 * Who wrote a message.
 */
export interface Sender {
  kind: CallerKind;
  id: string;
  name: string;
  /**
   * The side of the conversation it was written from; an API key speaks for the technician's.
   */
  seat: Seat;
}

/**
 * The sender's own name for a message: sent again, the message is stored once.
 */
export type ClientMessageId = string;

/**
 * A stored message of a conversation.
 */
export interface ChatMessage {
  id: Uuid;
  conversationId: Uuid;
  /**
   * Its place in the conversation, from 1 on without gaps.
   */
  sequence: number;
  sender: Sender;
  type: MessageType;
  text: string;
  at: Instant;
  /**
   * The sender's own name for it, or null if it gave none.
   */
  clientMessageId: ClientMessageId | null;
}
