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
export const LIMITS = {
  SIGNAL_FRAME_BYTES: 8388608,
  ASSET: 700000,
  CHAT_FRAME_BYTES: 65536,
  TOKEN: 4096,
  URL: 4096,
  TITLE: 512,
  NAME: 200,
  CODE: 64,
  REASON: 300,
  DETAIL: 1000,
  MESSAGE_TEXT: 4000,
  CLIENT_MESSAGE_ID: 64,
  MESSAGES_PER_FRAME: 200,
  INPUT_VALUE: 20000,
  SELECT_VALUES: 200,
  SELECT_VALUE: 1000,
  KEY: 64,
  STEPS: 64,
  STROKE: 128,
  STREAMS: 50,
  PARTICIPANTS: 200,
  GRANTS: 50,
  SDP: 65536,
  CANDIDATE: 2048,
  ICE_SERVERS: 10,
  MEDIA_LINES: 200,
  PIXELS: 10000000,
  MAX_SAFE_INTEGER: 9007199254740991,
} as const;
