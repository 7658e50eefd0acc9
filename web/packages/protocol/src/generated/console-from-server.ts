// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

import type { Pong, Problem, Seat, SessionState, TokenRenewed, Uuid } from "./common";

/**
 * The answer to a hello.
 */
export interface Welcome {
  type: "welcome";
  /**
   * The version of the protocol that the sender speaks.
   */
  protocol: number;
}

/**
 * A session of the organisation was made or changed.
 */
export interface SessionChanged {
  type: "session.changed";
  sessionId: Uuid;
  state: SessionState;
  /**
   * Tells old news from new.
   */
  version: number;
}

/**
 * A message was stored in a session's conversation.
 */
export interface ChatPosted {
  type: "chat.posted";
  sessionId: Uuid;
  sequence: number;
  seat: Seat;
}

/**
 * What the server says on /ws/console: that something changed; the console fetches what it shows.
 */
export type ConsoleFromServer = Welcome | TokenRenewed | Pong | Problem | SessionChanged | ChatPosted;
