import { describe, expect, it } from "vitest";
import { filtersSet, sessionQuery, sessionSearch } from "../src/sessions/search";

const STAFF = "0198e000-2222-7000-8000-1a2b3c4d5e6f";

describe("the address of the sessions page", () => {
  it("keeps what it understands and drops the rest", () => {
    const search = sessionSearch({
      show: "ended",
      sort: "customer",
      q: 17 as never,
      staff: STAFF,
      site: "nonsense",
      from: "2026-03-01",
      to: "yesterday",
    });

    expect(search).toEqual({ show: "ended", sort: "customer", q: "17", staff: STAFF, from: "2026-03-01" });
  });

  it("shows everything, the newest first, when nothing is said", () => {
    expect(sessionSearch({ show: "bogus" as never, sort: "bogus" as never })).toEqual({
      show: "all",
      sort: "-requestedAt",
    });
  });

  it("asks for whole days: the last one belongs to it", () => {
    const { from, to, state } = sessionQuery(sessionSearch({ show: "active", from: "2026-03-01", to: "2026-03-01" }));

    expect(state).toBe("active,interrupted");
    expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(86_400_000);
  });

  it("counts the filters that are behind the button", () => {
    expect(filtersSet(sessionSearch({ q: "x", show: "ended", tag: "vip", from: "2026-03-01" }))).toBe(2);
  });
});
