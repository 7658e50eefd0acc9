// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

/** The version of the socket protocol, said in each hello. */
export const PROTOCOL_VERSION = 1;

/** The WebSocket subprotocol of all three sockets. */
export const SUBPROTOCOL = "remote-support.v1";

/** What precedes the token where it is handed over as a second subprotocol. */
export const BEARER_PREFIX = "bearer.";

/** Why the server closes a socket. */
export const CLOSE_CODES = {
  MALFORMED: 4400,
  TOKEN: 4401,
  FORBIDDEN: 4403,
  SESSION_UNKNOWN: 4404,
  HELLO_MISSING: 4408,
  REPLACED: 4409,
  MOVED: 4410,
  UNEXPECTED: 4422,
  FLOOD: 4429,
  SESSION_ENDED: 4499,
  TOO_LARGE: 1009,
  SHUTTING_DOWN: 1012,
} as const;

/** The bounds of what may be on the wire; lengths count Unicode characters. */
export * as LIMITS from "./limits";
