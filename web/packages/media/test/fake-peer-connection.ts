export interface FakeSender {
  track: { kind: string } | null;
  stream?: unknown;
  setStreams(stream: unknown): void;
  replaceTrack(track: { kind: string } | null): Promise<void>;
}

/** An `RTCPeerConnection` with the state machine of the real one, and a line between two that a test can cut. */
export class FakePeerConnection {
  static all: FakePeerConnection[] = [];

  signalingState: RTCSignalingState = "stable";
  connectionState: RTCPeerConnectionState = "new";
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  currentRemoteDescription: RTCSessionDescriptionInit | null = null;
  onnegotiationneeded: (() => void) | null = null;
  onicecandidate: ((event: { candidate: RTCIceCandidateInit | null }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  onicecandidateerror: ((event: { errorCode: number }) => void) | null = null;
  ontrack: ((event: { streams: unknown[] }) => void) | null = null;
  readonly candidates: RTCIceCandidateInit[] = [];
  readonly senders: FakeSender[] = [];
  readonly transceivers: { kind: string; direction: string }[] = [];
  stats: object[] = [];
  configuration: RTCConfiguration | undefined;
  restarts = 0;
  rollbacks = 0;
  remoteOffers = 0;
  /** While set, descriptions and candidates connect nothing. */
  static cut = false;
  private version = 0;
  private readonly id = FakePeerConnection.all.push(this);
  private needed = false;

  addTrack(track: FakeSender["track"]): FakeSender {
    const sender = this.sender(track);
    this.senders.push(sender);
    this.need();
    return sender;
  }

  /** What the other side has offered, and what would be sent on it. */
  readonly lines: { direction: string; receiver: { track: { kind: string } }; sender: FakeSender }[] = [];

  getTransceivers() {
    return this.lines;
  }

  private sender(track: FakeSender["track"]): FakeSender {
    const sender: FakeSender = {
      track,
      setStreams: (stream) => {
        sender.stream = stream;
      },
      replaceTrack: (next) => {
        sender.track = next;
        return Promise.resolve();
      },
    };
    return sender;
  }

  addTransceiver(kind: string, { direction }: { direction: string }): void {
    this.transceivers.push({ kind, direction });
    this.need();
  }

  getStats(): Promise<object[]> {
    return Promise.resolve(this.stats);
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.configuration = configuration;
  }

  restartIce(): void {
    this.restarts++;
    this.need();
  }

  async setLocalDescription(): Promise<void> {
    await Promise.resolve();
    this.open();
    const answers = this.signalingState === "have-remote-offer";
    const sdp = `v=0\r\no=- ${this.id} ${++this.version} IN IP4 127.0.0.1\r\ns=-\r\n`;
    const description: RTCSessionDescriptionInit = { type: answers ? "answer" : "offer", sdp };
    this.localDescription = description;
    this.signalingState = answers ? "stable" : "have-local-offer";
    // As in a browser: not before whoever waits for the description has gone on.
    setTimeout(() => {
      description.sdp = `${sdp}a=candidate:${this.id}\r\n`;
      this.onicecandidate?.({ candidate: { candidate: `candidate:${this.id}`, sdpMid: "0", sdpMLineIndex: 0 } });
      this.onicecandidate?.({ candidate: null });
    });
    this.settled();
  }

  async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    await Promise.resolve();
    this.open();
    if (description.type === "offer") {
      if (this.signalingState === "have-local-offer") {
        this.rollbacks++;
        this.needed = true;
      }
      this.remoteOffers++;
      if (this.lines.length === 0 && this.senders.length === 0) {
        this.lines.push({ direction: "recvonly", receiver: { track: { kind: "audio" } }, sender: this.sender(null) });
      }
      this.signalingState = "have-remote-offer";
    } else if (this.signalingState !== "have-local-offer") {
      throw new Error(`an answer in ${this.signalingState}`);
    } else {
      this.signalingState = "stable";
    }
    this.remoteDescription = this.currentRemoteDescription = description;
    for (const [candidate] of description.sdp?.matchAll(/candidate:\d+/g) ?? []) this.candidates.push({ candidate });
    this.settled();
  }

  async addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    await Promise.resolve();
    if (!this.remoteDescription) throw new Error("no remote description");
    if (candidate.candidate === "candidate:foreign") throw new Error("of another description");
    this.candidates.push(candidate);
    this.settled();
  }

  close(): void {
    this.signalingState = "closed";
  }

  /** As in a browser: a connection that was restarted and never broke says nothing. */
  become(state: RTCPeerConnectionState): void {
    if (this.connectionState === state) return;
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }

  private open(): void {
    if (this.signalingState === "closed") throw new Error("closed");
  }

  private need(): void {
    this.needed = true;
    queueMicrotask(() => this.settled());
  }

  private settled(): void {
    if (this.signalingState !== "stable") return;
    if (this.needed) {
      setTimeout(() => {
        if (!this.needed || this.signalingState !== "stable") return;
        this.needed = false;
        this.onnegotiationneeded?.();
      });
    } else if (this.remoteDescription && this.candidates.length && !FakePeerConnection.cut) {
      this.become("connected");
    }
  }
}
