// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

import type { Availability, CallState, Instant, Pong, Problem, Seat, SessionState, TokenRenewed, Uuid } from "./common";

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
  /**
   * Who has it now, or is offered it.
   */
  staffId?: Uuid;
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
 * To the consoles of the member of the staff concerned: a session may be accepted.
 */
export interface SessionOffered {
  type: "session.offered";
  sessionId: Uuid;
  /**
   * To whom.
   */
  staffId: Uuid;
  /**
   * When it returns to its place in the queue.
   */
  expiresAt: Instant;
}

/**
 * A call of the organisation waits, rings, was answered, went to somebody else, or is over.
 */
export interface CallChanged {
  type: "call.changed";
  callId: Uuid;
  /**
   * The session that it belongs to.
   */
  sessionId: Uuid;
  state: CallState;
  /**
   * Tells old news from new.
   */
  version: number;
  /**
   * Who speaks, or at whom it rings or who rings.
   */
  staffId?: Uuid;
  /**
   * The side that may answer, while it rings.
   */
  ringsAt?: Seat;
  /**
   * When it rings no more, while it rings.
   */
  expiresAt?: Instant;
}

/**
 * To the consoles of the member of the staff whose session it is: nothing happens in it, and it is about to end.
 */
export interface SessionIdle {
  type: "session.idle";
  sessionId: Uuid;
  /**
   * When it ends if nothing happens until then.
   */
  endsAt: Instant;
}

/**
 * A member of the staff came, went, or said something else of itself.
 */
export interface StaffChanged {
  type: "staff.changed";
  staffId: Uuid;
  availability: Availability;
  /**
   * Whether a console of theirs was heard just now.
   */
  connected: boolean;
}

/**
 * The queue of the organisation moved; told at most once a second.
 */
export interface QueueChanged {
  type: "queue.changed";
  /**
   * How many wait.
   */
  waiting: number;
}

/**
 * Several at once of what an organisation is told, oldest first; of what changed twice the newest alone.
 */
export interface News {
  type: "news";
  items: (SessionChanged | ChatPosted | StaffChanged | SessionIdle | QueueChanged | CallChanged)[];
}

/**
 * What the server says on /ws/console: that something changed; the console fetches what it shows.
 */
export type ConsoleFromServer =
  | Welcome
  | TokenRenewed
  | Pong
  | Problem
  | SessionChanged
  | ChatPosted
  | SessionOffered
  | CallChanged
  | SessionIdle
  | StaffChanged
  | QueueChanged
  | News;
