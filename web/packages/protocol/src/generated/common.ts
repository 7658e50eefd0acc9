// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

/**
 * A UUID in lower case.
 */
export type Uuid = string;

/**
 * A moment in UTC, ISO 8601.
 */
export type Instant = string;

/**
 * A name for programs, such as session-ended: never free text.
 */
export type Code = string;

/**
 * On which side of a session a participant sits.
 */
export type Seat = "customer" | "technician";

/**
 * What a customer can allow a technician to do, one by one.
 */
export type Capability = "view" | "control" | "call" | "record" | "files" | "clipboard" | "camera" | "screen";

/**
 * Where a session stands in its life.
 */
export type SessionState = "requested" | "queued" | "offered" | "active" | "interrupted" | "ended";

/**
 * By what means a session helps.
 */
export type Channel = "chat" | "cobrowse" | "call" | "remote";

/**
 * Where a call stands.
 */
export type CallState = "queued" | "ringing" | "active" | "completed" | "missed" | "declined";

/**
 * What kind of caller a verified token speaks for.
 */
export type CallerKind = "operator" | "staff" | "customer" | "visitor" | "helper" | "api_key";

/**
 * What a member of the staff may do, in rising order.
 */
export type StaffRole = "support" | "team_lead" | "supervisor" | "admin" | "super_admin";

/**
 * Why a participant is no longer in a session's room.
 */
export type LeaveReason = "left" | "lost" | "replaced" | "removed" | "ended";

/**
 * What kind of device a customer uses.
 */
export type DeviceKind = "browser";

/**
 * A customer's consent to one capability.
 */
export interface Grant {
  capability: Capability;
  givenAt: Instant;
  expiresAt: Instant;
  /**
   * When it was taken back, or null.
   */
  revokedAt: Instant | null;
}

/**
 * Hands over a fresh token before the old one ends.
 */
export interface TokenRenew {
  type: "token.renew";
  token: string;
}

/**
 * The new token counts from now on.
 */
export interface TokenRenewed {
  type: "token.renewed";
  expiresAt: Instant;
}

/**
 * Answered with a pong.
 */
export interface Ping {
  type: "ping";
}

/**
 * Answers a ping.
 */
export interface Pong {
  type: "pong";
}

/**
 * Something was refused; the connection goes on.
 */
export interface Problem {
  type: "problem";
  /**
   * By which a program tells problems apart.
   */
  code: Code;
  title: string;
  detail: string;
  /**
   * By which it is found in the log.
   */
  id: string;
  /**
   * The type of the frame that it answers.
   */
  about?: Code;
}

/**
 * Whether a member of the staff takes sessions, by the member's own word.
 */
export type Availability = "online" | "busy" | "break" | "offline";
