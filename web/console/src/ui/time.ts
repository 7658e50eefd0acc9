import { useSyncExternalStore } from "react";

const SECOND = 1000;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `0s`, `42s`, `3m 05s`, `1h 20m`, `2d 3h`; never negative. */
export function formatDuration(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  if (whole < MINUTE) return `${whole}s`;
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)}m ${two(whole % MINUTE)}s`;
  if (whole < DAY) return `${Math.floor(whole / HOUR)}h ${two(Math.floor((whole % HOUR) / MINUTE))}m`;
  return `${Math.floor(whole / DAY)}d ${Math.floor((whole % DAY) / HOUR)}h`;
}

/** Seconds between two times; the end may be now. */
export function secondsBetween(from: string | null, to: string | number | null): number {
  if (!from || to === null) return 0;
  const end = typeof to === "number" ? to : Date.parse(to);
  return Math.max(0, (end - Date.parse(from)) / SECOND);
}

export function timeOfDay(iso: string): string {
  return new Date(iso).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
}

export function dayAndTime(iso: string): string {
  return new Date(iso).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

/** `just now`, `5 min ago`, `yesterday`, then the date. */
export function ago(iso: string, now: number): string {
  const seconds = secondsBetween(iso, now);
  if (seconds < 45) return "just now";
  const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "short" });
  if (seconds < HOUR) return relative.format(-Math.max(1, Math.round(seconds / MINUTE)), "minute");
  if (seconds < DAY) return relative.format(-Math.round(seconds / HOUR), "hour");
  if (seconds < 7 * DAY) return relative.format(-Math.round(seconds / DAY), "day");
  return new Date(iso).toLocaleDateString(undefined, { dateStyle: "medium" });
}

/** `Today`, `Yesterday`, or the date; for the separators of a conversation. */
export function dayName(iso: string, now: number): string {
  const day = new Date(iso);
  const days = Math.round((startOfDay(new Date(now)) - startOfDay(day)) / (DAY * SECOND));
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return day.toLocaleDateString(undefined, { weekday: "long", day: "numeric", month: "long" });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

const listeners = new Set<() => void>();
let clock: ReturnType<typeof setInterval> | undefined;
let second = Math.floor(Date.now() / SECOND);

function onSecond(listener: () => void): () => void {
  listeners.add(listener);
  second = Math.floor(Date.now() / SECOND);
  clock ??= setInterval(() => {
    second = Math.floor(Date.now() / SECOND);
    for (const tell of listeners) tell();
  }, SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(clock);
      clock = undefined;
    }
  };
}

/** The present second, in milliseconds: one clock for everything that ticks. */
export function useNow(): number {
  return useSyncExternalStore(onSecond, () => second) * SECOND;
}
