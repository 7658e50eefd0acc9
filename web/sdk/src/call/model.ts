import type { OwnState, PeerTrouble, PictureSource } from "@remote-support/media";
import type { CallState, FrameOf, Seat, SignalFromServer } from "@remote-support/protocol";
import type { Waiting } from "../session/main";

export type CallChanged = FrameOf<SignalFromServer, "call.changed">;

/** A call as REST shows it, in so far as it counts here. */
export interface CallView {
  id: string;
  sessionId: string;
  state: CallState;
  staffId: string | null;
  staffName: string | null;
  ringsAt: Seat | null;
  ringExpiresAt: string | null;
  answeredAt: string | null;
  endReason: string | null;
  durationSeconds: number;
  version: number;
}

/** How the connection with the other side stands; handed on: a colleague comes, and until then the one before is heard. */
export type LinkWord = "awaited" | "connecting" | "connected" | "reconnecting" | "handed-on";

/** What the other side sends. */
export interface OtherMedia {
  muted: boolean;
  held: boolean;
  picture: PictureSource;
}

/** All that the views show of a call. */
export interface Model {
  phase: "none" | "waiting" | "ringing" | "active" | "elsewhere";
  /** The other side's name. */
  who: string;
  waiting: Waiting | undefined;
  /** While it waits: whether it rings at somebody who is named. */
  rings: boolean;
  /** Whether somebody was in it already, and it waits for the next. */
  handed: boolean;
  own: OwnState | undefined;
  preview: MediaStream | undefined;
  link: LinkWord;
  /** Why nothing connects, where it does not. */
  trouble: PeerTrouble | undefined;
  other: OtherMedia;
  stream: MediaStream | undefined;
  /** Whether the browser wants a click before it plays. */
  blocked: boolean;
  /** How this side hears the other, 1 to 5. */
  score: number | undefined;
  /** When it was answered, by this browser's clock. */
  since: number | undefined;
}

export const isOver = (state: CallState): boolean =>
  state === "completed" || state === "missed" || state === "declined";

export function toFrame(view: CallView): CallChanged {
  return {
    type: "call.changed",
    call: view.id,
    state: view.state,
    version: view.version,
    staffId: view.staffId,
    ringsAt: view.ringsAt,
    expiresAt: view.ringExpiresAt,
    answeredAt: view.answeredAt,
    ...(view.endReason && { reason: view.endReason }),
  };
}

/** 2:05, or 1:02:05. */
export function clock(seconds: number): string {
  const two = (part: number) => String(Math.floor(part) % 60).padStart(2, "0");
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  return hours ? `${hours}:${two(whole / 60)}:${two(whole)}` : `${Math.floor(whole / 60)}:${two(whole)}`;
}
