import { capture, hasTwoCameras, NoPicture, type Facing, type Picture, type Reason } from "@remote-support/media";
import type { SignalFromClient } from "@remote-support/protocol";
import type { Host } from "../host";
import { Peers, type PeerFrame } from "./peers";
import { preview } from "./preview";

export interface ShowingOptions {
  send(frame: SignalFromClient): void;
  /** The customer ends it by the browser's own button. */
  withdraw(): void;
  changed(): void;
}

/** One picture of the customer's, from the Yes to the end: asks the browser, shows it to the technicians, says what is wrong. */
export class Showing {
  private readonly peers: Peers;
  private readonly view;
  private stream: MediaStream | undefined;
  private reason: Reason | undefined;
  private facing: Facing = "environment";
  private asking = false;
  private over = false;

  constructor(
    private readonly host: Host,
    readonly picture: Picture,
    private readonly options: ShowingOptions,
  ) {
    this.peers = new Peers(picture, options.send);
    this.view = preview(host, { start: () => void this.start(), turn: () => void this.turn() });
    this.view.idle(picture, undefined);
    addEventListener("pagehide", this.leave);
  }

  get isLive(): boolean {
    return !!this.stream;
  }

  /** Must come from a click where it is a screen: browsers want one. */
  async start(): Promise<void> {
    if (this.stream || this.asking || this.over) return;
    this.asking = true;
    this.reason = undefined;
    this.view.asking(this.picture);
    this.peers.tellAll("asking");
    try {
      const stream = await capture(this.picture, { facing: this.facing });
      if (this.over) return stop(stream);
      this.host.tab.set("showing", this.picture);
      await this.use(stream);
    } catch (problem) {
      this.fail(problem instanceof NoPicture ? problem.reason : "failed");
    } finally {
      this.asking = false;
    }
  }

  receive(frame: PeerFrame): void {
    if (frame.type === "peer.servers") this.peers.servers = frame;
    else if (frame.capability !== this.picture) return;
    else if (frame.type !== "peer.state") this.peers.receive(frame);
    else if (frame.state === "wanted") {
      this.peers.wanted(frame.from);
      if (this.reason) this.peers.tell(frame.from, "failed", this.reason);
      else if (!this.stream) this.peers.tell(frame.from, "asking");
    }
  }

  present(technicians: string[]): void {
    this.peers.forget(technicians);
  }

  end(): void {
    this.over = true;
    removeEventListener("pagehide", this.leave);
    this.peers.closeAll();
    if (this.stream) stop(this.stream);
    this.stream = undefined;
    this.view.remove();
  }

  private async use(stream: MediaStream): Promise<void> {
    this.stream = stream;
    const [track] = stream.getVideoTracks();
    if (track) track.onended = () => this.ended();
    this.peers.show(stream);
    this.draw(stream, false);
    this.options.changed();
    if (this.picture === "camera" && (await hasTwoCameras().catch(() => false)) && this.stream === stream) {
      this.draw(stream, true);
    }
  }

  private draw(stream: MediaStream, turns: boolean): void {
    const facing = stream.getVideoTracks()[0]?.getSettings().facingMode;
    this.view.live(this.picture, stream, this.picture === "camera" && facing === "user", turns);
  }

  /** Phones open one camera at a time: the old one goes first, and comes back where the other does not open. */
  private async turn(): Promise<void> {
    if (!this.stream || this.asking) return;
    this.asking = true;
    const other: Facing = this.facing === "environment" ? "user" : "environment";
    stop(this.stream);
    try {
      const stream = await capture("camera", { facing: other }).then(
        (turned) => ((this.facing = other), turned),
        () => capture("camera", { facing: this.facing }),
      );
      if (this.over) return stop(stream);
      await this.use(stream);
    } catch (problem) {
      this.fail(problem instanceof NoPicture ? problem.reason : "failed");
    } finally {
      this.asking = false;
    }
  }

  /** Unplugged, taken away, or ended by the browser's own button. */
  private ended(): void {
    if (this.picture === "screen") this.options.withdraw();
    else this.fail("unplugged");
  }

  private fail(reason: Reason): void {
    if (this.over) return;
    if (this.stream) stop(this.stream);
    this.stream = undefined;
    this.reason = reason;
    this.peers.show(undefined);
    this.peers.tellAll("failed", reason);
    this.view.idle(this.picture, reason);
    this.options.changed();
  }

  private readonly leave = (): void => {
    this.peers.tellAll("ended", "left");
    this.peers.closeAll();
  };
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    track.onended = null;
    track.stop();
  }
}
