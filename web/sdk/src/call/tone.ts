/** When each note begins, in seconds, and how high it is. */
type Tune = readonly (readonly [number, number])[];

const CALLS: Tune = [
  [0, 659],
  [0.2, 784],
  [0.4, 659],
];

/** As a telephone that rings at somebody else. */
const WAITS: Tune = [
  [0, 425],
  [0.4, 425],
];

const LENGTH = 0.5;

/** Whoever was in a call and waits for the next to speak hears no more than two seconds of nothing. */
const AGAIN = 2_500;

/** A soft sign that somebody calls, until it is stopped. Where the browser wants a click before any sound, silence. */
export const ring = () => repeat(CALLS);

/** Says to whoever waits that it rings at the other side, until it is stopped. */
export const ringBack = () => repeat(WAITS);

function repeat(tune: Tune): () => void {
  const context = new AudioContext();
  const play = () => {
    for (const [after, pitch] of tune) note(context, context.currentTime + after, pitch);
  };
  play();
  const again = setInterval(play, AGAIN);
  return () => {
    clearInterval(again);
    context.close().catch(() => undefined);
  };
}

function note(context: AudioContext, at: number, pitch: number): void {
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(0.08, at + 0.04);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + LENGTH);
  tone.connect(loudness).connect(context.destination);
  tone.start(at);
  tone.stop(at + LENGTH);
}
