// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

import type { CallerKind, Instant, Seat, Uuid } from "./common";

/**
 * What a chat message holds.
 */
export type MessageType = "text" | "file" | "image";

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
 * A file that a message refers to; fetched by its id over REST.
 */
export interface Attachment {
  id: Uuid;
  /**
   * What its sender called it, without any path; never trusted as a type.
   */
  name: string;
  /**
   * What it is, found by looking into it.
   */
  mediaType: string;
  /**
   * In bytes.
   */
  size: number;
  /**
   * Whether there is a picture of it to show.
   */
  preview: boolean;
}

/**
 * A stored message of a conversation.
 */
export interface ChatMessage {
  id: Uuid;
  conversationId: Uuid;
  /**
   * Its place in the conversation, from 1 on; without gaps but for the notes that are not for the reader.
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
  /**
   * The file of a message of type file or image.
   */
  attachment?: Attachment;
  /**
   * A note that staff alone see; absent means no.
   */
  internal?: boolean;
  /**
   * Something in the text was made unreadable before it was stored; absent means no.
   */
  masked?: boolean;
}
