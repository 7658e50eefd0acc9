import type { Hearing, OwnMedia, OwnState, PeerTrouble, PeerWord } from "@remote-support/media";
import type { FrameOf, SignalFromClient, SignalFromServer } from "@remote-support/protocol";
import { Link, type Servers } from "../link";
import type { LinkWord, OtherMedia } from "./model";

export interface LineOptions {
  send(frame: SignalFromClient): void;
  /** What this side says and shows, from when it is ready. */
  own(): OwnMedia | undefined;
  isHere(participant: string): boolean;
  /** Whether the call was answered: while it rings, nothing is heard of us. */
  isAnswered(): boolean;
  /** What is to be heard from now on. */
  stream(stream: MediaStream): void;
  changed(): void;
}

/** A connection to one technician. */
interface Way {
  link: Link;
  stream: MediaStream | undefined;
  connected: boolean;
}

const SILENT: OtherMedia = { muted: false, held: false, picture: "none" };

/** At a hand-over: how often one listens for the next technician, and how often at most. One without a microphone says nothing. */
const LISTEN = 50;
const LISTENS = 20;

/**
 * The customer's end of a call. Whoever hands it to a colleague is heard until the colleague can be: two connections for a moment are
 * better than silence.
 */
export class Line {
  word: LinkWord = "awaited";
  other = SILENT;
  stream: MediaStream | undefined;
  trouble: PeerTrouble | undefined;
  /** The newest that the room has told. */
  servers: Servers | undefined;
  /** Who wants us. */
  technician: string | undefined;
  private way: Way | undefined;
  /** Got ready while it rings. */
  private ready: Way | undefined;
  /** To whoever hands the call on. */
  private former: Way | undefined;
  private told = "";

  constructor(private readonly options: LineOptions) {}

  get isOpen(): boolean {
    return !!this.way || !!this.former;
  }

  /** What was got ready by others leads nowhere, or where it should not. */
  use(servers: Servers): void {
    this.servers = servers;
    this.unprepare();
  }

  /** Somebody else has the call from now on; whoever had it goes on speaking until that one is there. */
  handOn(): void {
    if (this.former) this.way?.link.close();
    else this.former = this.way;
    this.way = this.technician = this.trouble = undefined;
    if (!this.former) return;
    this.other = SILENT;
    this.word = "handed-on";
  }

  /** It rings: makes an offer to whoever answers, who is heard sooner. */
  prepare(): void {
    const own = this.options.own();
    if (own && !this.way) this.ready ??= this.make(own);
  }

  /** It rings no more: whoever waits needs no relay. */
  unprepare(): void {
    this.ready?.link.close();
    this.ready = undefined;
  }

  /** Leads to whoever wants us, anew where there was a way already. */
  connect(): void {
    const { technician: to } = this;
    const own = this.options.own();
    if (!own || !to) return;
    const again = this.word !== "awaited";
    this.way?.link.close();
    if (!this.former) this.word = again ? "reconnecting" : "connecting";
    this.other = SILENT;
    this.told = "";
    this.way = this.ready ?? this.make(own);
    this.ready = undefined;
    this.way.link.lead(to);
    if (this.options.isAnswered()) this.speak();
    this.tell(own.state);
  }

  /** It was answered: what was made ready while it rang is heard. */
  speak(): void {
    this.way?.link.speak();
  }

  private make(own: OwnMedia): Way {
    const way: Way = {
      stream: undefined,
      connected: false,
      link: new Link({
        capability: "call",
        send: this.options.send,
        servers: () => this.servers,
        silent: () => !this.options.isAnswered(),
        made: (peer) => own.attach(peer),
        gone: (peer) => own.detach(peer),
        state: (word) => this.linked(way, word),
        trouble: (trouble) => {
          if (way !== this.way) return;
          this.trouble = trouble;
          this.options.changed();
        },
        stream: (stream) => this.came(way, stream),
      }),
    };
    return way;
  }

  receive(frame: FrameOf<SignalFromServer, "peer.description" | "peer.candidate">): void {
    this.way?.link.receive(frame);
  }

  hears(frame: FrameOf<SignalFromServer, "peer.media">): void {
    if (frame.from !== this.technician) return;
    const { muted, held, picture } = frame;
    this.other = { muted, held, picture };
    this.options.changed();
  }

  async hearing(): Promise<Hearing | undefined> {
    return (this.way ?? this.former)?.link.current?.hearing().catch(() => undefined);
  }

  /** Says what this side sends, and why nothing where that is so. */
  tell(own: OwnState): void {
    const { way } = this;
    if (!way) return;
    const about = { to: way.link.to, capability: "call" } as const;
    const reason = REASONS[own.microphone];
    const now = String(reason);
    if (this.told !== now && reason) this.options.send({ type: "peer.state", ...about, state: "failed", reason });
    this.told = now;
    const { muted, held, picture } = own;
    this.options.send({ type: "peer.media", ...about, muted, held, picture });
  }

  /** Nobody speaks with us any more. */
  close(): void {
    this.unprepare();
    this.way?.link.close();
    this.former?.link.close();
    this.way = this.former = this.technician = this.stream = this.trouble = undefined;
    this.word = "awaited";
    this.other = SILENT;
  }

  private linked(way: Way, word: PeerWord): void {
    if (way === this.former) return this.formerly(way, word);
    if (way !== this.way) return;
    way.connected = word === "connected";
    if (word === "connected") {
      this.trouble = undefined;
      const own = this.options.own();
      if (own) this.tell(own.state);
      if (this.former) void this.takeOver(way, this.former);
    }
    if (!this.former) this.word = word === "connected" ? word : "reconnecting";
    // Whoever is back wants it anew.
    if (word === "failed" && !this.options.isHere(way.link.to)) {
      way.link.close();
      this.way = this.technician = undefined;
    }
    this.options.changed();
  }

  private formerly(way: Way, word: PeerWord): void {
    if (word !== "failed") return;
    way.link.close();
    this.settle();
  }

  /** The new one is listened to before the former falls silent. */
  private async takeOver(way: Way, former: Way): Promise<void> {
    for (let listens = 0; listens < LISTENS; listens++) {
      if ((await way.link.current?.received().catch(() => 0)) ?? 0) break;
      await new Promise((resolve) => setTimeout(resolve, LISTEN));
    }
    if (this.way !== way || this.former !== former) return;
    former.link.close();
    this.settle();
  }

  /** From now on there is but one. */
  private settle(): void {
    this.former = undefined;
    this.word = !this.way ? "awaited" : this.way.connected ? "connected" : "reconnecting";
    if (this.way?.stream) this.play(this.way.stream);
    this.options.changed();
  }

  private came(way: Way, stream: MediaStream): void {
    way.stream = stream;
    if (way === this.way && !this.former) this.play(stream);
    this.options.changed();
  }

  private play(stream: MediaStream): void {
    this.stream = stream;
    this.options.stream(stream);
  }
}

const REASONS: Partial<Record<OwnState["microphone"], string>> = {
  missing: "no-microphone",
  lost: "no-microphone",
  refused: "microphone-refused",
};
