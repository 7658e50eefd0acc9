// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.

import type { Capability, Code, Ping, TokenRenew, Uuid } from "./common";
import type {
  ControlOutcome,
  DescriptionKind,
  Page,
  PictureSource,
  PictureState,
  RecordedEvents,
  Resume,
  Step,
} from "./signal-values";

/**
 * First on every connection, once.
 */
export interface Hello {
  type: "hello";
  /**
   * The version of the protocol that the sender speaks.
   */
  protocol: number;
  page?: Page;
  resume?: Resume;
  /**
   * Customer: what this tab can show besides its page, with what it runs on.
   */
  can?: Capability[];
}

/**
 * Customer: its tab shows another page, or came to the front or went behind.
 */
export interface PageChanged {
  type: "page.changed";
  url: string;
  title: string;
  /**
   * Whether the tab is in front.
   */
  visible: boolean;
}

/**
 * Technician: asks the customer for a grant.
 */
export interface GrantRequest {
  type: "grant.request";
  capability: Capability;
  /**
   * What it is for; shown to the customer.
   */
  reason?: string;
}

/**
 * Customer: answers a grant.requested.
 */
export interface GrantAnswer {
  type: "grant.answer";
  request: Uuid;
  allowed: boolean;
}

/**
 * Both seats: takes a grant back, at once.
 */
export interface GrantRevoke {
  type: "grant.revoke";
  capability: Capability;
}

/**
 * Technician: wants to see this tab.
 */
export interface CobrowseWatch {
  type: "cobrowse.watch";
  participant: Uuid;
}

/**
 * Technician: watches no tab any more.
 */
export interface CobrowseUnwatch {
  type: "cobrowse.unwatch";
}

/**
 * Technician: needs a new keyframe of the tab, or a part of its page anew.
 */
export interface CobrowseRefresh {
  type: "cobrowse.refresh";
  participant: Uuid;
  /**
   * Only the part of the page under this node, by its rrweb id; absent for all of it.
   */
  node?: number;
}

/**
 * Customer, under the grant view, while watched: what rrweb recorded.
 */
export interface CobrowseEvents {
  type: "cobrowse.events";
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
 * Customer, under the grant view: a picture or font that only the customer's browser can load, once.
 */
export interface CobrowseAsset {
  type: "cobrowse.asset";
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
 * Both seats, under the grant view: where the pointer is, in CSS pixels of the page's viewport.
 */
export interface PointerMove {
  type: "pointer.move";
  /**
   * The tab: whose page it is.
   */
  participant: Uuid;
  x: number;
  y: number;
}

/**
 * Technician, under the grant view: draws a line on the page, which fades.
 */
export interface PointerDraw {
  type: "pointer.draw";
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
 * Technician, under the grant control: a click.
 */
export interface ControlClick {
  type: "control.click";
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
 * Technician, under the grant control: the whole new value of a field.
 */
export interface ControlInput {
  type: "control.input";
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
 * Technician, under the grant control: the values chosen in a select element.
 */
export interface ControlSelect {
  type: "control.select";
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
 * Technician, under the grant control: the scroll offset of an element or, for the document's node, of the page, in CSS pixels.
 */
export interface ControlScroll {
  type: "control.scroll";
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
 * Technician, under the grant control: a key pressed and let go.
 */
export interface ControlKey {
  type: "control.key";
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
 * Technician, under the grant control: the pointer comes to an element, without a press.
 */
export interface ControlPoint {
  type: "control.point";
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
 * Technician, under the grant control: pressed at a place, moved, and let go at another.
 */
export interface ControlDrag {
  type: "control.drag";
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
 * Technician, under the grant view: which element the pointer is over.
 */
export interface ControlHover {
  type: "control.hover";
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
 * Customer: what became of a command.
 */
export interface ControlResult {
  type: "control.result";
  command: Uuid;
  outcome: ControlOutcome;
  /**
   * Says more.
   */
  reason?: Code;
}

/**
 * Technician, under the grant control: wants to be the one who controls. Whoever does is asked.
 */
export interface ControlTake {
  type: "control.take";
}

/**
 * Technician who controls: answers a control.asked.
 */
export interface ControlYield {
  type: "control.yield";
  /**
   * The participant who asked.
   */
  to: Uuid;
  allowed: boolean;
}

/**
 * Both seats, under the grant of its capability: an offer or answer of a peer connection.
 */
export interface PeerDescription {
  type: "peer.description";
  /**
   * The participant that it is for.
   */
  to: Uuid;
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
 * Both seats, under the grant of its capability: a way on which a peer may be reached.
 */
export interface PeerCandidate {
  type: "peer.candidate";
  /**
   * The participant that it is for.
   */
  to: Uuid;
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
 * Both seats, under the grant of its capability: what there is to see: wanted by a technician, and asked for, failed or ended at the customer's.
 */
export interface PeerState {
  type: "peer.state";
  /**
   * The participant that it is for.
   */
  to: Uuid;
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
 * Both seats, while a call is active: what one sends in a call, told whenever it changes and to whoever comes.
 */
export interface PeerMedia {
  type: "peer.media";
  /**
   * The participant that it is for.
   */
  to: Uuid;
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
 * Both seats: leaves the session's room for good.
 */
export interface Leave {
  type: "leave";
}

/**
 * What a client may say on /ws/signaling.
 */
export type SignalFromClient =
  | Hello
  | TokenRenew
  | Ping
  | PageChanged
  | GrantRequest
  | GrantAnswer
  | GrantRevoke
  | CobrowseWatch
  | CobrowseUnwatch
  | CobrowseRefresh
  | CobrowseEvents
  | CobrowseAsset
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
  | ControlTake
  | ControlYield
  | PeerDescription
  | PeerCandidate
  | PeerState
  | PeerMedia
  | Leave;
