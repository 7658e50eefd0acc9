import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Batches } from "../src/recorder/batches";
import { CUSTOM, FULL_SNAPSHOT, META, type RecordedEvent } from "../src/recorder/events";

const event = (type: number, text = "") => ({ type, timestamp: 0, data: { text } }) as unknown as RecordedEvent;

/** A line on which everything waits until it is let through. */
function line(keyframeSize: number) {
  let waiting = 0;
  let whole = 0;
  const sent: RecordedEvent[][] = [];
  const batches = new Batches({
    send(events, keyframe) {
      sent.push(events);
      waiting += keyframe ? keyframeSize : JSON.stringify(events).length;
    },
    backlog: () => waiting,
    keyframe() {
      whole++;
      batches.add(event(META), true);
      batches.add(event(FULL_SNAPSHOT), false);
    },
  });
  return { batches, sent, drain: () => (waiting = 0), wholes: () => whole };
}

describe("batches", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("hold changes back behind a keyframe that fills the line, rather than send another", () => {
    const { batches, sent, drain, wholes } = line(5_000_000);
    batches.add(event(META), true);
    batches.add(event(FULL_SNAPSHOT), false);
    vi.advanceTimersByTime(100);

    for (let change = 0; change < 50; change++) {
      batches.add(event(CUSTOM, `change ${change}`), false);
      vi.advanceTimersByTime(100);
    }
    expect(sent).toHaveLength(1);
    drain();
    vi.advanceTimersByTime(300);

    expect(wholes()).toBe(0);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toHaveLength(50);
    batches.add(event(CUSTOM, "at once again"), false);
    vi.advanceTimersByTime(50);
    expect(sent).toHaveLength(3);
  });

  it("begin anew with a keyframe where more was held back than one has", () => {
    const { batches, sent, drain, wholes } = line(2_000_000);
    batches.add(event(META), true);
    batches.add(event(FULL_SNAPSHOT), false);
    vi.advanceTimersByTime(100);

    for (let change = 0; change < 30; change++) batches.add(event(CUSTOM, "x".repeat(100_000)), false);
    vi.advanceTimersByTime(1_000);
    expect(sent).toHaveLength(1);
    // An order in between must not forget it.
    batches.now();
    expect(wholes()).toBe(0);
    drain();
    vi.advanceTimersByTime(300);

    expect(wholes()).toBe(1);
    expect(sent.slice(1)).toEqual([[event(META), event(FULL_SNAPSHOT)]]);
  });

  it("leave without a pause after an order, but not past a line that is too slow", () => {
    const { batches, sent, drain } = line(2_000_000);
    batches.add(event(META), true);
    vi.advanceTimersByTime(0);
    expect(sent).toHaveLength(1);
    drain();
    batches.add(event(CUSTOM, "clicked"), false);
    batches.now();
    batches.now();
    expect(sent.slice(1)).toEqual([[event(CUSTOM, "clicked")]]);

    batches.add(event(META), true);
    vi.advanceTimersByTime(100);
    batches.add(event(CUSTOM, "held"), false);
    vi.advanceTimersByTime(100);
    batches.now();
    expect(sent).toHaveLength(3);
  });

  it("leave out what waits when a keyframe is asked for meanwhile", () => {
    const { batches, sent, drain } = line(2_000_000);
    batches.add(event(META), true);
    vi.advanceTimersByTime(100);
    batches.add(event(CUSTOM, "waits"), false);
    vi.advanceTimersByTime(100);

    batches.add(event(META), true);
    batches.add(event(CUSTOM, "after"), false);
    drain();
    vi.advanceTimersByTime(300);

    expect(sent).toEqual([[event(META)], [event(META), event(CUSTOM, "after")]]);
  });
});
