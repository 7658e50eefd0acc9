import type { Availability, StaffRole } from "@remote-support/protocol";

export type { Availability };

/** Sessions by kind: held ones, or how many may be held. */
export interface Load {
  chat: number;
  call: number;
}

export interface Team {
  id: string;
  name: string;
}

export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** A stretch of a day, in the time zone of its schedule; `from` and `to` as `09:00`. */
export interface Shift {
  day: Weekday;
  from: string;
  to: string;
}

export interface Holiday {
  /** `2026-12-25` */
  date: string;
  name: string;
}

export interface Schedule {
  timeZone: string;
  week: Shift[];
  holidays: Holiday[];
}

export interface DeskMember {
  id: string;
  name: string;
  role?: StaffRole | null;
  availability: Availability;
  /** A console of theirs is open. */
  connected: boolean;
  /** Since when the availability is what it is. */
  since: string | null;
  limits: Load;
  load: Load;
  teams: Team[];
  skills: string[];
  schedule?: Schedule | null;
}

export interface DeskSettings {
  autoAssign: boolean;
  offerSeconds: number;
  idleWarnMinutes: number;
  idleEndMinutes: number;
}
