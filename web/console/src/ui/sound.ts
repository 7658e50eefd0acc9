import { useSyncExternalStore } from "react";

const MUTED = "remote-support.muted";
const listeners = new Set<() => void>();
let context: AudioContext | undefined;

/** The notes of a sound: frequency in Hz and start in seconds. */
type Tune = readonly (readonly [number, number])[];

const TUNES = {
  /** A customer is offered: three rising notes, friendly and hard to miss. */
  offer: [
    [659, 0],
    [784, 0.14],
    [988, 0.28],
  ],
  /** A customer calls: twice two notes, as a telephone. */
  call: [
    [784, 0],
    [988, 0.16],
    [784, 0.5],
    [988, 0.66],
  ],
  /** It rings at the customer. */
  ringBack: [
    [425, 0],
    [425, 0.4],
  ],
  /** A call is answered by itself: one short, clear note. */
  soon: [[1319, 0]],
  /** A message came in where nobody looks. */
  message: [
    [880, 0],
    [1175, 0.09],
  ],
} satisfies Record<string, Tune>;

export type Sound = keyof typeof TUNES;

export function isMuted(): boolean {
  return localStorage.getItem(MUTED) === "1";
}

export function mute(muted: boolean): void {
  if (muted) localStorage.setItem(MUTED, "1");
  else localStorage.removeItem(MUTED);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

export function useMuted(): boolean {
  return useSyncExternalStore(subscribe, isMuted);
}

/** Before the first click browsers keep sounds back; what comes out later than this only startles. */
const LATE = 500;

/** Plays a sound made on the spot; silent where the browser has no audio, or wants a click first. */
export function play(sound: Sound): void {
  if (isMuted() || typeof AudioContext === "undefined") return;
  const audio = (context ??= new AudioContext());
  const asked = Date.now();
  audio.resume().then(() => {
    if (Date.now() - asked < LATE) ring(audio, TUNES[sound]);
  }, silence);
}

function silence(): void {
  // No audio device: what is to be seen is on the screen anyway.
}

function ring(audio: AudioContext, tune: Tune): void {
  for (const [frequency, after] of tune) {
    const start = audio.currentTime + after;
    const tone = new OscillatorNode(audio, { type: "sine", frequency });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.16, start + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.45);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.5);
  }
}
