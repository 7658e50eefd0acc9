import type { Picture } from "@remote-support/media";
import type { FrameOf, SignalFromClient, SignalFromServer } from "@remote-support/protocol";
import { Link, type Servers } from "../link";

export type PeerFrame = FrameOf<
  SignalFromServer,
  "peer.description" | "peer.candidate" | "peer.state" | "peer.servers"
>;

/** The connections that carry one picture: one to each technician who wants it. */
export class Peers {
  private readonly viewers = new Map<string, Link>();
  private readonly wanting = new Set<string>();
  private stream: MediaStream | undefined;
  servers: Servers | undefined;

  constructor(
    readonly picture: Picture,
    private readonly send: (frame: SignalFromClient) => void,
  ) {}

  /** Shows it to all who want it, or nothing any more; those who are connected need no new connection. */
  show(stream: MediaStream | undefined): void {
    this.stream = stream;
    if (!stream) return this.closeAll();
    for (const { current } of this.viewers.values()) void current?.show(stream);
    for (const technician of this.wanting) if (!this.viewers.has(technician)) this.connect(technician);
  }

  wanted(technician: string): void {
    this.wanting.add(technician);
    if (this.stream) this.connect(technician);
  }

  receive(frame: FrameOf<PeerFrame, "peer.description" | "peer.candidate">): void {
    this.viewers.get(frame.from)?.receive(frame);
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
    for (const technician of [...this.viewers.keys()]) this.close(technician);
  }

  private connect(to: string): void {
    this.close(to);
    const { picture: capability, send } = this;
    const link = new Link({
      capability,
      send,
      servers: () => this.servers,
      made: (peer) => this.stream && void peer.show(this.stream),
    });
    link.lead(to);
    this.viewers.set(to, link);
  }

  private close(technician: string): void {
    this.viewers.get(technician)?.close();
    this.viewers.delete(technician);
  }
}
