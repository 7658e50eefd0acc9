// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

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
}

/**
 * What a console may say on /ws/console: nothing that changes anything.
 */
export type ConsoleFromClient = Hello | TokenRenew | Ping;
