import type { Waiting } from "./session/main";
import type * as en from "./words/en";

/** “You are number 3 · about 4 minutes” */
export function place({ position, expectedWaitSeconds }: Waiting, say: typeof en.queue): string {
  if (position === 0) return say.yourTurn;
  const where = position === 1 ? say.next : say.number(position);
  return expectedWaitSeconds === null ? where : `${where} · ${roughly(expectedWaitSeconds, say)}`;
}

/** In steps that grow with the wait: a figure that flickers is worse than a rough one. */
export function roughly(seconds: number, say: typeof en.queue): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 30) return say.lessThanMinute;
  if (minutes <= 10) return say.minutes(minutes);
  return minutes <= 60 ? say.minutes(Math.ceil(minutes / 5) * 5) : say.long;
}
