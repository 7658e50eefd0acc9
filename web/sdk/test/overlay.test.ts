import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { overlay } from "../src/session/overlay";
import { fakeHost } from "./fake-host";
import { get, page } from "./page";

let marks: ReturnType<typeof overlay>;

/** How long a click waits, in milliseconds. */
async function wait(target: string): Promise<number> {
  let done = false;
  void marks.touch(get(target), true).then(() => (done = true));
  const start = performance.now();
  for (;;) {
    await vi.advanceTimersByTimeAsync(0);
    if (done) return performance.now() - start;
    await vi.advanceTimersByTimeAsync(10);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  page("<button id=one></button><button id=other></button>");
  marks = overlay(fakeHost().host);
});
afterEach(() => {
  marks.remove();
  vi.useRealTimers();
});

describe("a click", () => {
  it("waits until the eye has seen where", async () => {
    expect(await wait("#one")).toBe(120);
  });

  it("comes at once where the pointer has rested, and waits for the rest where it has just come", async () => {
    marks.outline(get("#one"));
    await vi.advanceTimersByTimeAsync(500);
    expect(await wait("#one")).toBe(0);

    marks.outline(get("#other"));
    await vi.advanceTimersByTimeAsync(50);
    marks.outline(get("#other"));
    expect(await wait("#other")).toBe(70);
  });

  it("comes at once where the one before was, until the mark has faded or is elsewhere", async () => {
    await wait("#one");
    expect(await wait("#one")).toBe(0);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await wait("#one")).toBe(120);

    await wait("#other");
    expect(await wait("#one")).toBe(120);
    marks.outline(undefined);
    expect(await wait("#one")).toBe(120);
  });
});
