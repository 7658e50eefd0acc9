import { Meter } from "./meter";

export interface SoundOptions {
  /** The browser wants a click first: {@link Sound.resume} is to be called in one. */
  blocked(): void;
}

/** What comes from the other side, to be heard. */
export class Sound {
  readonly #audio = document.createElement("audio");
  #meter: Meter | undefined;

  #isBlocked = false;

  constructor(private options: SoundOptions) {}

  /** Whom it tells from now on: it may play before its call is there. */
  listen(options: SoundOptions): void {
    this.options = options;
    if (this.#isBlocked) options.blocked();
  }

  play(stream: MediaStream): void {
    if (this.#audio.srcObject !== stream) {
      this.#meter?.close();
      this.#meter = new Meter(stream);
      this.#audio.srcObject = stream;
    }
    this.#audio.play().catch((problem: unknown) => {
      // Any other says that something newer is played instead.
      if ((problem as DOMException).name !== "NotAllowedError") return;
      this.#isBlocked = true;
      this.options.blocked();
    });
  }

  async resume(): Promise<void> {
    await Promise.all([this.#meter?.resume(), this.#audio.play()]);
    this.#isBlocked = false;
  }

  silence(silent: boolean): void {
    this.#audio.muted = silent;
  }

  /** From 0 to 1. */
  level(): number {
    return this.#meter?.level() ?? 0;
  }

  async useSpeaker(deviceId: string): Promise<void> {
    // Not every browser lets a page choose.
    const audio = this.#audio as Partial<Pick<HTMLMediaElement, "setSinkId">>;
    await audio.setSinkId?.call(this.#audio, deviceId);
  }

  close(): void {
    this.#audio.pause();
    this.#audio.srcObject = null;
    this.#meter?.close();
    this.#meter = undefined;
  }
}
