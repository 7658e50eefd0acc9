import {
  PROTOCOL_VERSION,
  type Capability,
  type FrameOf,
  type SignalFromClient,
  type SignalFromServer,
} from "@remote-support/protocol";
import type { SocketToken } from "@remote-support/socket";
import { Link } from "../socket/link";
import { afterFrame, ANSWER_TIME, NOBODY, type Asked, type RoomState } from "./room-state";

export type EventsFrame = FrameOf<SignalFromServer, "cobrowse.events">;
export type PointerFrame = FrameOf<SignalFromServer, "pointer.move">;
export type ResultFrame = FrameOf<SignalFromServer, "control.result">;
export type DrawFrame = FrameOf<SignalFromServer, "pointer.draw">;
export type ProblemFrame = FrameOf<SignalFromServer, "problem">;

export type AssetFrame = FrameOf<SignalFromServer, "cobrowse.asset">;

export interface RoomListener {
  events?: (frame: EventsFrame) => void;
  pointer?: (frame: PointerFrame) => void;
  draw?: (frame: DrawFrame) => void;
  result?: (frame: ResultFrame) => void;
  problem?: (frame: ProblemFrame) => void;
  asset?: (frame: AssetFrame) => void;
  /** Every frame, after the state has become what it says. */
  frame?: (frame: SignalFromServer) => void;
}

/** The session's room: who is in it, what is granted, and the pictures of the tab that is watched. */
export class Room {
  #state: RoomState = NOBODY;
  /** The last sequence of the watched tab. */
  #sequence = 0;
  #refreshAsked = false;
  readonly #changes = new Set<() => void>();
  readonly #listeners = new Set<RoomListener>();
  readonly #questions = new Map<Capability, ReturnType<typeof setTimeout>>();
  readonly link: Link<SignalFromServer, SignalFromClient>;

  constructor(token: () => Promise<SocketToken>) {
    this.link = new Link<SignalFromServer, SignalFromClient>({
      path: "/ws/signaling",
      token,
      hello: () => this.#hello(),
      receive: (frame) => this.#receive(frame),
    });
  }

  readonly subscribe = (change: () => void): (() => void) => {
    this.#changes.add(change);
    return () => this.#changes.delete(change);
  };

  readonly state = (): RoomState => this.#state;

  listen(listener: RoomListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    this.link.start();
  }

  stop(): void {
    this.link.send({ type: "leave" });
    this.link.stop();
    for (const timer of this.#questions.values()) clearTimeout(timer);
    this.#questions.clear();
  }

  ask(capability: Capability, reason?: string): boolean {
    if (!this.link.send({ type: "grant.request", capability, reason })) return false;
    this.#asked(capability, "asking");
    clearTimeout(this.#questions.get(capability));
    // The server tells the outcome; this is for the case that its word never arrives.
    this.#questions.set(
      capability,
      setTimeout(() => {
        if (this.#state.asked[capability]?.state === "asking") this.#asked(capability, "unanswered");
      }, ANSWER_TIME + 3_000),
    );
    return true;
  }

  giveBack(capability: Capability): boolean {
    return this.link.send({ type: "grant.revoke", capability });
  }

  /** Asks whoever controls to hand over. */
  takeControl(): void {
    if (this.link.send({ type: "control.take" })) this.#become({ ...this.#state, taking: true });
  }

  /** Answers whoever asks us to hand over. */
  yieldControl(allowed: boolean): void {
    const to = this.#state.wanted;
    if (!to || !this.link.send({ type: "control.yield", to, allowed })) return;
    this.#become({ ...this.#state, wanted: undefined });
  }

  watch(participant: string): void {
    if (this.#state.watching !== participant) {
      this.#sequence = 0;
      this.#become({ ...this.#state, watching: participant, picture: { kind: "awaited" } });
    }
    this.link.send({ type: "cobrowse.watch", participant });
  }

  unwatch(): void {
    if (!this.#state.watching) return;
    this.#become({ ...this.#state, watching: undefined, picture: { kind: "none" } });
    this.link.send({ type: "cobrowse.unwatch" });
  }

  /** Asks for a whole new picture, or for the part of it under a node. */
  refresh(node?: number): void {
    const participant = this.#state.watching;
    if (participant) this.link.send({ type: "cobrowse.refresh", participant, ...(node && { node }) });
  }

  send(frame: SignalFromClient): boolean {
    return this.link.send(frame);
  }

  #hello(): SignalFromClient {
    const { epoch, watching } = this.#state;
    const resume =
      epoch !== undefined && watching && this.#sequence > 0
        ? { epoch, streams: [{ participant: watching, sequence: this.#sequence }] }
        : undefined;
    return { type: "hello", protocol: PROTOCOL_VERSION, resume };
  }

  #receive(frame: SignalFromServer): void {
    const epoch = this.#state.epoch;
    this.#become(afterFrame(this.#state, frame, Date.now()));
    switch (frame.type) {
      case "welcome":
        // In the same epoch the server goes on where the hello said.
        if (frame.epoch !== epoch) this.#sequence = 0;
        if (this.#state.watching && this.#sequence === 0) this.watch(this.#state.watching);
        break;
      case "participant.joined":
        // The same tab after a reload: its picture starts afresh.
        if (frame.participant.id === this.#state.watching) this.watch(frame.participant.id);
        break;
      case "cobrowse.events":
        this.#picture(frame);
        break;
      case "cobrowse.asset":
        if (frame.participant === this.#state.watching) for (const one of this.#listeners) one.asset?.(frame);
        break;
      case "pointer.move":
        for (const listener of this.#listeners) listener.pointer?.(frame);
        break;
      case "pointer.draw":
        for (const listener of this.#listeners) listener.draw?.(frame);
        break;
      case "control.result":
        for (const listener of this.#listeners) listener.result?.(frame);
        break;
      case "problem":
        this.#problem(frame);
        break;
    }
    for (const listener of this.#listeners) listener.frame?.(frame);
  }

  /** Passes pictures on in their order: from a keyframe on, each once, none missing. */
  #picture(frame: EventsFrame): void {
    if (frame.participant !== this.#state.watching) return;
    if (!frame.keyframe) {
      if (frame.sequence <= this.#sequence) return;
      if (this.#sequence === 0 || frame.sequence > this.#sequence + 1) {
        if (!this.#refreshAsked) this.refresh();
        this.#refreshAsked = true;
        return;
      }
    }
    this.#refreshAsked = false;
    this.#sequence = frame.sequence;
    for (const listener of this.#listeners) listener.events?.(frame);
  }

  #problem(frame: ProblemFrame): void {
    if (frame.about === "grant.request") {
      for (const [capability, asked] of Object.entries(this.#state.asked)) {
        if (asked.state === "asking") this.#asked(capability as Capability, undefined);
      }
    }
    for (const listener of this.#listeners) listener.problem?.(frame);
  }

  #asked(capability: Capability, state: "asking" | "unanswered" | undefined): void {
    const others = Object.entries(this.#state.asked).filter(([other]) => other !== capability);
    const question: [Capability, Asked][] = state ? [[capability, { state, at: Date.now() }]] : [];
    this.#become({ ...this.#state, asked: Object.fromEntries([...others, ...question]) });
  }

  #become(state: RoomState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const change of this.#changes) change();
  }
}
