import { TZDate } from "@date-fns/tz";
import type { Schedule, Weekday } from "../desk/model";
import { minutes, WEEKDAYS } from "./week";

/** A stretch of time, in milliseconds since 1970. */
interface Stretch {
  from: number;
  to: number;
}

/** When somebody works on one day, as `09:00`, `17:00`; or why not. */
export interface DayCell {
  shifts: { from: string; to: string }[];
  holiday?: string;
}

const DAY = 86_400_000;

/** The seven dates from the Monday of the week of `date`, each as `2026-03-30`. */
export function weekOf(date: string): string[] {
  const sinceMonday = (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
  return WEEKDAYS.map((_, index) => later(date, index - sinceMonday));
}

export function later(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The date at a moment in a time zone. */
export function dateIn(zone: string, at: number): string {
  return wallClock(zone, at).slice(0, 10);
}

/** What a schedule means on these dates in another time zone: a shift may begin on the day before there, and is cut at midnight. */
export function cellsOf(schedule: Schedule, dates: readonly string[], zone: string): DayCell[] {
  const first = dates[0];
  const last = dates.at(-1);
  if (!first || !last) return [];
  const worked = stretches(schedule, later(first, -2), later(last, 2));
  return dates.map((date) => {
    const midnight = momentOf(date, 0, zone);
    const next = momentOf(later(date, 1), 0, zone);
    const holiday = schedule.holidays.find((one) => one.date === date);
    return {
      shifts: worked
        .filter(({ from, to }) => from < next && to > midnight)
        .map(({ from, to }) => ({
          from: from <= midnight ? "00:00" : timeIn(zone, from),
          to: to >= next ? "24:00" : timeIn(zone, to),
        })),
      ...(holiday && { holiday: holiday.name || "Holiday" }),
    };
  });
}

/** When it is at work, in order, without its holidays, which are whole days of its own time zone. */
function stretches({ timeZone, week, holidays }: Schedule, first: string, last: string): Stretch[] {
  const off = new Set(holidays.map(({ date }) => date));
  const found: Stretch[] = [];
  for (let date = first; date <= last; date = later(date, 1)) {
    if (off.has(date)) continue;
    for (const { from, to } of week.filter(({ day }) => day === weekday(date))) {
      const overnight = minutes(to) <= minutes(from);
      const end = overnight && !off.has(later(date, 1)) ? minutes(to) + 1440 : overnight ? 1440 : minutes(to);
      found.push({ from: momentOf(date, minutes(from), timeZone), to: momentOf(date, end, timeZone) });
    }
  }
  return joined(found);
}

/** What touches is one: a night is kept as two shifts, and read as one. */
function joined(found: Stretch[]): Stretch[] {
  const inOrder: Stretch[] = [];
  for (const next of found.sort((a, b) => a.from - b.from)) {
    const before = inOrder.at(-1);
    if (before && next.from <= before.to) before.to = Math.max(before.to, next.to);
    else inOrder.push({ ...next });
  }
  return inOrder;
}

function weekday(date: string): Weekday | undefined {
  return WEEKDAYS[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7]?.day;
}

/** The moment of a time of the wall clock. */
function momentOf(date: string, minute: number, zone: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new TZDate(year, month - 1, day, 0, minute, zone).getTime();
}

function timeIn(zone: string, at: number): string {
  return wallClock(zone, at).slice(11, 16);
}

/** As `2026-03-30T09:00`. */
function wallClock(zone: string, at: number): string {
  return new TZDate(at, zone).toISOString().slice(0, 16);
}
