import { describe, expect, it } from "vitest";
import { everyDay, lastDays } from "../src/statistics/days";
import { ago, dayName, formatDuration, secondsBetween } from "../src/ui/time";

describe("formatDuration", () => {
  it.each([
    [0, "0s"],
    [0.9, "0s"],
    [-3, "0s"],
    [Number.NaN, "0s"],
    [59, "59s"],
    [60, "1m 00s"],
    [185, "3m 05s"],
    [3_600, "1h 00m"],
    [4_800, "1h 20m"],
    [183_600, "2d 3h"],
  ])("writes %d seconds as %s", (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words);
  });
});

describe("secondsBetween", () => {
  it("is never negative, though clocks differ", () => {
    expect(secondsBetween("2026-03-01T10:00:05Z", Date.parse("2026-03-01T10:00:00Z"))).toBe(0);
  });

  it("is zero for what has not begun", () => {
    expect(secondsBetween(null, Date.now())).toBe(0);
  });
});

describe("ago and dayName", () => {
  const now = new Date(2026, 2, 10, 12, 0, 0).getTime();

  it("calls the last seconds just now", () => {
    expect(ago(new Date(now - 20_000).toISOString(), now)).toBe("just now");
  });

  it("names today and yesterday", () => {
    expect(dayName(new Date(2026, 2, 10, 0, 1).toISOString(), now)).toBe("Today");
    expect(dayName(new Date(2026, 2, 9, 23, 59).toISOString(), now)).toBe("Yesterday");
  });
});

describe("days of statistics", () => {
  it("shows a row for days on which nothing happened", () => {
    const { from, to } = lastDays(3, new Date("2026-03-10T23:30:00Z"));
    const known = [
      { day: "2026-03-09", sessionsRequested: 2, sessionsEnded: 1, messages: 5, totalDurationSeconds: 60 },
    ];

    const days = everyDay(known, from, to);

    expect(days.map((day) => [day.day, day.messages])).toEqual([
      ["2026-03-08", 0],
      ["2026-03-09", 5],
      ["2026-03-10", 0],
    ]);
  });
});
