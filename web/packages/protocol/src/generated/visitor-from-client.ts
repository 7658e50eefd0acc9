// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

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
   * The tab's own name for itself, the same over its page loads.
   */
  tab: string;
  /**
   * Its address, without what may be secret in it.
   */
  url: string;
  /**
   * Its title; empty where that is private.
   */
  title: string;
  /**
   * Whether the tab is in front.
   */
  visible: boolean;
}

/**
 * The tab shows another page, or came to the front or went behind.
 */
export interface PageChanged {
  type: "page.changed";
  /**
   * Its address, without what may be secret in it.
   */
  url: string;
  /**
   * Its title; empty where that is private.
   */
  title: string;
  /**
   * Whether the tab is in front.
   */
  visible: boolean;
}

/**
 * Answers an access.requested.
 */
export interface AccessAnswer {
  type: "access.answer";
  request: Uuid;
  allowed: boolean;
}

/**
 * What a page may say on /ws/visitor: that somebody is on it, and whether they let a technician look.
 */
export type VisitorFromClient = Hello | TokenRenew | Ping | PageChanged | AccessAnswer;
