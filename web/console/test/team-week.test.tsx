import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Schedule } from "../src/desk/model";
import { cellsOf, weekOf } from "../src/schedule/team-days";
import { TeamWeek } from "../src/schedule/team-week";
import { deskMember } from "./samples";
import { show } from "./screen";

const monday = (from: string, to: string, timeZone = "UTC", more: Partial<Schedule> = {}): Schedule => ({
  timeZone,
  week: [{ day: "monday", from, to }],
  holidays: [],
  ...more,
});
/** From Monday the 2nd to Sunday the 8th of March 2026. */
const WEEK = weekOf("2026-03-04");
const shifts = (schedule: Schedule, zone = "UTC", week = WEEK) =>
  cellsOf(schedule, week, zone).map((day) => day.shifts);

describe("a week in another time zone", () => {
  it("begins on the Monday, whichever day it is", () => {
    expect(WEEK).toEqual(["02", "03", "04", "05", "06", "07", "08"].map((day) => `2026-03-${day}`));
    expect(weekOf("2026-03-02")).toEqual(WEEK);
    expect(weekOf("2026-03-08")).toEqual(WEEK);
  });

  it("moves what is meant on another clock, and over midnight", () => {
    expect(shifts(monday("09:00", "17:30"))[0]).toEqual([{ from: "09:00", to: "17:30" }]);
    expect(shifts(monday("09:00", "17:00", "Africa/Nairobi"))[0]).toEqual([{ from: "06:00", to: "14:00" }]);
    const auckland = shifts(monday("09:00", "17:00"), "Pacific/Auckland");
    expect(auckland.slice(0, 2)).toEqual([[{ from: "22:00", to: "24:00" }], [{ from: "00:00", to: "06:00" }]]);
    const before = shifts(monday("02:00", "06:00", "Pacific/Auckland"), "UTC", weekOf("2026-03-01"));
    expect(before[6]).toEqual([{ from: "13:00", to: "17:00" }]);
  });

  it("cuts a night at midnight, and joins what touches", () => {
    expect(shifts(monday("22:00", "06:00")).slice(0, 2)).toEqual([
      [{ from: "22:00", to: "24:00" }],
      [{ from: "00:00", to: "06:00" }],
    ]);
    const parts = {
      week: ["09:00", "12:00"].map((from) => ({
        day: "monday" as const,
        from,
        to: from === "09:00" ? "12:00" : "17:00",
      })),
    };
    expect(shifts(monday("", "", "UTC", parts))[0]).toEqual([{ from: "09:00", to: "17:00" }]);
  });

  it("follows a change of the clock within the week", () => {
    const always = {
      week: [
        { day: "saturday" as const, from: "09:00", to: "17:00" },
        { day: "sunday" as const, from: "09:00", to: "17:00" },
      ],
    };
    const spring = shifts(monday("", "", "Europe/Berlin", always), "UTC", weekOf("2026-03-29"));
    expect(spring.slice(5)).toEqual([[{ from: "08:00", to: "16:00" }], [{ from: "07:00", to: "15:00" }]]);
    const untilMidnight = { week: [{ day: "sunday" as const, from: "20:00", to: "00:00" }] };
    const night = shifts(monday("", "", "Europe/Berlin", untilMidnight), "Europe/Berlin", weekOf("2026-03-29"));
    expect(night[6]).toEqual([{ from: "20:00", to: "24:00" }]);
  });

  it("has nobody at work on a holiday, and ends a night before it", () => {
    const off = monday("09:00", "17:00", "UTC", { holidays: [{ date: "2026-03-02", name: "Day off" }] });
    expect(cellsOf(off, WEEK, "UTC")[0]).toEqual({ shifts: [], holiday: "Day off" });
    const night = monday("22:00", "06:00", "UTC", { holidays: [{ date: "2026-03-03", name: "" }] });
    expect(cellsOf(night, WEEK, "UTC").slice(0, 2)).toEqual([
      { shifts: [{ from: "22:00", to: "24:00" }] },
      { shifts: [], holiday: "Holiday" },
    ]);
  });
});

describe("TeamWeek", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-04T12:00:00Z") });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const HOURS = monday("08:00", "18:00", "UTC", { holidays: [{ date: "2026-03-06", name: "Founders' day" }] });

  it("shows everybody's week in the time zone of the opening hours, with today and holidays", () => {
    const nairobi = deskMember("Ada", { schedule: monday("09:00", "17:00", "Africa/Nairobi") });
    show(<TeamWeek staff={[nairobi, deskMember("Bob")]} hours={HOURS} onChoose={() => undefined} />);

    const [ada, bob] = screen.getAllByTestId("team-week-row");
    expect(ada?.textContent).toContain("06:00–14:00");
    expect(bob?.textContent).toContain("No schedule: whenever online");
    const heads = screen.getAllByRole("columnheader");
    expect(heads).toHaveLength(8);
    expect(heads.filter((head) => head.getAttribute("aria-current") === "date")).toEqual([heads[3]]);
    const open = screen.getByRole("rowheader", { name: "Open" }).closest("tr");
    expect(open?.children[5]?.textContent).toBe("Founders' day");
    expect(screen.getByText("All times in UTC, as the opening hours")).toBeTruthy();
  });

  it("turns to other weeks and back", () => {
    show(<TeamWeek staff={[deskMember("Ada", { schedule: HOURS })]} hours={HOURS} onChoose={() => undefined} />);
    const shown = () => screen.getByTestId("week-shown").textContent;
    const now = shown();

    fireEvent.click(screen.getByLabelText("The week after"));

    expect(shown()).not.toBe(now);
    expect(screen.queryByText("Today")).toBeNull();
    expect(screen.queryByText("Founders' day")).toBeNull();
    fireEvent.click(screen.getByText("This week"));
    expect(shown()).toBe(now);
  });

  it("leads to the week of one", () => {
    const onChoose = vi.fn();
    show(<TeamWeek staff={[deskMember("Ada")]} hours={null} onChoose={onChoose} />);

    fireEvent.click(within(screen.getByTestId("team-week-row")).getByRole("button"));

    expect(onChoose).toHaveBeenCalledExactlyOnceWith("Ada");
  });
});
