import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { soundCame } from "../src/call/first-sound";
import { Freshness, idleKey } from "../src/sessions/freshness";

let client: QueryClient;
let asked: string[];

beforeEach(() => {
  vi.useFakeTimers();
  soundCame();
  client = new QueryClient();
  asked = [];
  vi.spyOn(client, "invalidateQueries").mockImplementation((filters) => {
    asked.push((filters?.queryKey ?? []).join("/"));
    return Promise.resolve();
  });
});

const answeredBy = (staffId: string) =>
  ({ type: "call.changed", callId: "c1", sessionId: "s1", state: "active", version: 3, staffId }) as const;

describe("Freshness", () => {
  it("makes one refetch of many changes", () => {
    const freshness = new Freshness(client, "ada");

    for (let version = 1; version <= 5; version++) {
      freshness.hear({ type: "session.changed", sessionId: "s1", state: "active", version });
    }
    vi.advanceTimersByTime(1_000);

    expect(asked.sort()).toEqual(["desk", "queue/board", "session/s1", "sessions"]);
  });

  it("fetches lists ever more rarely while changes never stop, and at once again after a rest", () => {
    const freshness = new Freshness(client, "ada");
    const lists = () => asked.filter((key) => key === "sessions").length;
    const change = (staffId?: string) =>
      freshness.hear({ type: "session.changed", sessionId: "s1", state: "active", version: 1, staffId });

    for (let tenth = 0; tenth < 300; tenth++) {
      change();
      vi.advanceTimersByTime(100);
    }
    expect(lists()).toBeLessThan(20);
    expect(asked.filter((key) => key === "session/s1").length).toBeGreaterThan(50);

    vi.advanceTimersByTime(10_000);
    const before = lists();
    change();
    vi.advanceTimersByTime(250);
    expect(lists()).toBe(before + 1);
  });

  it("does not let what is mine wait for the others'", () => {
    const freshness = new Freshness(client, "ada");
    for (let tenth = 0; tenth < 100; tenth++) {
      freshness.hear({ type: "session.changed", sessionId: "s1", state: "active", version: 1, staffId: "bob" });
      vi.advanceTimersByTime(100);
    }
    asked = [];

    freshness.hear({ type: "session.changed", sessionId: "s2", state: "active", version: 1, staffId: "ada" });
    vi.advanceTimersByTime(250);

    expect(asked).toContain("sessions");
  });

  it("lets who speaks from now on be heard first", () => {
    const freshness = new Freshness(client, "ada");

    freshness.hear(answeredBy("ada"));
    freshness.hear({ type: "session.changed", sessionId: "s1", state: "active", version: 3 });
    vi.advanceTimersByTime(2_000);
    expect(asked).toEqual([]);

    soundCame();
    vi.advanceTimersByTime(100);

    expect(asked).toEqual(expect.arrayContaining(["calls", "sessions", "session/s1", "desk"]));
  });

  it("waits no more than some seconds for a sound that does not come", () => {
    const freshness = new Freshness(client, "ada");

    freshness.hear(answeredBy("ada"));
    vi.advanceTimersByTime(3_100);

    expect(asked).toContain("calls");
  });

  it("waits no longer for a call of somebody else", () => {
    const freshness = new Freshness(client, "ada");

    freshness.hear(answeredBy("bob"));
    vi.advanceTimersByTime(250);

    expect(asked).toContain("calls");
  });

  it("takes the number of the waiting from the news, without asking", () => {
    new Freshness(client, "ada").hear({ type: "queue.changed", waiting: 42 });

    expect(client.getQueryData(["queue", "size"])).toBe(42);
  });

  it("remembers that a quiet session ends, until somebody writes", () => {
    const freshness = new Freshness(client, "ada");

    freshness.hear({ type: "session.idle", sessionId: "s1", endsAt: "2026-03-01T10:05:00Z" });
    expect(client.getQueryData(idleKey("s1"))).toBe("2026-03-01T10:05:00Z");
    freshness.hear({ type: "chat.posted", sessionId: "s1", sequence: 4, seat: "customer" });

    expect(client.getQueryData(idleKey("s1"))).toBeNull();
  });

  it("looks at everything again after the socket was away", () => {
    new Freshness(client, "ada").hear({ type: "welcome", protocol: 1 });
    vi.advanceTimersByTime(1_000);

    expect(asked).toEqual(expect.arrayContaining(["sessions", "session", "queue", "desk", "tail"]));
  });

  it("counts anew who is available when a colleague comes or goes", () => {
    new Freshness(client, "ada").hear({
      type: "staff.changed",
      staffId: "ada",
      availability: "online",
      connected: true,
    });
    vi.advanceTimersByTime(1_000);

    expect(asked.sort()).toEqual(["desk", "queue/board"]);
  });
});
