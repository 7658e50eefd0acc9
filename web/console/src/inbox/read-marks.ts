import { useSyncExternalStore } from "react";

const KEY = "remote-support.read";
/** More would be of sessions long over. */
const MOST = 200;

type Marks = Readonly<Record<string, number>>;

const listeners = new Set<() => void>();
let known = "";
let marks: Marks = {};

function load(): Marks {
  const stored = localStorage.getItem(KEY) ?? "{}";
  if (stored === known) return marks;
  known = stored;
  try {
    marks = JSON.parse(stored) as Marks;
  } catch {
    marks = {};
  }
  return marks;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** Up to which message each conversation has been seen in this browser. */
export function useReadMarks(): Marks {
  return useSyncExternalStore(subscribe, load);
}

export function markRead(sessionId: string, sequence: number): void {
  const present = load();
  if ((present[sessionId] ?? 0) >= sequence) return;
  const others = Object.entries(present).filter(([id]) => id !== sessionId);
  const kept = [...others, [sessionId, sequence] as const].slice(-MOST);
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  for (const listener of listeners) listener();
}
