import type { FrameOf, SignalFromClient, SignalFromServer } from "@remote-support/protocol";
import { heard, type Hearing, type Received } from "./hearing";
import { forSpeech } from "./opus";
import { wordOf } from "./probe";

type Description = FrameOf<SignalFromClient, "peer.description">;
type Candidate = FrameOf<SignalFromClient, "peer.candidate">;
type Unaddressed<Frame> = Omit<Frame, "to" | "connection" | "capability">;

/** What two peers tell each other, without the address that whoever sends it writes on it. */
export type PeerFrame = Unaddressed<Description> | Unaddressed<Candidate>;

/** How a connection stands; a failed one has tried everything, and whoever owns it makes another. */
export type PeerWord = "connecting" | "connected" | "interrupted" | "failed";

/** Why nothing connects: the relay refuses the credentials, or there is no way at all. It is tried on. */
export type PeerTrouble = "refused" | "no-way";

export interface PeerOptions {
  /** Of two, one is polite: where both offer at once, it lets the other go first. */
  polite: boolean;
  /** Makes its offer, with all the ways to this browser in it, before it is known whom to: nothing is told before {@link Peer.begin}. */
  ahead?: boolean;
  /** Finds the way and carries nothing on it before {@link Peer.speak}. */
  silent?: boolean;
  /** By which servers a way is looked for; asked again with each restart, as credentials end. */
  ways?(): RTCConfiguration;
  send(frame: PeerFrame): void;
  state?(state: PeerWord): void;
  /** What is wrong where nothing connects for some seconds; nothing any more once it does. */
  trouble?(trouble: PeerTrouble | undefined): void;
  stream?(stream: MediaStream): void;
}

/** After so long without an answer the offer is told again; after the third time the connection has failed. */
const ANSWER_TIME = 4_000;
const OFFERS = 3;

/** A connection that comes back by itself does so within this time. The impolite side acts first. */
const PATIENCE = 2_000;

/** So long a connection, or a restarted one, may take to come up. */
const CONNECT_TIME = 12_000;

/** Who knows the other side, and is not connected so long afterwards, is told why. */
const SILENCE = 4_000;

/** Candidates that wait for the description they belong to. */
const EARLY_CANDIDATES = 100;

/** What the room has told of servers, as a browser wants it. */
export function waysOf(
  told: Pick<FrameOf<SignalFromServer, "peer.servers">, "servers" | "policy"> | undefined,
): RTCConfiguration {
  return { iceServers: told?.servers ?? [], iceTransportPolicy: told?.policy ?? "all" };
}

/**
 * One connection to another browser, by WebRTC's "perfect negotiation": both sides may offer at any time, candidates wait
 * for the description they belong to, a lost answer is asked for again, and a broken line is mended by an ICE restart before
 * it is given up. Frames are worked on one after another.
 */
export class Peer {
  readonly #connection: RTCPeerConnection;
  readonly #options: PeerOptions;
  readonly #senders = new Map<string, RTCRtpSender>();
  /** What is carried as soon as anything is. */
  readonly #tracks = new Map<string, MediaStreamTrack | null>();
  /** Of which the sound will be a part that is not there yet. */
  #expected: MediaStream | undefined;
  #silent: boolean;
  #received: Received | undefined;
  #work: Promise<unknown> = Promise.resolve();
  #early: RTCIceCandidateInit[] = [];
  #offering = false;
  #ignoring = false;
  #closed = false;
  #ahead: boolean;
  #word: PeerWord = "connecting";
  #offers = 0;
  #answerTimer: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #excuse: ReturnType<typeof setTimeout> | undefined;
  #refused = false;
  #trouble: PeerTrouble | undefined;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.#ahead = !!options.ahead;
    this.#silent = !!options.silent;
    const connection = new RTCPeerConnection(options.ways?.());
    this.#connection = connection;
    connection.onnegotiationneeded = () => void this.#offer();
    connection.onicecandidate = ({ candidate }) => this.#tellCandidate(candidate);
    connection.onicecandidateerror = ({ errorCode }) => this.#refuses(errorCode);
    connection.onconnectionstatechange = () => this.#changed();
    connection.ontrack = ({ streams: [stream] }) => stream && options.stream?.(stream);
    globalThis.addEventListener("online", this.#restart);
    if (!this.#ahead) this.#expectConnection();
  }

  /** From now on it is known whom to: tells what was made ahead. */
  begin(): void {
    if (!this.#ahead) return;
    this.#ahead = false;
    this.#expectConnection();
    this.#tellOffer();
  }

  /** Shows this stream instead of any before it: tracks of a kind that is sent already change without a new offer. */
  async show(stream: MediaStream): Promise<void> {
    for (const track of stream.getTracks()) await this.carry(track.kind as "audio" | "video", track, stream);
  }

  /** Sends this track instead of any before it of the kind, as a part of the stream; or none any more. */
  async carry(kind: "audio" | "video", track: MediaStreamTrack | undefined, stream: MediaStream): Promise<void> {
    if (this.#closed) return;
    this.#tracks.set(kind, track ?? null);
    const sender = this.#senders.get(kind);
    if (sender) return this.#put(kind, sender);
    if (!track) return;
    const added = this.#connection.addTrack(track, stream);
    this.#senders.set(kind, added);
    if (this.#silent) await this.#put(kind, added);
  }

  /** From now on the other side hears and sees what is carried. */
  async speak(): Promise<void> {
    if (!this.#silent) return;
    this.#silent = false;
    for (const [kind, sender] of this.#senders) await this.#put(kind, sender);
  }

  /** Hears the other side though nothing is said here, or not yet. Whoever is polite is asked to by an offer. */
  listen(stream: MediaStream): void {
    if (this.#senders.has("audio")) return;
    if (this.#options.polite) this.#expected = stream;
    else this.#connection.addTransceiver("audio", { direction: "recvonly" });
  }

  /** How the other side was heard since the last question; nothing while nothing came. */
  async hearing(): Promise<Hearing | undefined> {
    const { hearing, received } = heard(await this.#connection.getStats(), this.#received);
    this.#received = received;
    return hearing;
  }

  /** How many packets of sound have come by now. */
  async received(): Promise<number> {
    return heard(await this.#connection.getStats()).received.packets;
  }

  /** Takes what the other side said. */
  receive(frame: PeerFrame): Promise<void> {
    const done = this.#work.then(() => this.#receive(frame));
    // What cannot be understood changes nothing; what it should have brought is missed, and the deadline tells.
    this.#work = done.catch(() => undefined);
    return done.catch((problem: unknown) => console.warn("Remote Support:", problem));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of [this.#answerTimer, this.#patience, this.#deadline, this.#excuse]) clearTimeout(timer);
    globalThis.removeEventListener("online", this.#restart);
    this.#connection.onconnectionstatechange = null;
    this.#connection.close();
  }

  async #receive(frame: PeerFrame): Promise<void> {
    if (this.#closed) return;
    if (frame.type === "peer.candidate") await this.#takeCandidate(frame);
    else if (frame.kind === "offer") await this.#takeOffer(frame.sdp);
    else await this.#takeAnswer(frame.sdp);
  }

  async #offer(): Promise<void> {
    try {
      this.#offering = true;
      await this.#connection.setLocalDescription();
      this.#tellOffer();
    } catch (problem) {
      if (!this.#closed) console.warn("Remote Support:", problem);
    } finally {
      this.#offering = false;
    }
  }

  async #takeOffer(sdp: string): Promise<void> {
    const connection = this.#connection;
    const collides = this.#offering || connection.signalingState !== "stable";
    this.#ignoring = !this.#options.polite && collides;
    if (this.#ignoring) return;
    if (!collides && sameDescription(connection.currentRemoteDescription, "offer", sdp)) {
      // Told again because our answer was lost.
      this.#tellDescription();
      return;
    }
    // Takes our own offer back where there is one.
    await connection.setRemoteDescription({ type: "offer", sdp });
    this.#expectWay();
    clearTimeout(this.#answerTimer);
    await this.#takeEarly();
    this.#expectSound();
    await connection.setLocalDescription();
    this.#tellDescription();
  }

  /** A microphone that opens later is heard at once then, without another offer. */
  #expectSound(): void {
    if (!this.#expected || this.#senders.has("audio")) return;
    const line = this.#connection.getTransceivers().find(({ receiver }) => receiver.track.kind === "audio");
    if (!line) return;
    line.direction = "sendrecv";
    line.sender.setStreams(this.#expected);
    this.#senders.set("audio", line.sender);
  }

  #put(kind: string, sender: RTCRtpSender): Promise<void> {
    return sender.replaceTrack(this.#silent ? null : (this.#tracks.get(kind) ?? null));
  }

  async #takeAnswer(sdp: string): Promise<void> {
    // One that comes twice, or after we have taken the other's offer instead.
    if (this.#connection.signalingState !== "have-local-offer") return;
    await this.#connection.setRemoteDescription({ type: "answer", sdp });
    this.#expectWay();
    clearTimeout(this.#answerTimer);
    await this.#takeEarly();
  }

  async #takeCandidate({ candidate, mid, line }: Unaddressed<Candidate>): Promise<void> {
    const init = { candidate, sdpMid: mid, sdpMLineIndex: line };
    if (!this.#connection.remoteDescription) {
      if (this.#early.length < EARLY_CANDIDATES) this.#early.push(init);
      return;
    }
    await this.#connection.addIceCandidate(init).catch((problem: unknown) => {
      if (!this.#ignoring) throw problem;
    });
  }

  async #takeEarly(): Promise<void> {
    // One that belongs to an offer that was ignored must not keep the others out.
    for (const candidate of this.#early.splice(0)) {
      await this.#connection.addIceCandidate(candidate).catch(() => undefined);
    }
  }

  #tellOffer(): void {
    if (this.#ahead) return;
    this.#offers = 1;
    this.#tellDescription();
    this.#expectAnswer();
  }

  #tellDescription(): void {
    const description = this.#connection.localDescription;
    if (this.#closed || !description || (description.type !== "offer" && description.type !== "answer")) return;
    this.#options.send({ type: "peer.description", kind: description.type, sdp: forSpeech(description.sdp) });
  }

  #tellCandidate(candidate: RTCIceCandidate | null): void {
    // What is found ahead is a part of the description by the time that it is told.
    if (this.#closed || this.#ahead || !candidate) return;
    this.#options.send({
      type: "peer.candidate",
      candidate: candidate.candidate,
      mid: candidate.sdpMid,
      line: candidate.sdpMLineIndex,
    });
  }

  #expectAnswer(): void {
    clearTimeout(this.#answerTimer);
    this.#answerTimer = setTimeout(() => {
      if (this.#connection.signalingState !== "have-local-offer") return;
      if (this.#offers++ >= OFFERS) return this.#tell("failed");
      this.#tellDescription();
      this.#expectAnswer();
    }, ANSWER_TIME);
  }

  #expectConnection(): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => {
      // One that was restarted and never broke is connected, and no browser says so.
      if (this.#connection.connectionState !== "connected") this.#tell("failed");
    }, CONNECT_TIME);
  }

  /** From here on both could connect. */
  #expectWay(): void {
    if (this.#connection.connectionState === "connected") return;
    clearTimeout(this.#excuse);
    this.#excuse = setTimeout(() => this.#explain(this.#refused ? "refused" : "no-way"), SILENCE);
  }

  #refuses(code: number): void {
    if (!wordOf(code)) return;
    this.#refused = true;
    // Where a way was missed already, this is why.
    if (this.#trouble) this.#explain("refused");
  }

  #explain(trouble: PeerTrouble | undefined): void {
    clearTimeout(this.#excuse);
    if (this.#closed || this.#trouble === trouble) return;
    this.#trouble = trouble;
    this.#options.trouble?.(trouble);
  }

  #changed(): void {
    switch (this.#connection.connectionState) {
      case "connected":
        this.#explain(undefined);
        clearTimeout(this.#patience);
        clearTimeout(this.#deadline);
        return this.#tell("connected");
      case "disconnected":
        this.#tell("interrupted");
        this.#patience = setTimeout(this.#restart, this.#options.polite ? 2 * PATIENCE : PATIENCE);
        return;
      case "failed":
        this.#tell("interrupted");
        return this.#restart();
    }
  }

  /** Another way between the same two: the picture goes on where it was. */
  readonly #restart = (): void => {
    // Ways that were found in another network lead nowhere.
    if (this.#ahead) return this.#tell("failed");
    // Without a description there is nothing to restart yet.
    if (this.#closed || this.#word === "failed" || !this.#connection.remoteDescription) return;
    clearTimeout(this.#patience);
    this.#expectConnection();
    this.#expectWay();
    const ways = this.#options.ways?.();
    if (ways) this.#connection.setConfiguration(ways);
    this.#connection.restartIce();
  };

  #tell(word: PeerWord): void {
    if (this.#closed || this.#word === word) return;
    this.#word = word;
    this.#options.state?.(word);
  }
}

/** Whether it is the very description that counts already: its candidates may be more by now, its origin is the same. */
function sameDescription(known: RTCSessionDescription | null, type: RTCSdpType, sdp: string): boolean {
  const origin = (text: string) => /^o=.*$/m.exec(text)?.[0];
  return known?.type === type && origin(known.sdp) === origin(sdp);
}
