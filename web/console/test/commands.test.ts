import type { SignalFromClient } from "@remote-support/protocol";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Commands } from "../src/stage/commands";
import { Scroller } from "../src/stage/scroller";

const INPUT = { type: "control.input", node: 5, value: "x" } as const;

let sent: (SignalFromClient & { command: string })[];
let failures: string[];
let proposals: string[];

function commands(connected = true): Commands {
  return new Commands(
    (frame) => {
      sent.push(frame as SignalFromClient & { command: string });
      return connected;
    },
    (_order, words) => failures.push(words),
    (state) => proposals.push(state),
  );
}

function result(outcome: "done" | "refused" | "missing" | "proposed", reason?: string) {
  return { type: "control.result", participant: "tab", command: sent.at(-1)?.command ?? "", outcome, reason } as const;
}

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  failures = [];
  proposals = [];
});

describe("Commands", () => {
  it("names each command and knows until when a field is written", () => {
    const given = commands();

    given.give("tab", INPUT);
    expect(given.isWriting(5)).toBe(true);
    given.settle(result("done"));

    expect(given.isWriting(5)).toBe(false);
    expect(sent[0]).toMatchObject({ ...INPUT, participant: "tab" });
    expect(failures).toEqual([]);
  });

  it("says that the page changed when the element is missing", () => {
    const given = commands();
    given.give("tab", INPUT);

    given.settle(result("missing"));

    expect(failures).toEqual(["The page changed, look again."]);
  });

  it.each([
    ["done", undefined, "done"],
    ["refused", "declined", "declined"],
  ] as const)("tells what becomes of a proposal: %s", (outcome, reason, end) => {
    const given = commands();
    given.give("tab", { type: "control.click", node: 5, x: 0, y: 0, button: 0 });

    given.settle(result("proposed"));
    vi.advanceTimersByTime(30_000);
    given.settle(result(outcome, reason));

    expect(proposals).toEqual(["waiting", end]);
    expect(failures).toEqual([]);
  });

  it("takes a proposal that nobody answers for declined", () => {
    const given = commands();
    given.give("tab", { type: "control.click", node: 5, x: 0, y: 0, button: 0 });
    given.settle(result("proposed"));

    vi.advanceTimersByTime(70_000);

    expect(proposals).toEqual(["waiting", "declined"]);
  });

  it("says nothing of a pointer that only passed by", () => {
    const given = commands();
    given.give("tab", { type: "control.point", node: 5, x: 0, y: 0 });

    given.settle(result("missing"));

    expect(failures).toEqual([]);
  });

  it("gives the page's reason for a refusal", () => {
    const given = commands();
    given.give("tab", INPUT);

    given.settle(result("refused", "private"));

    expect(failures).toEqual(["This is private. Only the customer can use it."]);
  });

  it("says when no answer comes, and when it cannot even be sent", () => {
    commands().give("tab", INPUT);
    vi.advanceTimersByTime(7_000);
    commands(false).give("tab", INPUT);

    expect(failures).toEqual([
      "The customer's page does not answer.",
      "The connection is away. Try again in a moment.",
    ]);
  });
});

describe("Scroller", () => {
  it("gathers turns of the wheel into one command with the place to scroll to", () => {
    const box = document.createElement("div");
    Object.defineProperties(box, { scrollHeight: { value: 1000 }, clientHeight: { value: 100 } });
    const scrolls: number[][] = [];
    const scroller = new Scroller((...scroll) => scrolls.push(scroll));

    for (let turn = 0; turn < 3; turn++) scroller.turn(9, box, 0, 40);
    vi.advanceTimersByTime(50);
    scroller.turn(9, box, 0, 40);
    vi.advanceTimersByTime(50);

    expect(scrolls).toEqual([
      [9, 0, 120],
      [9, 0, 160],
    ]);
  });

  it("tells a turn beyond the end, once, as a page may do something else with it", () => {
    const map = document.createElement("div");
    const scrolls: number[][] = [];
    const scroller = new Scroller((...scroll) => scrolls.push(scroll));

    scroller.turn(9, map, 0, 40);
    scroller.turn(9, map, 0, 40);
    vi.advanceTimersByTime(50);
    scroller.turn(9, map, 0, -30);
    vi.advanceTimersByTime(50);

    expect(scrolls).toEqual([
      [9, 0, 80],
      [9, 0, -30],
    ]);
  });
});
