import type { PictureSource } from "@remote-support/protocol";
import { capture, NoPicture } from "./capture";
import { onDevicesChanged } from "./devices";
import { Meter } from "./meter";
import type { Peer } from "./peer";

export type MicrophoneState = "opening" | "open" | "missing" | "refused" | "lost";

export interface OwnState {
  microphone: MicrophoneState;
  muted: boolean;
  held: boolean;
  picture: PictureSource;
  /** Why the picture that was asked for last is not there. */
  pictureProblem?: "missing" | "refused" | "ended" | undefined;
}

export interface OwnMediaOptions {
  changed?(state: OwnState): void;
  /** The devices that were chosen before; where they are gone, others do. */
  microphone?: string | undefined;
  camera?: string | undefined;
}

/** One side's own sound and picture in a call: opened once, sent to whom one is connected with, and changed for all of them. */
export class OwnMedia {
  /** The own picture, for a small window. */
  readonly preview = new MediaStream();
  /** What the other side gets: its tracks are named as one stream, so that they belong together there. */
  readonly #sent = new MediaStream();
  readonly #peers = new Set<Peer>();
  readonly #deaf: () => void;
  #state: OwnState = { microphone: "opening", muted: false, held: false, picture: "none" };
  #sound: MediaStreamTrack | undefined;
  #picture: MediaStreamTrack | undefined;
  #meter: Meter | undefined;
  #microphone: string | undefined;
  #camera: string | undefined;
  #soundTurn = 0;
  #pictureTurn = 0;
  #closed = false;
  #changed: ((state: OwnState) => void) | undefined;

  constructor(options: OwnMediaOptions) {
    this.#changed = options.changed;
    this.#microphone = options.microphone;
    this.#camera = options.camera;
    this.#deaf = onDevicesChanged(() => {
      const { microphone } = this.#state;
      if (microphone === "lost" || microphone === "missing") void this.#openMicrophone(microphone);
    });
  }

  get state(): OwnState {
    return this.#state;
  }

  /** Whom changes are told from now on: a microphone may be opened before its call is there. */
  listen(changed: (state: OwnState) => void): void {
    this.#changed = changed;
  }

  /** Asks for the microphone. Whether it came, the state tells. */
  open(): Promise<void> {
    this.#become({ microphone: "opening" });
    return this.#openMicrophone("missing");
  }

  attach(peer: Peer): void {
    this.#peers.add(peer);
    if (this.#sound) this.#send("audio", peer);
    else peer.listen(this.#sent);
    if (this.#picture) this.#send("video", peer);
  }

  detach(peer: Peer): void {
    this.#peers.delete(peer);
  }

  mute(muted: boolean): void {
    this.#become({ muted });
  }

  /** Sends nothing that can be heard or seen, until it goes on. */
  hold(held: boolean): void {
    this.#become({ held });
  }

  /** A screen must be asked for within a click: browsers want one. */
  async show(picture: PictureSource): Promise<void> {
    const turn = ++this.#pictureTurn;
    if (picture === "none") return this.#usePicture("none", undefined);
    // Phones open one camera at a time.
    if (picture === "camera" && this.#state.picture === "camera") this.#usePicture("none", undefined);
    try {
      const stream = await capture(picture, { device: this.#camera });
      if (turn !== this.#pictureTurn) return stop(...stream.getTracks());
      this.#usePicture(picture, stream.getVideoTracks()[0]);
    } catch (problem) {
      if (turn !== this.#pictureTurn) return;
      const refused = problem instanceof NoPicture && problem.reason === "denied";
      this.#become({ pictureProblem: refused ? "refused" : "missing" });
    }
  }

  async useMicrophone(deviceId: string): Promise<void> {
    this.#microphone = deviceId;
    await this.#openMicrophone("missing");
  }

  async useCamera(deviceId: string): Promise<void> {
    this.#camera = deviceId;
    if (this.#state.picture === "camera") await this.show("camera");
  }

  /** From 0 to 1: how loud the own microphone is. */
  level(): number {
    return this.#meter?.level() ?? 0;
  }

  close(): void {
    this.#closed = true;
    this.#soundTurn++;
    this.#pictureTurn++;
    this.#deaf();
    this.#meter?.close();
    stop(this.#sound, this.#picture);
    this.#peers.clear();
  }

  /** @param otherwise what the microphone is where there is none */
  async #openMicrophone(otherwise: "missing" | "lost"): Promise<void> {
    const turn = ++this.#soundTurn;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: {
          echoCancellation: true,
          noiseSuppression: true,
          autoGainControl: true,
          ...(this.#microphone && { deviceId: { ideal: this.#microphone } }),
        },
      });
      if (turn !== this.#soundTurn) return stop(...stream.getTracks());
      this.#useSound(stream);
    } catch (problem) {
      if (turn !== this.#soundTurn) return;
      const { name } = problem as DOMException;
      // What was open before goes on.
      if (this.#sound) return this.#become({});
      this.#become({ microphone: REFUSALS.includes(name) ? "refused" : otherwise });
    }
  }

  #useSound(stream: MediaStream): void {
    const [track] = stream.getAudioTracks();
    stop(this.#sound);
    this.#meter?.close();
    this.#meter = new Meter(stream);
    this.#sound = track;
    if (track) track.onended = () => this.#loseSound();
    this.#become({ microphone: "open" });
    this.#sendAll("audio");
  }

  /** Unplugged, or taken away by the browser's own button. */
  #loseSound(): void {
    this.#meter?.close();
    this.#meter = this.#sound = undefined;
    this.#sendAll("audio");
    this.#become({ microphone: "lost" });
    void this.#openMicrophone("lost");
  }

  #usePicture(picture: PictureSource, track: MediaStreamTrack | undefined): void {
    if (this.#picture) this.preview.removeTrack(this.#picture);
    stop(this.#picture);
    this.#picture = track;
    if (track) {
      this.preview.addTrack(track);
      track.onended = () => {
        this.#pictureTurn++;
        this.#usePicture("none", undefined);
        this.#become({ pictureProblem: "ended" });
      };
    }
    this.#become({ picture, pictureProblem: undefined });
    this.#sendAll("video");
  }

  #become(change: Partial<OwnState>): void {
    if (this.#closed) return;
    this.#state = { ...this.#state, ...change };
    const { muted, held } = this.#state;
    if (this.#sound) this.#sound.enabled = !muted && !held;
    if (this.#picture) this.#picture.enabled = !held;
    this.#changed?.(this.#state);
  }

  #sendAll(kind: "audio" | "video"): void {
    for (const peer of this.#peers) this.#send(kind, peer);
  }

  #send(kind: "audio" | "video", peer: Peer): void {
    const track = kind === "audio" ? this.#sound : this.#picture;
    // One that is over takes nothing any more.
    peer.carry(kind, track, this.#sent).catch(() => undefined);
  }
}

const REFUSALS = ["NotAllowedError", "SecurityError"];

function stop(...tracks: (MediaStreamTrack | undefined)[]): void {
  for (const track of tracks) {
    if (!track) continue;
    track.onended = null;
    track.stop();
  }
}
