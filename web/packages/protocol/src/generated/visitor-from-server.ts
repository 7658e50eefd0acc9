// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

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
}

/**
 * A member of the staff asks to see the page. Nothing is shown before a Yes; no answer in time is a No.
 */
export interface AccessRequested {
  type: "access.requested";
  request: Uuid;
  /**
   * Who asks.
   */
  staffName: string;
  /**
   * Why.
   */
  reason: string;
  /**
   * When it counts as refused.
   */
  expiresAt: Instant;
}

/**
 * A request is no longer open.
 */
export interface AccessClosed {
  type: "access.closed";
  request: Uuid;
  /**
   * allowed, denied, expired or failed.
   */
  outcome: Code;
  /**
   * The session that began, where it was allowed.
   */
  sessionId?: Uuid;
  /**
   * Why it failed, to be shown.
   */
  detail?: string;
}

/**
 * What the server says on /ws/visitor: that a technician asks for a look, and what became of it.
 */
export type VisitorFromServer = Welcome | TokenRenewed | Pong | Problem | AccessRequested | AccessClosed;
