import { beforeEach, describe, expect, it } from "vitest";
import { KnownCalls } from "../src/call/known-calls";
import type { CallNews } from "../src/call/model";

const NOW = Date.parse("2026-03-01T10:00:00Z");
const rings = (version: number, more: Partial<CallNews> = {}): CallNews & { sessionId: string } => ({
  id: "c1",
  sessionId: "s1",
  state: "ringing",
  version,
  staffId: "ada",
  ringsAt: "technician",
  expiresAt: "2026-03-01T10:00:20Z",
  ...more,
});

describe("KnownCalls", () => {
  beforeEach(() => sessionStorage.clear());

  it("rings until its time is up", () => {
    const calls = new KnownCalls("ada");

    calls.hear(rings(2), NOW);

    expect(calls.ringing()).toEqual([{ id: "c1", sessionId: "s1", endsAt: NOW + 20_000 }]);
    calls.expire(NOW + 19_000);
    expect(calls.ringing()).toHaveLength(1);
    calls.expire(NOW + 20_000);
    expect(calls.ringing()).toEqual([]);
  });

  it.each([
    ["at a colleague", { staffId: "bob" }],
    ["at the customer", { ringsAt: "customer" as const }],
  ])("does not ring here what rings %s", (_, more) => {
    const calls = new KnownCalls("ada");

    calls.hear(rings(2, more), NOW);

    expect(calls.ringing()).toEqual([]);
  });

  it.each(["active", "missed", "queued", "completed"] as const)("is silent as soon as it is %s", (state) => {
    const calls = new KnownCalls("ada");
    calls.hear(rings(2), NOW);

    calls.hear(rings(3, { state, ringsAt: null }), NOW);

    expect(calls.ringing()).toEqual([]);
  });

  it("does not ring again by news that are older than what is known", () => {
    const calls = new KnownCalls("ada");
    calls.hear(rings(3, { state: "missed" }), NOW);

    expect(calls.hear(rings(2), NOW)).toBe(false);
    expect(calls.ringing()).toEqual([]);
  });

  it("rings though this clock is an hour ahead of the server's", () => {
    const calls = new KnownCalls("ada");

    calls.hear(rings(2), NOW + 3_600_000);

    expect(calls.ringing()[0]?.endsAt).toBe(NOW + 3_600_000 + 30_000);
  });

  it("knows a call that a colleague was in as handed over, and no other", () => {
    const calls = new KnownCalls("ada");
    calls.hear(rings(3, { state: "active", staffId: "bob" }), NOW);
    calls.hear(rings(2, { id: "c2" }), NOW);

    expect(calls.isHandedToMe(rings(4, { state: "active" }))).toBe(true);
    expect(calls.isHandedToMe(rings(3, { state: "active" }))).toBe(false);
    expect(calls.isHandedToMe(rings(3, { id: "c2", state: "active" }))).toBe(false);
    expect(calls.isHandedToMe(rings(4, { id: "c3", state: "active" }))).toBe("perhaps");
    expect(calls.isHandedToMe(rings(4, { id: "c3", state: "active", staffId: "carl" }))).toBe(false);
  });

  it("rings what a colleague hands over until it is taken or has gone on", () => {
    const calls = new KnownCalls("ada");
    const handed = rings(4, { state: "active" });
    calls.hear(rings(3, { state: "active", staffId: "bob" }), NOW);
    calls.hear(handed, NOW);
    calls.handedToMe(handed, NOW);

    expect(calls.ringing()).toEqual([{ id: "c1", sessionId: "s1", endsAt: NOW + 60_000, handed: true }]);
    calls.answered("c1");
    expect(calls.ringing()).toHaveLength(1);
    calls.hear(rings(5, { state: "queued", staffId: null }), NOW);
    calls.handedToMe(handed, NOW);

    expect(calls.ringing()).toEqual([]);
  });

  it("rings what was handed over also when more was told of it before that was certain", () => {
    const calls = new KnownCalls("ada");
    const handed = rings(4, { state: "active" });
    calls.hear(handed, NOW);
    calls.hear(rings(5, { state: "active" }), NOW);
    calls.handedToMe(handed, NOW);

    expect(calls.ringing()).toHaveLength(1);
  });

  it("rings what was handed over on after a reload, for whom it was, until it is taken or too late", () => {
    const handed = rings(3, { state: "active", ringsAt: null });
    const before = new KnownCalls("ada");
    before.hear(handed);
    before.handedToMe(handed);

    const after = new KnownCalls("ada");

    expect(after.ringing()).toEqual(before.ringing());
    expect(after.ringing()).toMatchObject([{ id: "c1", handed: true }]);
    expect(new KnownCalls("bob").ringing()).toEqual([]);
    after.answered("c1");
    expect(after.ringing()).toHaveLength(1);
    after.hear(rings(4, { state: "active", ringsAt: null, staffId: "bob" }));
    expect(after.ringing()).toEqual([]);
    expect(new KnownCalls("ada").ringing()).toEqual([]);

    before.handedToMe(handed, Date.now() - 61_000);
    expect(new KnownCalls("ada").ringing()).toEqual([]);
  });

  it("rings nothing on after a reload that merely rang", () => {
    new KnownCalls("ada").hear(rings(2), NOW);

    expect(new KnownCalls("ada").ringing()).toEqual([]);
  });

  it("tells who listens only of changes", () => {
    const calls = new KnownCalls("ada");
    let told = 0;
    calls.subscribe(() => told++);

    calls.hear(rings(2), NOW);
    calls.expire(NOW + 1_000);
    calls.settled("c2");
    calls.hear(rings(3, { id: "c9", staffId: "bob" }), NOW);
    calls.settled("c1");

    expect(told).toBe(2);
  });
});
