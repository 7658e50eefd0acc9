import { Peer, waysOf, type Hearing, type OwnMedia, type PeerTrouble } from "@remote-support/media";
import type { FrameOf, Participant, SignalFromServer } from "@remote-support/protocol";
import type { Room } from "../stage/room";
import { soundCame } from "./first-sound";

/** What the customer sends, as their page says. */
export type Told = Pick<FrameOf<SignalFromServer, "peer.media">, "muted" | "held" | "picture">;

export interface LineState {
  /** Interrupted: it was connected, and comes back by itself. */
  word: "connecting" | "connected" | "interrupted";
  stream?: MediaStream;
  other: Told;
  /** Why nothing connects, where it does not. */
  trouble?: PeerTrouble | undefined;
  /** Why nothing is heard of the customer, as their page says. */
  problem?: string | undefined;
}

export interface LineListener {
  changed(state: LineState): void;
  /** The customer's sound, and picture. */
  stream(stream: MediaStream): void;
}

/** While nothing connects it is asked for again after so long. */
const AGAIN = 4_000;

/** Who is connected sends some sound within this time, also in silence. */
const SILENCE = 1_000;

/** The customer's page hears of the answer by another way than we do, and speaks then. */
const ANSWERED = 2_000;

/** So many times one listens whether the customer hears somebody else by now. */
const LISTENS = 60;

export const NO_LINE: LineState = { word: "connecting", other: { muted: false, held: false, picture: "none" } };

/** The technician's end of a call: wants the customer's tab to connect, and takes the connection that comes. */
export class Line {
  #state: LineState = NO_LINE;
  #peer?: { peer: Peer; from: string; connection: string };
  #again?: ReturnType<typeof setInterval>;
  #listening?: ReturnType<typeof setTimeout> | undefined;
  #epoch?: number;
  /** Which tabs were asked, so that a reconnect asks only those that are new. */
  #asked = new Set<string>();
  readonly #deaf: () => void;
  #listener: LineListener | undefined;

  /** @param silent while it rings: nothing is heard of us before {@link Line.speak} */
  constructor(
    private readonly room: Room,
    private readonly media: OwnMedia,
    private silent = false,
  ) {
    this.#epoch = room.state().epoch;
    this.#deaf = room.listen({ frame: (frame) => this.#receive(frame) });
    this.#wantNew();
    this.#again = setInterval(() => {
      if (!this.#peer) this.#want(this.#tabs());
    }, AGAIN);
  }

  /** Tells how it stands, now and whenever that changes. */
  listen(listener: LineListener): void {
    this.#listener = listener;
    listener.changed(this.#state);
    if (this.#state.stream) listener.stream(this.#state.stream);
  }

  isIn(room: Room): boolean {
    return this.room === room;
  }

  /** The call was answered. */
  speak(): void {
    if (!this.silent) return;
    this.silent = false;
    void this.#peer?.peer.speak();
    this.#checkWay();
  }

  close(): void {
    this.#deaf();
    clearInterval(this.#again);
    clearTimeout(this.#listening);
    this.#drop();
  }

  /** Says what we send, to whoever is connected. */
  tell(): void {
    if (!this.#peer) return;
    const { microphone, muted, held, picture } = this.media.state;
    // Whose microphone is gone is as good as muted to the customer.
    const silent = muted || (microphone !== "open" && microphone !== "opening");
    this.room.send({ type: "peer.media", to: this.#peer.from, capability: "call", muted: silent, held, picture });
  }

  /** How the customer was heard since the last question; nothing where nothing came. */
  async hearing(): Promise<Hearing | undefined> {
    return this.#peer?.peer.hearing().catch(() => undefined);
  }

  async isHeard(): Promise<boolean> {
    return !!this.#peer && (await received(this.#peer.peer)) > 0;
  }

  /** Speaks on to the customer until they let go of us because they hear a colleague. The room may be closed to us by now. */
  async untilLeft(): Promise<void> {
    this.#deaf();
    clearInterval(this.#again);
    for (let listens = 0, before = -1; listens < LISTENS; listens++) {
      const now = this.#peer && (await received(this.#peer.peer));
      // Whoever has no microphone sends nothing: then the connection itself tells.
      if (this.#state.word !== "connected" || now === undefined || (now > 0 && now <= before)) return;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, SILENCE));
    }
  }

  #receive(frame: SignalFromServer): void {
    switch (frame.type) {
      case "welcome":
        // In another epoch the room knows nothing of before; in the same one only tabs that came meanwhile are new.
        if (frame.epoch !== this.#epoch) this.#asked.clear();
        this.#epoch = frame.epoch;
        return;
      case "call.changed":
        return this.#wantNew();
      case "participant.joined":
        if (frame.participant.seat === "customer") this.#meet(frame.participant);
        return;
      case "participant.changed":
        // What another tab shows is of no interest to the one that is connected.
        if (frame.participant.seat === "customer" && (!this.#peer || this.#peer.from === frame.participant.id))
          this.#meet(frame.participant);
        return;
      case "participant.left":
        if (frame.participant === this.#peer?.from) this.#interrupted();
        return;
      case "peer.description":
      case "peer.candidate":
        if (frame.capability === "call") this.#negotiate(frame);
        return;
      case "peer.state":
        if (frame.capability === "call") this.#told(frame);
        return;
      case "peer.media":
        if (frame.capability === "call") this.#heard(frame);
    }
  }

  #wantNew(): void {
    for (const tab of this.#tabs()) if (!this.#asked.has(visit(tab))) this.#meet(tab);
  }

  /** Who is connected stays so, also when the room has moved: sound does not go through it. */
  #meet(tab: Participant): void {
    const connected = this.#peer;
    if (connected?.from !== tab.id) return this.#want([tab]);
    this.#asked.add(visit(tab));
    if (!this.silent) return this.#lookAfter(tab, connected);
    // No sound tells yet whether it is the same page.
    this.#interrupted();
    this.#want([tab]);
  }

  /** Not before the room knows that both speak, or will: it would pass nothing on. */
  #want(tabs: readonly Participant[]): void {
    const { call } = this.room.state();
    if (call?.state !== "active" && call?.ringsAt !== "technician") return;
    for (const tab of tabs) {
      const sent = this.room.send({ type: "peer.state", to: tab.id, capability: "call", state: "wanted" });
      if (sent) this.#asked.add(visit(tab));
    }
  }

  /** Where another browser of ours rang, too, the customer's page may lead there: nothing but silence says so. */
  #checkWay(): void {
    const connected = this.#peer;
    const tab = this.#tabs().find(({ id }) => id === connected?.from);
    if (connected && tab && !this.#state.problem) this.#lookAfter(tab, connected, ANSWERED);
  }

  /** A tab that tells another page, or comes anew, may have been loaded anew, and then its connection is gone: nothing but silence says so. */
  #lookAfter(tab: Participant, connected: { peer: Peer }, time = SILENCE): void {
    if (this.#listening) return;
    const before = received(connected.peer);
    this.#listening = setTimeout(async () => {
      const heard = (await received(connected.peer)) > (await before);
      this.#listening = undefined;
      if (heard || this.#peer !== connected) return;
      this.#interrupted();
      this.#want([tab]);
    }, time);
  }

  #tabs(): Participant[] {
    return this.room.state().participants.filter(({ seat }) => seat === "customer");
  }

  #negotiate(frame: FrameOf<SignalFromServer, "peer.description" | "peer.candidate">): void {
    if (frame.connection !== this.#peer?.connection) {
      // Only an offer begins a connection; anything else is of one that is over.
      if (frame.type !== "peer.description" || frame.kind !== "offer") return;
      this.#interrupted();
      const peer = this.#connect(frame.from, frame.connection);
      this.#peer = { peer, from: frame.from, connection: frame.connection };
      this.media.attach(peer);
    }
    void this.#peer.peer.receive(frame);
  }

  #connect(to: string, connection: string): Peer {
    const isThis = () => this.#peer?.connection === connection;
    return new Peer({
      polite: true,
      silent: this.silent,
      ways: () => waysOf(this.room.state().servers),
      trouble: (trouble) => isThis() && this.#become({ trouble }),
      send: (frame) => void this.room.send({ ...frame, to, connection, capability: "call" }),
      stream: (stream) => {
        if (!isThis()) return;
        // Whoever had no microphone has one now.
        this.#become({ stream, ...(stream.getAudioTracks().length > 0 && { problem: undefined }) });
        this.#listener?.stream(stream);
      },
      state: (word) => {
        if (!isThis()) return;
        if (word === "connected") {
          if (!this.silent) soundCame();
          this.#become({ word, trouble: undefined });
          this.tell();
        } else if (word === "interrupted") this.#become({ word });
        else if (word === "failed") this.#interrupted();
      },
    });
  }

  #told({ from, state, reason }: FrameOf<SignalFromServer, "peer.state">): void {
    // Another tab that is not in the call says nothing about the one that is.
    if (this.#peer && from !== this.#peer.from) return;
    if (state === "failed") this.#become({ problem: reason ?? "failed" });
    else if (state === "ended") this.#interrupted();
  }

  #heard({ from, muted, held, picture }: FrameOf<SignalFromServer, "peer.media">): void {
    if (this.#peer && from !== this.#peer.from) return;
    this.#become({ other: { muted, held, picture } });
  }

  /** What was connected is no more; the customer's side makes another one. */
  #interrupted(): void {
    this.#drop();
    this.#become({ word: this.#state.word === "connecting" ? "connecting" : "interrupted" });
  }

  #drop(): void {
    if (!this.#peer) return;
    this.media.detach(this.#peer.peer);
    this.#peer.peer.close();
    this.#peer = undefined;
  }

  #become(change: Partial<LineState>): void {
    this.#state = { ...this.#state, ...change };
    this.#listener?.changed(this.#state);
  }
}

/** Packets of sound that have come. */
const received = (peer: Peer): Promise<number> => peer.received().catch(() => 0);

/** A tab that was loaded anew is there since another time. */
const visit = ({ id, since }: Participant) => `${id} ${since}`;
