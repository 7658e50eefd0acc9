import type { CallState, FrameOf, Seat, SignalFromServer } from "@remote-support/protocol";

/** A call as REST shows it. */
export interface Call {
  id: string;
  sessionId: string;
  state: CallState;
  askedBy: Seat;
  customerName: string | null;
  staffId: string | null;
  staffName: string | null;
  /** The side that may answer, while it rings. */
  ringsAt: Seat | null;
  ringExpiresAt: string | null;
  requestedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  endReason: string | null;
  /** By the server's clock. */
  durationSeconds: number;
  /** Of what both sides measured; nothing where nobody spoke. */
  quality?: { score: number; worst: number } | null;
  version: number;
}

export interface CallStarted {
  callId: string;
  sessionId: string;
  call: Call;
}

/** How both sides hear each other, 1 to 5. */
export interface Heard {
  score: number | null;
  otherScore: number | null;
}

export interface CallBack {
  askedAt: string;
  /** Masked for some roles. */
  contact: string | null;
  note: string | null;
  doneAt: string | null;
  doneBy: string | null;
}

export interface MissedCall {
  id: string;
  sessionId: string;
  customerName: string | null;
  requestedAt: string;
  endedAt: string | null;
  endReason: string | null;
  /** It rang in vain at whoever asks. */
  rangHere: boolean;
  callBack: CallBack | null;
}

/** What the session's room says of its call. */
export type RoomCall = FrameOf<SignalFromServer, "call.changed">;

/** How a call stands, whoever says so: REST, the session's room or the console's socket. The version tells old from new. */
export interface CallNews {
  id: string;
  state: CallState;
  version: number;
  staffId?: string | null;
  ringsAt?: Seat | null;
  expiresAt?: string | null;
  /** Why it is over, from whoever knows. */
  reason?: string | null | undefined;
}

export function isOver(state: CallState): boolean {
  return state === "completed" || state === "missed" || state === "declined";
}

export function newsOf({ ringExpiresAt, endReason, ...call }: Call): CallNews & { sessionId: string } {
  const { id, sessionId, state, version, staffId, ringsAt } = call;
  return { id, sessionId, state, version, staffId, ringsAt, expiresAt: ringExpiresAt, reason: endReason };
}

export function newsOfRoom({ call, ...news }: RoomCall): CallNews {
  const { state, version, staffId, ringsAt, expiresAt, reason } = news;
  return { id: call, state, version, staffId, ringsAt, expiresAt, reason };
}

/** The call of the room after a frame: neither old news nor the end of a call before it counts. */
export function newerCall(known: RoomCall | undefined, frame: RoomCall): RoomCall {
  if (!known) return frame;
  if (known.call === frame.call) return frame.version > known.version ? frame : known;
  return isOver(frame.state) && !isOver(known.state) ? known : frame;
}
