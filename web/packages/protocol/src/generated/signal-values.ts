// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

import type { Capability, Instant, Seat, SessionState, Uuid } from "./common";

/**
 * What a customer's tab shows.
 */
export interface Page {
  url: string;
  title: string;
  /**
   * Whether the tab is in front.
   */
  visible: boolean;
}

/**
 * One connection of somebody in a session's room.
 */
export interface Participant {
  id: Uuid;
  seat: Seat;
  name: string;
  /**
   * What its tab shows, or null for a technician and before the tab said so.
   */
  page: Page | null;
  since: Instant;
  /**
   * How many technicians watch its tab.
   */
  watchers: number;
  /**
   * What this tab can show besides its page, with what it runs on.
   */
  can?: Capability[];
}

/**
 * The session that a room belongs to.
 */
export interface SessionSummary {
  id: Uuid;
  state: SessionState;
}

/**
 * One tab's events.
 */
export interface Stream {
  participant: Uuid;
  /**
   * Of the last events that arrived.
   */
  sequence: number;
}

/**
 * Where a client was before its connection broke.
 */
export interface Resume {
  /**
   * Of the room it knew; in another epoch everything starts afresh.
   */
  epoch: number;
  /**
   * The tabs whose events it followed.
   */
  streams: Stream[];
}

/**
 * What rrweb recorded. The relay does not look inside; the replay does not trust it.
 */
export type RecordedEvents = unknown[];

/**
 * What became of a remote control command in the customer's page.
 */
export type ControlOutcome = "done" | "refused" | "missing" | "proposed";

/**
 * A place on the way of a drag.
 */
export interface Step {
  /**
   * The element's rrweb id.
   */
  node: number;
  /**
   * From the element's left (0) to its right edge (1).
   */
  x: number;
  /**
   * From the element's upper (0) to its lower edge (1).
   */
  y: number;
}

/**
 * What became of a grant or of the request for one.
 */
export type GrantOutcome = "given" | "refused" | "revoked" | "expired";

/**
 * Why a watched page stands still.
 */
export type PauseReason = "not_granted" | "too_large" | "disconnected";

/**
 * Which part of the agreement on a peer connection a description is.
 */
export type DescriptionKind = "offer" | "answer";

/**
 * What one side of a peer connection tells the other about its picture.
 */
export type PictureState = "wanted" | "asking" | "failed" | "ended";

/**
 * Where the picture comes from that one side of a call sends.
 */
export type PictureSource = "none" | "camera" | "screen";

/**
 * By which ways two browsers may find each other: all there are, or relays alone.
 */
export type IcePolicy = "all" | "relay";

/**
 * A STUN or TURN server.
 */
export interface IceServer {
  urls: string[];
  /**
   * Of a TURN server: for this participant alone, and for a limited time.
   */
  username?: string;
  /**
   * Of a TURN server: what goes with the user name.
   */
  credential?: string;
}
