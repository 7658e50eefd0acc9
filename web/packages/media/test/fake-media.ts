import { vi } from "vitest";

export class FakeTrack {
  enabled = true;
  stopped = false;
  onended: (() => void) | null = null;

  constructor(
    readonly kind: "audio" | "video",
    readonly from: string,
  ) {}

  stop(): void {
    this.stopped = true;
  }

  getSettings(): MediaTrackSettings {
    return {};
  }
}

export class FakeMediaStream {
  readonly tracks: FakeTrack[];

  constructor(tracks: FakeTrack[] = []) {
    this.tracks = [...tracks];
  }

  getTracks() {
    return this.tracks;
  }

  getAudioTracks() {
    return this.tracks.filter(({ kind }) => kind === "audio");
  }

  getVideoTracks() {
    return this.tracks.filter(({ kind }) => kind === "video");
  }

  addTrack(track: FakeTrack): void {
    this.tracks.push(track);
  }

  removeTrack(track: FakeTrack): void {
    this.tracks.splice(this.tracks.indexOf(track), 1);
  }
}

/** A browser's devices: what opens, what is refused, and what was opened so far. */
export class FakeDevices extends EventTarget {
  readonly opened: FakeTrack[] = [];
  readonly asked: MediaStreamConstraints[] = [];
  /** By what the next question for it is refused. */
  readonly refusals: Partial<Record<"audio" | "video" | "screen", string>> = {};
  all: object[] = [];

  static install(): FakeDevices {
    const devices = new FakeDevices();
    vi.stubGlobal("MediaStream", FakeMediaStream);
    Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: devices });
    Object.defineProperty(HTMLMediaElement.prototype, "srcObject", { configurable: true, writable: true, value: null });
    return devices;
  }

  getUserMedia(wanted: MediaStreamConstraints): Promise<FakeMediaStream> {
    return this.open(wanted.audio ? "audio" : "video", wanted);
  }

  getDisplayMedia(wanted: MediaStreamConstraints): Promise<FakeMediaStream> {
    return this.open("screen", wanted);
  }

  enumerateDevices(): Promise<object[]> {
    return Promise.resolve(this.all);
  }

  private async open(what: "audio" | "video" | "screen", wanted: MediaStreamConstraints): Promise<FakeMediaStream> {
    await Promise.resolve();
    this.asked.push(wanted);
    const name = this.refusals[what];
    if (name) throw Object.assign(new Error(name), { name });
    const track = new FakeTrack(what === "audio" ? "audio" : "video", what);
    this.opened.push(track);
    return new FakeMediaStream([track]);
  }
}
