import { describe, expect, it } from "vitest";
import { Offers } from "../src/offer/offers";

const NOW = Date.parse("2026-03-01T10:00:00Z");
const in20 = "2026-03-01T10:00:20Z";

describe("Offers", () => {
  it("shows an offer until its time is up", () => {
    const offers = new Offers();

    offers.offered("s1", in20, NOW);

    expect(offers.list()).toEqual([{ sessionId: "s1", endsAt: NOW + 20_000, lasts: 20_000 }]);
    offers.expire(NOW + 19_000);
    expect(offers.list()).toHaveLength(1);
    offers.expire(NOW + 20_000);
    expect(offers.list()).toEqual([]);
  });

  it("tells the same offer once, though socket and queue both speak of it", () => {
    const offers = new Offers();

    offers.offered("s1", in20, NOW);
    offers.offered("s1", in20, NOW + 3_000);

    expect(offers.list()).toHaveLength(1);
  });

  it("gives time to answer even when this clock is an hour ahead of the server's", () => {
    const offers = new Offers();

    offers.offered("s1", in20, NOW + 3_600_000);

    expect(offers.list()[0]?.lasts).toBe(20_000);
  });

  it("does not bring back by late news what was just answered", () => {
    const offers = new Offers();
    offers.offered("s1", in20, NOW);

    offers.answered("s1", NOW + 5_000);
    offers.offered("s1", in20, NOW + 5_500);
    expect(offers.list()).toEqual([]);

    offers.offered("s1", "2026-03-01T10:01:00Z", NOW + 30_000);
    expect(offers.list()).toHaveLength(1);
  });

  it("tells who listens only of changes", () => {
    const offers = new Offers();
    let told = 0;
    offers.subscribe(() => told++);

    offers.offered("s1", in20, NOW);
    offers.expire(NOW + 1_000);
    offers.over("s2");
    offers.over("s1");

    expect(told).toBe(2);
  });
});
