// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

import type {
  CallState,
  Capability,
  Code,
  Grant,
  Instant,
  LeaveReason,
  Pong,
  Problem,
  Seat,
  SessionState,
  TokenRenewed,
  Uuid,
} from "./common";
import type {
  ControlOutcome,
  DescriptionKind,
  GrantOutcome,
  IcePolicy,
  IceServer,
  Participant,
  PauseReason,
  PictureSource,
  PictureState,
  RecordedEvents,
  SessionSummary,
  Step,
} from "./signal-values";

/**
 * The answer to a hello.
 */
export interface Welcome {
  type: "welcome";
  /**
   * The version of the protocol that the sender speaks.
   */
  protocol: number;
  /**
   * Of the room; another one after a reconnect means that nothing of before counts.
   */
  epoch: number;
  /**
   * This connection's participant.
   */
  participant: Uuid;
  seat: Seat;
  session: SessionSummary;
  participants: Participant[];
  grants: Grant[];
}

/**
 * Somebody entered the room.
 */
export interface ParticipantJoined {
  type: "participant.joined";
  participant: Participant;
}

/**
 * A participant's page or watchers changed.
 */
export interface ParticipantChanged {
  type: "participant.changed";
  participant: Participant;
}

/**
 * Somebody is no longer in the room.
 */
export interface ParticipantLeft {
  type: "participant.left";
  participant: Uuid;
  reason: LeaveReason;
}

/**
 * The session moved on in its life.
 */
export interface SessionChanged {
  type: "session.changed";
  state: SessionState;
  /**
   * Why it ended.
   */
  reason?: Code;
}

/**
 * To both seats: nothing happens in the session, and it is about to end.
 */
export interface SessionIdle {
  type: "session.idle";
  /**
   * When it ends if nothing happens until then.
   */
  endsAt: Instant;
}

/**
 * To the waiting customer: where it stands. Told again whenever that changes.
 */
export interface QueuePosition {
  type: "queue.position";
  /**
   * From 1 on; 0 is next: a technician is being asked.
   */
  position: number;
  /**
   * A guess, or null where there is nothing to guess from.
   */
  expectedWaitSeconds: number | null;
  /**
   * Whether anybody is there to help at the moment.
   */
  staffAvailable: boolean;
}

/**
 * To the customer: a technician asks for a grant.
 */
export interface GrantRequested {
  type: "grant.requested";
  request: Uuid;
  capability: Capability;
  staffName: string;
  /**
   * What it is for.
   */
  reason?: string;
  /**
   * When no answer becomes a refusal.
   */
  expiresAt: Instant;
}

/**
 * All grants in force, and what just changed. To the customer who revoked, this is the acknowledgement: no input is carried out after it.
 */
export interface GrantChanged {
  type: "grant.changed";
  grants: Grant[];
  request?: Uuid;
  outcome?: GrantOutcome;
  capability?: Capability;
}

/**
 * To the customer: record while watchers are more than 0 and view is granted.
 */
export interface CobrowseWatched {
  type: "cobrowse.watched";
  watchers: number;
}

/**
 * To the customer: send a keyframe, or a part of the page anew.
 */
export interface CobrowseRefresh {
  type: "cobrowse.refresh";
  /**
   * Only the part of the page under this node, by its rrweb id; absent for all of it.
   */
  node?: number;
}

/**
 * To the technician who watches: what the tab recorded.
 */
export interface CobrowseEvents {
  type: "cobrowse.events";
  /**
   * The tab: whose page it is.
   */
  participant: Uuid;
  /**
   * One more than the last, from 1 on in each connection.
   */
  sequence: number;
  /**
   * Whether the events begin with Meta and FullSnapshot.
   */
  keyframe: boolean;
  events: RecordedEvents;
}

/**
 * To the technician who watches: a picture or font that the recording names by its hash.
 */
export interface CobrowseAsset {
  type: "cobrowse.asset";
  /**
   * The tab: whose page it is.
   */
  participant: Uuid;
  /**
   * Its name, made from its content: hexadecimal.
   */
  hash: string;
  /**
   * What it is: a picture or a font.
   */
  mime: string;
  /**
   * The content in Base64.
   */
  data: string;
}

/**
 * To the technician who watches: the picture stands still.
 */
export interface CobrowsePaused {
  type: "cobrowse.paused";
  /**
   * The tab: whose page it is.
   */
  participant: Uuid;
  reason: PauseReason;
}

/**
 * To both seats: where another's pointer is on a page, in CSS pixels of its viewport.
 */
export interface PointerMove {
  type: "pointer.move";
  /**
   * Whose pointer.
   */
  from: Uuid;
  /**
   * The tab: whose page it is.
   */
  participant: Uuid;
  x: number;
  y: number;
}

/**
 * To the customer's tab and to those who watch it: a technician draws a line, which fades.
 */
export interface PointerDraw {
  type: "pointer.draw";
  /**
   * Who draws.
   */
  from: Uuid;
  /**
   * The tab: whose page it is.
   */
  participant: Uuid;
  /**
   * Whether this is a new line and not more of the last.
   */
  begins: boolean;
  /**
   * The next points of the line, x and y in turn, in CSS pixels of the page's viewport.
   */
  points: number[];
}

/**
 * To the customer's tab, from a technician who may: a click.
 */
export interface ControlClick {
  type: "control.click";
  /**
   * The technician's participant.
   */
  from: Uuid;
  /**
   * The tab to do it in.
   */
  participant: Uuid;
  /**
   * The technician's name for this command; the result carries it.
   */
  command: Uuid;
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
  /**
   * As in the DOM: 0 left, 1 middle, 2 right.
   */
  button: number;
  /**
   * 2 for the second click of a double click, and so on; absent for a page that counts by itself.
   */
  count?: number;
}

/**
 * To the customer's tab, from a technician who may: the whole new value of a field.
 */
export interface ControlInput {
  type: "control.input";
  /**
   * The technician's participant.
   */
  from: Uuid;
  /**
   * The tab to do it in.
   */
  participant: Uuid;
  /**
   * The technician's name for this command; the result carries it.
   */
  command: Uuid;
  /**
   * The element's rrweb id.
   */
  node: number;
  value: string;
  /**
   * Where the selection begins afterwards, in characters as the DOM counts them; absent for the end of the value.
   */
  start?: number;
  /**
   * Where the selection ends afterwards, in characters as the DOM counts them; absent for the end of the value.
   */
  end?: number;
}

/**
 * To the customer's tab, from a technician who may: the values chosen in a select element.
 */
export interface ControlSelect {
  type: "control.select";
  /**
   * The technician's participant.
   */
  from: Uuid;
  /**
   * The tab to do it in.
   */
  participant: Uuid;
  /**
   * The technician's name for this command; the result carries it.
   */
  command: Uuid;
  /**
   * The element's rrweb id.
   */
  node: number;
  values: string[];
}

/**
 * To the customer's tab, from a technician who may: the scroll offset of an element or, for the document's node, of the page, in CSS pixels.
 */
export interface ControlScroll {
  type: "control.scroll";
  /**
   * The technician's participant.
   */
  from: Uuid;
  /**
   * The tab to do it in.
   */
  participant: Uuid;
  /**
   * The technician's name for this command; the result carries it.
   */
  command: Uuid;
  /**
   * The element's rrweb id.
   */
  node: number;
  x: number;
  y: number;
}

/**
 * To the customer's tab, from a technician who may: a key pressed and let go.
 */
export interface ControlKey {
  type: "control.key";
  /**
   * The technician's participant.
   */
  from: Uuid;
  /**
   * The tab to do it in.
   */
  participant: Uuid;
  /**
   * The technician's name for this command; the result carries it.
   */
  command: Uuid;
  /**
   * The element's rrweb id.
   */
  node: number;
  /**
   * As in KeyboardEvent.key.
   */
  key: string;
  /**
   * As in KeyboardEvent.code.
   */
  code: string;
  alt: boolean;
  ctrl: boolean;
  meta: boolean;
  shift: boolean;
}

/**
 * To the customer's tab, from a technician who may: the pointer comes to an element, without a press.
 */
export interface ControlPoint {
  type: "control.point";
  /**
   * The technician's participant.
   */
  from: Uuid;
  /**
   * The tab to do it in.
   */
  participant: Uuid;
  /**
   * The technician's name for this command; the result carries it.
   */
  command: Uuid;
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
 * To the customer's tab, from a technician who may: pressed at a place, moved, and let go at another.
 */
export interface ControlDrag {
  type: "control.drag";
  /**
   * The technician's participant.
   */
  from: Uuid;
  /**
   * The tab to do it in.
   */
  participant: Uuid;
  /**
   * The technician's name for this command; the result carries it.
   */
  command: Uuid;
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
  /**
   * Where the pointer goes while it is pressed; it is let go at the last place.
   */
  path: Step[];
}

/**
 * To the customer: highlight the element that a technician points at.
 */
export interface ControlHover {
  type: "control.hover";
  /**
   * The technician's participant.
   */
  from: Uuid;
  /**
   * The tab: whose page it is.
   */
  participant: Uuid;
  /**
   * The element's rrweb id, or null for none.
   */
  node: number | null;
}

/**
 * To the technician who gave the command: what became of it in the tab.
 */
export interface ControlResult {
  type: "control.result";
  /**
   * The tab: whose page it is.
   */
  participant: Uuid;
  command: Uuid;
  outcome: ControlOutcome;
  /**
   * Says more.
   */
  reason?: Code;
}

/**
 * To both seats: which technician controls; the others watch.
 */
export interface ControlHeld {
  type: "control.held";
  /**
   * The technician's participant, or null for nobody yet.
   */
  by: Uuid | null;
}

/**
 * To the technician who controls: another one wants to.
 */
export interface ControlAsked {
  type: "control.asked";
  /**
   * The participant who asks.
   */
  from: Uuid;
  /**
   * When no answer becomes a Yes.
   */
  expiresAt: Instant;
}

/**
 * From the other seat, under the grant of its capability: an offer or answer of a peer connection.
 */
export interface PeerDescription {
  type: "peer.description";
  /**
   * The participant that says it.
   */
  from: Uuid;
  /**
   * The peer connection between the two, named by who offers it first; of any other nothing counts.
   */
  connection: Uuid;
  /**
   * What it carries: camera, screen or call.
   */
  capability: Capability;
  kind: DescriptionKind;
  sdp: string;
}

/**
 * From the other seat, under the grant of its capability: a way on which a peer may be reached.
 */
export interface PeerCandidate {
  type: "peer.candidate";
  /**
   * The participant that says it.
   */
  from: Uuid;
  /**
   * The peer connection between the two, named by who offers it first; of any other nothing counts.
   */
  connection: Uuid;
  /**
   * What it carries: camera, screen or call.
   */
  capability: Capability;
  /**
   * As in the browser's RTCIceCandidate; empty when there are no more.
   */
  candidate: string;
  /**
   * Of the media that it belongs to, or null.
   */
  mid: string | null;
  /**
   * Of the media that it belongs to, by its place, or null.
   */
  line: number | null;
}

/**
 * From the other seat, under the grant of its capability: what there is to see: wanted by a technician, and asked for, failed or ended at the customer's.
 */
export interface PeerState {
  type: "peer.state";
  /**
   * The participant that says it.
   */
  from: Uuid;
  /**
   * What it carries: camera, screen or call.
   */
  capability: Capability;
  state: PictureState;
  /**
   * A code that says more.
   */
  reason?: string;
}

/**
 * From the other seat, while a call is active: what one sends in a call, told whenever it changes and to whoever comes.
 */
export interface PeerMedia {
  type: "peer.media";
  /**
   * The participant that says it.
   */
  from: Uuid;
  /**
   * call.
   */
  capability: Capability;
  /**
   * Whether the microphone is off.
   */
  muted: boolean;
  /**
   * Whether it holds the call: it sends nothing and plays nothing.
   */
  held: boolean;
  picture: PictureSource;
}

/**
 * Right after the welcome, and again before credentials end: the servers by which peers find each other, where there are any.
 */
export interface PeerServers {
  type: "peer.servers";
  servers: IceServer[];
  /**
   * Absent where any way will do.
   */
  policy?: IcePolicy;
}

/**
 * To both seats: how the call of the session stands, whenever it changes. Right after the welcome too, while one waits, rings or is active.
 */
export interface CallChanged {
  type: "call.changed";
  /**
   * The call.
   */
  call: Uuid;
  state: CallState;
  /**
   * One higher with each change; whatever comes with a lower one is old.
   */
  version: number;
  /**
   * The member of the staff who speaks, or at whom it rings or who rings; null while nobody is.
   */
  staffId: Uuid | null;
  /**
   * The side that may answer; null while it does not ring.
   */
  ringsAt: Seat | null;
  /**
   * When it rings no more; null while it does not ring.
   */
  expiresAt: Instant | null;
  /**
   * When it was first answered; null until then.
   */
  answeredAt: Instant | null;
  /**
   * Why it is over, as a code.
   */
  reason?: string;
}

/**
 * The room lives elsewhere now; the socket closes with 4410. Reconnect at once.
 */
export interface RoomMoved {
  type: "room.moved";
}

/**
 * What the server says on /ws/signaling.
 */
export type SignalFromServer =
  | Welcome
  | TokenRenewed
  | Pong
  | Problem
  | ParticipantJoined
  | ParticipantChanged
  | ParticipantLeft
  | SessionChanged
  | SessionIdle
  | QueuePosition
  | GrantRequested
  | GrantChanged
  | CobrowseWatched
  | CobrowseRefresh
  | CobrowseEvents
  | CobrowseAsset
  | CobrowsePaused
  | PointerMove
  | PointerDraw
  | ControlClick
  | ControlInput
  | ControlSelect
  | ControlScroll
  | ControlKey
  | ControlPoint
  | ControlDrag
  | ControlHover
  | ControlResult
  | ControlHeld
  | ControlAsked
  | PeerDescription
  | PeerCandidate
  | PeerState
  | PeerMedia
  | PeerServers
  | CallChanged
  | RoomMoved;
