import type { Schedule, Shift, Weekday } from "../desk/model";

export const WEEKDAYS: { day: Weekday; label: string }[] = [
  { day: "monday", label: "Monday" },
  { day: "tuesday", label: "Tuesday" },
  { day: "wednesday", label: "Wednesday" },
  { day: "thursday", label: "Thursday" },
  { day: "friday", label: "Friday" },
  { day: "saturday", label: "Saturday" },
  { day: "sunday", label: "Sunday" },
];

/** Monday to Friday, nine to five: a start that is quicker to change than nothing. */
export function newSchedule(): Schedule {
  return {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
    week: WEEKDAYS.slice(0, 5).map(({ day }) => ({ day, from: "09:00", to: "17:00" })),
    holidays: [],
  };
}

/** All days around the clock. */
export function allWeek(): Schedule {
  return { ...newSchedule(), week: WEEKDAYS.map(({ day }) => ({ day, from: "00:00", to: "24:00" })) };
}

export function isAlways({ week, holidays }: Schedule): boolean {
  const whole = (day: Weekday) =>
    week.some((shift) => shift.day === day && shift.from === "00:00" && shift.to === "24:00");
  return holidays.length === 0 && WEEKDAYS.every(({ day }) => whole(day));
}

/** Minutes after midnight; `24:00` is the end of the day. */
export function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}

/** What is wrong with the shifts of one day, if anything. */
export function dayProblem(shifts: readonly Shift[]): string | null {
  const inOrder = [...shifts].sort((a, b) => minutes(a.from) - minutes(b.from));
  for (const [index, { from, to }] of inOrder.entries()) {
    if (!from || !to) return "Enter both times";
    if (minutes(to) <= minutes(from)) return "The end has to be after the start";
    const before = inOrder[index - 1];
    if (before && minutes(before.to) > minutes(from)) return "These times overlap";
  }
  return null;
}

export function weekProblem(week: readonly Shift[]): string | null {
  for (const { day, label } of WEEKDAYS) {
    const problem = dayProblem(week.filter((shift) => shift.day === day));
    if (problem) return `${label}: ${problem.toLowerCase()}`;
  }
  return null;
}

/** `40 h 30 min` of a week. */
export function weekLength(week: readonly Shift[]): string {
  const total = week.reduce((sum, { from, to }) => sum + Math.max(0, minutes(to) - minutes(from)), 0);
  const rest = total % 60;
  return rest === 0 ? `${total / 60} h` : `${Math.floor(total / 60)} h ${rest} min`;
}

export const TIME_ZONES: string[] = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
