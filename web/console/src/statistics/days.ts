import type { DayFigures } from "../api/model";

const DAY = 86_400_000;

/** The last `count` days up to today, in UTC. */
export function lastDays(count: number, today: Date): { from: string; to: string } {
  return { from: isoDay(today.getTime() - (count - 1) * DAY), to: isoDay(today.getTime()) };
}

/** A row for each day, also for those on which nothing happened. */
export function everyDay(known: readonly DayFigures[], from: string, to: string): DayFigures[] {
  const byDay = new Map(known.map((figures) => [figures.day, figures]));
  const days: DayFigures[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += DAY) {
    const day = isoDay(time);
    days.push(byDay.get(day) ?? { day, sessionsRequested: 0, sessionsEnded: 0, messages: 0, totalDurationSeconds: 0 });
  }
  return days;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
