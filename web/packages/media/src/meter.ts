/** Says how loud a stream is. */
export class Meter {
  #context: AudioContext | undefined;
  #analyser: AnalyserNode | undefined;
  #samples = new Float32Array(0);

  constructor(private readonly stream: MediaStream) {}

  /** From 0 to 1, as ears hear it: a whisper is more than nothing. */
  level(): number {
    if (!this.#analyser) this.#listen();
    this.#analyser?.getFloatTimeDomainData(this.#samples as Float32Array<ArrayBuffer>);
    const power = this.#samples.reduce((sum, one) => sum + one * one, 0) / (this.#samples.length || 1);
    // From -60 dB on.
    return Math.min(1, Math.max(0, 1 + Math.log10(power) / 6));
  }

  async resume(): Promise<void> {
    await this.#context?.resume();
  }

  close(): void {
    void this.#context?.close().catch(() => undefined);
    this.#context = this.#analyser = undefined;
  }

  #listen(): void {
    if (!this.stream.getAudioTracks().length) return;
    this.#context = new AudioContext();
    // Allowed once somebody has clicked; until then there is nothing to see.
    void this.#context.resume().catch(() => undefined);
    this.#analyser = this.#context.createAnalyser();
    this.#analyser.fftSize = 1024;
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(this.stream).connect(this.#analyser);
  }
}
