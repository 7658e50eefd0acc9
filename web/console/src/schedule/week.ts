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

export const DAY_MINUTES = 1440;

/** Minutes after midnight; `24:00` is the end of the day. */
export function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}

/** Whether it ends on the next day, as a night shift does. */
export function isOvernight({ from, to }: Shift): boolean {
  return minutes(to) < minutes(from);
}

/** Minutes from the midnight before `from`: more than a day where it is overnight. */
export function endOf(shift: Shift): number {
  return minutes(shift.to) + (isOvernight(shift) ? DAY_MINUTES : 0);
}

/** Until when, in minutes, the day before reaches into this day; 0 where it does not. */
export function reachInto(day: Weekday, week: readonly Shift[]): number {
  const index = WEEKDAYS.findIndex((one) => one.day === day);
  const before = WEEKDAYS[(index + 6) % 7]?.day;
  return Math.max(
    0,
    ...week.filter((shift) => shift.day === before && isOvernight(shift)).map(({ to }) => minutes(to)),
  );
}

/** What is wrong with the shifts of one day of a week, if anything. */
export function dayProblem(day: Weekday, week: readonly Shift[]): string | null {
  const inOrder = week.filter((shift) => shift.day === day).sort((a, b) => minutes(a.from) - minutes(b.from));
  let reached = reachInto(day, week);
  for (const [index, shift] of inOrder.entries()) {
    if (!shift.from || !shift.to) return "Enter both times";
    if (shift.from === shift.to) return "The end has to differ from the start";
    if (reached > minutes(shift.from)) return index === 0 ? "The night before overlaps" : "These times overlap";
    reached = endOf(shift);
  }
  return null;
}

export function weekProblem(week: readonly Shift[]): string | null {
  for (const { day, label } of WEEKDAYS) {
    const problem = dayProblem(day, week);
    if (problem) return `${label}: ${problem.toLowerCase()}`;
  }
  return null;
}

/** `40 h 30 min` of a week. */
export function weekLength(week: readonly Shift[]): string {
  const total = week.reduce((sum, shift) => sum + endOf(shift) - minutes(shift.from), 0);
  const rest = total % 60;
  return rest === 0 ? `${total / 60} h` : `${Math.floor(total / 60)} h ${rest} min`;
}

export const TIME_ZONES: string[] = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
