/** The words of the sockets: types made from the JSON Schemas in contracts/, and the protocol's constants. */
export * from "./generated/constants";
export type * from "./generated/common";
export type * from "./generated/signal-values";
export type * from "./generated/chat-values";
export type { SignalFromClient } from "./generated/signal-from-client";
export type { SignalFromServer } from "./generated/signal-from-server";
export type { ChatFromClient } from "./generated/chat-from-client";
export type { ChatFromServer } from "./generated/chat-from-server";
export type { ConsoleFromClient } from "./generated/console-from-client";
export type { ConsoleFromServer } from "./generated/console-from-server";
export type { VisitorFromClient } from "./generated/visitor-from-client";
export type { VisitorFromServer } from "./generated/visitor-from-server";

/** One frame of a socket by its type, as in `FrameOf<SignalFromServer, "welcome">`. */
export type FrameOf<Frames extends { type: string }, Type extends Frames["type"]> = Extract<Frames, { type: Type }>;
export * from "./fingerprint";
export * from "./mirror";
export * from "./tabbing";
