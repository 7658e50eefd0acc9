import { describe, expect, it } from "vitest";
import { Budget, type Mode } from "../src/recorder/budget";

function after(...seconds: number[]): Mode[] {
  const modes: Mode[] = [];
  const budget = new Budget((mode) => modes.push(mode));
  for (const used of seconds) budget.second(used);
  return modes;
}

const of = (count: number, used: number) => Array.from({ length: count }, () => used);

describe("the recorder's budget", () => {
  it("leaves a page alone that costs little", () => {
    expect(after(...of(60, 40))).toEqual([]);
  });

  it("forgives one busy second", () => {
    expect(after(120, 10, 120, 10)).toEqual([]);
  });

  it("gathers changes after two seconds beyond it, and at once after one that is far beyond", () => {
    expect(after(60, 60)).toEqual(["coarse"]);
    expect(after(300)).toEqual(["coarse"]);
  });

  it("draws an outline where gathering does not help, and looks again after a while", () => {
    expect(after(60, 60, 60, 60, ...of(10, 3))).toEqual(["coarse", "outline", "coarse"]);
  });

  it("goes back to live when the page has calmed down", () => {
    expect(after(60, 60, ...of(5, 10))).toEqual(["coarse", "live"]);
  });

  it("rests longer each time that looking again was too early", () => {
    const busy = [60, 60, 60, 60];
    const tooEarly = [60, 60];

    expect(after(...busy, ...of(10, 3), ...tooEarly, ...of(19, 3))).toEqual(["coarse", "outline", "coarse", "outline"]);
    expect(after(...busy, ...of(10, 3), ...tooEarly, ...of(20, 3)).at(-1)).toBe("coarse");
  });

  it("looks again at a page that still changes much only after eight times as long", () => {
    const modes: Mode[] = [];
    const budget = new Budget((mode) => modes.push(mode));
    const seconds = (count: number, used: number, changes: number) => {
      for (const time of of(count, used)) budget.second(time, changes);
    };

    seconds(4, 60, 2_000);
    seconds(79, 3, 2_000);
    expect(modes).toEqual(["coarse", "outline"]);
    seconds(1, 3, 2_000);
    expect(modes).toEqual(["coarse", "outline", "coarse"]);

    seconds(2, 60, 2_000);
    seconds(80, 3, 2_000);
    seconds(10, 3, 100);
    expect(modes).toEqual(["coarse", "outline", "coarse", "outline", "coarse"]);
  });

  it("draws an outline of a page that is too large until it is another", () => {
    const modes: Mode[] = [];
    const budget = new Budget((mode) => modes.push(mode));

    budget.outline();
    for (const used of of(500, 1)) budget.second(used);
    budget.again();

    expect(modes).toEqual(["outline", "coarse"]);
  });
});
