import type {
  Capability,
  FrameOf,
  Grant,
  GrantOutcome,
  Participant,
  PauseReason,
  SessionState,
  SignalFromServer,
} from "@remote-support/protocol";
import { newerCall, type RoomCall } from "../call/model";

/** How long a customer has to answer. */
export const ANSWER_TIME = 30_000;

export interface Asked {
  state: "asking" | "unanswered" | Exclude<GrantOutcome, "given">;
  /** Milliseconds since 1970. */
  at: number;
}

export type Picture =
  { kind: "none" } | { kind: "awaited" } | { kind: "live" } | { kind: "paused"; reason: PauseReason };

/** What the room's server has told, without the pictures themselves. */
export interface RoomState {
  me?: string;
  epoch?: number;
  session?: SessionState;
  participants: readonly Participant[];
  grants: readonly Grant[];
  /** What became of the last question for each capability. */
  asked: Partial<Record<Capability, Asked>>;
  /** The tab that is watched. */
  watching?: string;
  picture: Picture;
  /** The technician who controls; nobody, until somebody does. */
  holder?: string;
  /** Whether we asked to take over and wait for an answer. */
  taking?: boolean;
  /** Who asks us to hand over. */
  wanted?: string;
  /** By which servers a live picture may find its way. */
  servers?: FrameOf<SignalFromServer, "peer.servers">;
  /** The session's newest call. */
  call?: RoomCall | undefined;
}

export const NOBODY: RoomState = { participants: [], grants: [], asked: {}, picture: { kind: "none" } };

/** The part of the frames that changes the state of the room; the others leave it as it is. */
export function afterFrame(state: RoomState, frame: SignalFromServer, now: number): RoomState {
  switch (frame.type) {
    case "welcome":
      return {
        ...state,
        me: frame.participant,
        epoch: frame.epoch,
        session: frame.session.state,
        participants: frame.participants,
        grants: frame.grants,
        // Told anew right after the welcome.
        holder: undefined,
        taking: undefined,
        wanted: undefined,
        call: undefined,
        asked: withoutUnanswered(state.asked, frame.grants),
      };
    case "participant.joined":
    case "participant.changed":
      return { ...state, participants: withParticipant(state.participants, frame.participant) };
    case "participant.left":
      return afterLeaving(state, frame);
    case "session.changed":
      return { ...state, session: frame.state };
    case "grant.changed":
      return afterGrant(state, frame, now);
    case "control.held":
      return { ...state, holder: frame.by ?? undefined, taking: undefined, wanted: undefined };
    case "control.asked":
      return { ...state, wanted: frame.from };
    case "problem":
      return frame.about === "control.take" ? { ...state, taking: undefined } : state;
    case "cobrowse.events":
      return frame.participant === state.watching && state.picture.kind !== "live"
        ? { ...state, picture: { kind: "live" } }
        : state;
    case "cobrowse.paused":
      return frame.participant === state.watching
        ? { ...state, picture: { kind: "paused", reason: frame.reason } }
        : state;
    case "call.changed":
      return { ...state, call: newerCall(state.call, frame) };
    case "peer.servers":
      return { ...state, servers: frame };
    default:
      return state;
  }
}

export function grantOf(state: RoomState, capability: Capability, now: number): Grant | undefined {
  return state.grants.find(
    (grant) => grant.capability === capability && !grant.revokedAt && Date.parse(grant.expiresAt) > now,
  );
}

export function nameOf(state: RoomState, participant: string): string {
  return state.participants.find(({ id }) => id === participant)?.name || "A colleague";
}

/** The customer's tabs, the one in front first, then the newest. */
export function tabsOf(state: RoomState): Participant[] {
  return state.participants
    .filter((participant) => participant.seat === "customer")
    .sort(
      (a, b) => Number(b.page?.visible ?? false) - Number(a.page?.visible ?? false) || b.since.localeCompare(a.since),
    );
}

function withParticipant(all: readonly Participant[], changed: Participant): Participant[] {
  const known = all.some((participant) => participant.id === changed.id);
  return known ? all.map((one) => (one.id === changed.id ? changed : one)) : [...all, changed];
}

function afterLeaving(state: RoomState, frame: FrameOf<SignalFromServer, "participant.left">): RoomState {
  const participants = state.participants.filter((participant) => participant.id !== frame.participant);
  // What consent was taken back for stays hidden.
  const hidden = state.picture.kind === "paused" && state.picture.reason === "not_granted";
  if (frame.participant !== state.watching || hidden) return { ...state, participants };
  return { ...state, participants, picture: { kind: "paused", reason: "disconnected" } };
}

function afterGrant(state: RoomState, frame: FrameOf<SignalFromServer, "grant.changed">, now: number): RoomState {
  const { capability, outcome } = frame;
  // What ran out is a question, or a permission.
  const became = outcome === "expired" && frame.request ? "unanswered" : outcome;
  const asked =
    capability && became && became !== "given"
      ? { ...state.asked, [capability]: { state: became, at: now } as const }
      : state.asked;
  return { ...state, grants: frame.grants, asked: withoutAnswered(asked, frame.grants) };
}

function withoutAnswered(asked: RoomState["asked"], grants: readonly Grant[]): RoomState["asked"] {
  const given = new Set(grants.filter((grant) => !grant.revokedAt).map((grant) => grant.capability));
  return Object.fromEntries(Object.entries(asked).filter(([capability]) => !given.has(capability as Capability)));
}

/** A question that was open when the connection broke is no longer known to be open. */
function withoutUnanswered(asked: RoomState["asked"], grants: readonly Grant[]): RoomState["asked"] {
  return Object.fromEntries(
    Object.entries(withoutAnswered(asked, grants)).filter(([, question]) => question.state !== "asking"),
  );
}
