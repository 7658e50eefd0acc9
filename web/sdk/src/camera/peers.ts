import { Peer, type Picture } from "@remote-support/media";
import type { FrameOf, SignalFromClient, SignalFromServer } from "@remote-support/protocol";
import { uuid } from "../host";

export type PeerFrame = FrameOf<
  SignalFromServer,
  "peer.description" | "peer.candidate" | "peer.state" | "peer.servers"
>;

/** How long until a connection that has failed is tried anew. */
const PAUSE = 2_000;

interface Viewer {
  peer: Peer;
  connection: string;
}

/** The connections that carry one picture: one to each technician who wants it. */
export class Peers {
  private readonly viewers = new Map<string, Viewer>();
  private readonly wanting = new Set<string>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private stream: MediaStream | undefined;
  servers: RTCIceServer[] = [];

  constructor(
    readonly picture: Picture,
    private readonly send: (frame: SignalFromClient) => void,
  ) {}

  /** Shows it to all who want it, or nothing any more; those who are connected need no new connection. */
  show(stream: MediaStream | undefined): void {
    this.stream = stream;
    if (!stream) return this.closeAll();
    for (const { peer } of this.viewers.values()) void peer.show(stream);
    for (const technician of this.wanting) if (!this.viewers.has(technician)) this.connect(technician);
  }

  wanted(technician: string): void {
    this.wanting.add(technician);
    if (this.stream) this.connect(technician);
  }

  receive(frame: FrameOf<PeerFrame, "peer.description" | "peer.candidate">): void {
    const viewer = this.viewers.get(frame.from);
    if (viewer?.connection === frame.connection) void viewer.peer.receive(frame);
  }

  tellAll(state: "asking" | "failed" | "ended", reason?: string): void {
    for (const to of this.wanting) this.tell(to, state, reason);
  }

  tell(to: string, state: "asking" | "failed" | "ended", reason?: string): void {
    this.send({ type: "peer.state", to, capability: this.picture, state, ...(reason && { reason }) });
  }

  /** Those who are not in the room any more. */
  forget(present: string[]): void {
    for (const technician of [...this.wanting]) {
      if (present.includes(technician)) continue;
      this.wanting.delete(technician);
      this.close(technician);
    }
  }

  closeAll(): void {
    for (const technician of [...this.viewers.keys(), ...this.timers.keys()]) this.close(technician);
  }

  private connect(to: string): void {
    this.close(to);
    const { stream, picture: capability } = this;
    if (!stream) return;
    const connection = uuid();
    const peer = new Peer({
      polite: false,
      servers: this.servers,
      send: (frame) => this.send({ ...frame, to, connection, capability }),
      state: (state) => {
        if (state === "failed")
          this.timers.set(
            to,
            setTimeout(() => this.connect(to), PAUSE),
          );
      },
    });
    this.viewers.set(to, { peer, connection });
    void peer.show(stream);
  }

  private close(technician: string): void {
    clearTimeout(this.timers.get(technician));
    this.timers.delete(technician);
    this.viewers.get(technician)?.peer.close();
    this.viewers.delete(technician);
  }
}
