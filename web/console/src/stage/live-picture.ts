import { Peer, waysOf } from "@remote-support/media";
import type { FrameOf, SignalFromServer } from "@remote-support/protocol";
import type { Room } from "./room";

export type LiveKind = "camera" | "screen";

export type LiveState =
  | { kind: "awaited" }
  | { kind: "asking" }
  | { kind: "live"; stream: MediaStream }
  | { kind: "interrupted"; stream: MediaStream }
  | { kind: "failed"; reason: string }
  | { kind: "left" };

/** A picture that does not come is wanted again after so long. */
const AGAIN = 8_000;

/** The live picture of the customer's camera or screen: asks each of their tabs for it, and takes it from the one that has it. */
export class LivePicture {
  #state: LiveState = { kind: "awaited" };
  #peer?: { peer: Peer; from: string; connection: string };
  #again?: ReturnType<typeof setTimeout>;
  readonly #deaf: () => void;
  readonly #changes = new Set<() => void>();

  constructor(
    private readonly room: Room,
    readonly picture: LiveKind,
  ) {
    this.#deaf = room.listen({ frame: (frame) => this.#receive(frame) });
    this.#want();
  }

  readonly subscribe = (change: () => void): (() => void) => {
    this.#changes.add(change);
    return () => this.#changes.delete(change);
  };

  readonly state = (): LiveState => this.#state;

  close(): void {
    this.#deaf();
    this.#drop();
    clearTimeout(this.#again);
    this.#changes.clear();
  }

  #receive(frame: SignalFromServer): void {
    switch (frame.type) {
      case "welcome":
        return this.#want();
      case "participant.joined":
      case "participant.changed":
        // A tab that was loaded anew, or is back.
        if (frame.participant.seat === "customer") this.#want();
        return;
      case "participant.left":
        if (frame.participant === this.#peer?.from || this.#tabs().length === 0) this.#nothing({ kind: "left" });
        return;
      case "peer.description":
      case "peer.candidate":
        if (frame.capability === this.picture) this.#negotiate(frame);
        return;
      case "peer.state":
        if (frame.capability === this.picture) this.#told(frame);
    }
  }

  /** Tells the tabs of the customer, unless the picture is here. */
  #want(): void {
    clearTimeout(this.#again);
    if (this.#state.kind === "live") return;
    for (const { id } of this.#tabs()) {
      this.room.send({ type: "peer.state", to: id, capability: this.picture, state: "wanted" });
    }
    this.#again = setTimeout(() => {
      // Somebody who is asked by the browser is left to think.
      if (this.#state.kind === "awaited" || this.#state.kind === "interrupted") this.#want();
    }, AGAIN);
  }

  #tabs() {
    return this.room.state().participants.filter(({ seat, can }) => seat === "customer" && can?.includes(this.picture));
  }

  #negotiate(frame: FrameOf<SignalFromServer, "peer.description" | "peer.candidate">): void {
    if (frame.connection !== this.#peer?.connection) {
      // Only an offer begins a connection; anything else is of one that is over.
      if (frame.type !== "peer.description" || frame.kind !== "offer") return;
      this.#drop();
      this.#peer = { peer: this.#connect(frame.from, frame.connection), ...frame };
    }
    void this.#peer.peer.receive(frame);
  }

  #connect(to: string, connection: string): Peer {
    const isThis = () => this.#peer?.connection === connection;
    return new Peer({
      polite: true,
      ways: () => waysOf(this.room.state().servers),
      send: (frame) => void this.room.send({ ...frame, to, connection, capability: this.picture }),
      stream: (stream) => isThis() && this.#become({ kind: "live", stream }),
      state: (state) => {
        if (!isThis()) return;
        if (state === "failed") {
          this.#nothing({ kind: "awaited" });
          this.#want();
        } else if ("stream" in this.#state) {
          this.#become({ kind: state === "interrupted" ? "interrupted" : "live", stream: this.#state.stream });
        }
      },
    });
  }

  #told(frame: FrameOf<SignalFromServer, "peer.state">): void {
    // Another tab that has nothing to show says nothing about the one that has.
    if (this.#peer && frame.from !== this.#peer.from) return;
    if (frame.state === "asking") this.#nothing({ kind: "asking" });
    else if (frame.state === "failed") this.#nothing({ kind: "failed", reason: frame.reason ?? "failed" });
    else if (frame.state === "ended") this.#nothing({ kind: "left" });
  }

  #nothing(state: LiveState): void {
    this.#drop();
    this.#become(state);
  }

  #drop(): void {
    this.#peer?.peer.close();
    this.#peer = undefined;
  }

  #become(state: LiveState): void {
    this.#state = state;
    for (const change of this.#changes) change();
  }
}
