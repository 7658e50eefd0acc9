import { describe, expect, it } from "vitest";
import type { Chat } from "../src/widget/chat/chat";
import { notice, place, roughly, status } from "../src/widget/chat/standing";
import { standing } from "./fake-host";

const waiting = (position: number, expectedWaitSeconds: number | null = 240, staffAvailable = true) => ({
  position,
  expectedWaitSeconds,
  staffAvailable,
});

function chat(more: object = {}, hours: object = {}): Chat {
  return {
    phase: "open",
    connection: "connected",
    connected: true,
    standing: standing({ state: "queued", technicians: [], waiting: waiting(3) }),
    conversation: { isBlank: false },
    hours: { open: true, staffAvailable: true, ...hours },
    ...more,
  } as unknown as Chat;
}

const queued = (place_: ReturnType<typeof waiting> | undefined) =>
  standing({ state: "queued", technicians: [], waiting: place_ });

describe("a waiting customer", () => {
  it("is told the place and about how long it takes", () => {
    expect(place(waiting(3))).toBe("You are number 3 · about 4 minutes");
    expect(place(waiting(1, 20))).toBe("You are next · less than a minute");
    expect(place(waiting(2, null))).toBe("You are number 2");
    expect(place(waiting(0))).toBe("Your turn comes now");
  });

  it("is told longer waits in larger steps, so that the figure does not flicker", () => {
    expect([61, 599, 601, 1_900, 4_000].map(roughly)).toEqual([
      "about 2 minutes",
      "about 10 minutes",
      "about 15 minutes",
      "about 35 minutes",
      "more than an hour",
    ]);
  });

  it("sees the place in the head, and the wait with it on the card", () => {
    expect(status(chat())).toBe("You are number 3");
    expect(notice(chat())).toMatchObject({ title: "You are number 3 · about 4 minutes", moving: true });
  });

  it("is told plainly that nobody is there, and what becomes of the message", () => {
    const told = notice(chat({ standing: queued(waiting(2, null, false)), email: "jo@example.com" }));

    expect(told).toMatchObject({ title: "Nobody is free to answer right now", moving: false });
    expect(told?.text).toContain("Your message is kept");
    expect(told?.text).toContain("jo@example.com");
  });

  it("is told when we are back, outside our hours", () => {
    const opensAt = new Date(Date.now() + 3 * 86_400_000).toISOString();

    const told = notice(chat({ standing: queued(waiting(1, null, false)) }, { open: false, opensAt }));

    const dayName = new Date(opensAt).toLocaleDateString("en", { weekday: "long" });
    expect(told?.title).toBe("We are closed at the moment");
    expect(told?.text).toContain(dayName);
  });

  it("hears outside our hours, too, that the turn comes", () => {
    const now = chat({ standing: queued(waiting(0, 0)) }, { open: false });

    expect([status(now), notice(now)?.title]).toEqual(["Your turn comes now", "Your turn comes now"]);
  });

  it("hears that the turn comes even when everybody else is busy", () => {
    expect(notice(chat({ standing: queued(waiting(0, 0, false)) }))?.title).toBe("Your turn comes now");
  });

  it("who talks and has written nothing is told that this is possible", () => {
    const now = chat({ standing: standing({ shared: true }), conversation: { isBlank: true } });

    expect(notice(now)).toMatchObject({ title: "Alex is here", moving: false });
  });

  it("sees no card any more once somebody is there", () => {
    const now = chat({ standing: standing() });

    expect(notice(now)).toBeUndefined();
    expect(status(now)).toBe("Alex is here");
  });
});
