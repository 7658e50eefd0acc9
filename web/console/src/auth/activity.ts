/** When somebody last did something in any tab of this browser; what pages do by themselves does not count. */
const KEY = "remote-support.active-at";
/** Written no more often than this, in milliseconds. */
const EVERY = 5_000;
const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

let noted = 0;

export function noteActivity(now = Date.now()): void {
  if (now - noted < EVERY && now >= noted) return;
  noted = now;
  localStorage.setItem(KEY, String(now));
}

/** In milliseconds; 0 before anything was done. */
export function lastActive(): number {
  return Number(localStorage.getItem(KEY)) || 0;
}

/** Watches until what it returns is called. */
export function watchActivity(): () => void {
  const note = () => noteActivity();
  for (const sign of SIGNS) window.addEventListener(sign, note, { passive: true, capture: true });
  return () => {
    for (const sign of SIGNS) window.removeEventListener(sign, note, { capture: true });
  };
}
