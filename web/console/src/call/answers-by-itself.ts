import { useSyncExternalStore } from "react";

/** Each for themselves, and in this browser alone: it is this microphone that opens. */
const nameOf = (staff: string) => `remote-support.answers-calls.${staff}`;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** Whether this console answers calls by itself; off until somebody wants it. */
export function useAnswersByItself(staff: string): readonly [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => localStorage.getItem(nameOf(staff)) === "1");
  const set = (next: boolean) => {
    if (next) localStorage.setItem(nameOf(staff), "1");
    else localStorage.removeItem(nameOf(staff));
    for (const listener of listeners) listener();
  };
  return [on, set];
}
