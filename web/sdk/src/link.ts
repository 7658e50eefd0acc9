import { Peer, waysOf, type PeerTrouble, type PeerWord } from "@remote-support/media";
import type { Capability, FrameOf, SignalFromClient, SignalFromServer } from "@remote-support/protocol";
import { uuid } from "./host";

export type Servers = FrameOf<SignalFromServer, "peer.servers">;

export interface LinkOptions {
  capability: Capability;
  /** The newest that the room has told. */
  servers(): Servers | undefined;
  send(frame: SignalFromClient): void;
  /** Whether nothing is carried before {@link Link.speak}. */
  silent?(): boolean;
  /** A new connection, which is to be given what it carries. */
  made(peer: Peer): void;
  /** A connection that is not used any more. */
  gone?(peer: Peer): void;
  state?(state: PeerWord): void;
  trouble?(trouble: PeerTrouble | undefined): void;
  stream?(stream: MediaStream): void;
}

/** How long until a connection that has failed is tried anew. */
const PAUSE = 2_000;

/**
 * What leads from the customer to one technician: a connection that this side offers, and another whenever one has failed. The first
 * offer is got ready before it is known whom to.
 */
export class Link {
  to = "";
  private peer: Peer | undefined;
  private connection = "";
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: LinkOptions) {
    this.connect();
  }

  get current(): Peer | undefined {
    return this.peer;
  }

  lead(to: string): void {
    this.to = to;
    this.peer?.begin();
  }

  /** What is carried is heard from now on. */
  speak(): void {
    void this.peer?.speak();
  }

  receive({ from, ...frame }: FrameOf<SignalFromServer, "peer.description" | "peer.candidate">): void {
    if (from === this.to && frame.connection === this.connection) void this.peer?.receive(frame);
  }

  close(): void {
    clearTimeout(this.again);
    if (!this.peer) return;
    this.peer.close();
    this.options.gone?.(this.peer);
    this.peer = undefined;
  }

  private connect(): void {
    this.close();
    const { capability, servers, send, silent, made, state, trouble, stream } = this.options;
    const connection = (this.connection = uuid());
    const peer = new Peer({
      polite: false,
      ahead: !this.to,
      ...(silent && { silent: silent() }),
      ways: () => waysOf(servers()),
      send: (frame) => send({ ...frame, to: this.to, connection, capability }),
      state: (word) => {
        state?.(word);
        // Whoever hears that it has failed may close it for good.
        if (word === "failed" && this.peer === peer) this.again = setTimeout(() => this.connect(), PAUSE);
      },
      ...(trouble && { trouble }),
      ...(stream && { stream }),
    });
    this.peer = peer;
    made(peer);
  }
}
