import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { ScheduleForm } from "../src/schedule/schedule-form";
import { allWeek, dayProblem, isAlways } from "../src/schedule/week";
import { show } from "./screen";

const MONDAY = { timeZone: "UTC", week: [{ day: "monday" as const, from: "09:00", to: "17:00" }], holidays: [] };

function form(schedule: typeof MONDAY | null) {
  const onSave = vi.fn();
  const always = { label: "Always open", meaning: "" };
  show(<ScheduleForm schedule={schedule} always={always} never="" error={null} saving={false} onSave={onSave} />);
  return { onSave, save: () => fireEvent.click(screen.getByTestId("settings-save")) };
}

describe("ScheduleForm", () => {
  it("has nothing to fill in while it is always open, and begins with a usual week", () => {
    const { onSave, save } = form(null);
    expect(screen.queryByTestId("day-monday")).toBeNull();

    fireEvent.click(screen.getByTestId("schedule-always"));
    save();

    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ week: { length: 5 }, holidays: [] });
  });

  it("settles nothing when it is always open again", () => {
    const { onSave, save } = form(MONDAY);

    fireEvent.click(screen.getByTestId("schedule-always"));
    save();

    expect(onSave.mock.calls[0]?.[0]).toBeNull();
  });

  it("takes midnight at the end of a day for its end", () => {
    const { onSave, save } = form(MONDAY);

    fireEvent.change(screen.getByLabelText("Monday to"), { target: { value: "00:00" } });
    save();

    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ week: [{ day: "monday", from: "09:00", to: "24:00" }] });
  });

  it("takes an end before the start for a night", () => {
    const { onSave, save } = form(MONDAY);

    fireEvent.change(screen.getByLabelText("Monday from"), { target: { value: "22:00" } });
    fireEvent.change(screen.getByLabelText("Monday to"), { target: { value: "06:00" } });

    expect(within(screen.getByTestId("day-monday")).getByText("Ends on the next day")).toBeTruthy();
    expect(screen.getByText("8 h a week")).toBeTruthy();
    save();
    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ week: [{ day: "monday", from: "22:00", to: "06:00" }] });
  });

  it("does not save a day without an extent, and says which", () => {
    const { onSave, save } = form(MONDAY);

    fireEvent.change(screen.getByLabelText("Monday to"), { target: { value: "09:00" } });
    save();

    expect(onSave).not.toHaveBeenCalled();
    expect(within(screen.getByTestId("day-monday")).getByRole("alert").textContent).toBe(
      "The end has to differ from the start",
    );
  });

  it.each([
    ["sunday", "monday"],
    ["monday", "tuesday"],
  ] as const)("does not let the night of %s reach into the times of %s", (night, day) => {
    const week = [
      { day: night, from: "22:00", to: "06:00" },
      { day, from: "05:00", to: "12:00" },
    ];

    expect(dayProblem(day, week)).toBe("The night before overlaps");
    expect(dayProblem(day, [...week.slice(0, 1), { day, from: "06:00", to: "12:00" }])).toBeNull();
  });

  it("copies the day before", () => {
    const { onSave, save } = form(MONDAY);

    fireEvent.click(screen.getByLabelText("Tuesday as the day before"));
    save();

    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ week: [{ day: "monday" }, { day: "tuesday", from: "09:00" }] });
  });
});

describe("always open", () => {
  it("is a whole week without holidays", () => {
    expect(isAlways(allWeek())).toBe(true);
    expect(isAlways({ ...allWeek(), holidays: [{ date: "2026-12-25", name: "" }] })).toBe(false);
    expect(isAlways(MONDAY)).toBe(false);
  });
});
