import type { SessionState } from "../api/model";

/** What the address of the sessions page says; everything else is left out of it. */
export interface SessionSearch {
  show: Filter;
  q?: string;
  /** Search in what was said, not in who asked. */
  within?: "messages";
  sort: Sort;
  tag?: string;
  staff?: string;
  site?: string;
  /** Days, such as `2026-03-01`; both belong to it. */
  from?: string;
  to?: string;
}

export const FILTERS = ["all", "waiting", "active", "ended"] as const;
export type Filter = (typeof FILTERS)[number];

export const STATES: Record<Filter, SessionState[]> = {
  waiting: ["requested", "queued", "offered"],
  active: ["active", "interrupted"],
  ended: ["ended"],
  all: [],
};

export const SORTS = [
  { value: "-requestedAt", label: "Newest first" },
  { value: "requestedAt", label: "Oldest first" },
  { value: "status", label: "By state" },
  { value: "staff", label: "By helper" },
  { value: "customer", label: "By customer" },
] as const;
export type Sort = (typeof SORTS)[number]["value"];

const UUID = /^[0-9a-f-]{36}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function sessionSearch(search: Partial<SessionSearch>): SessionSearch {
  return {
    show: search.show && FILTERS.includes(search.show) ? search.show : "all",
    sort: SORTS.find((sort) => sort.value === search.sort)?.value ?? "-requestedAt",
    ...text(search, "q", /\S/),
    ...(search.within === "messages" && { within: "messages" as const }),
    ...text(search, "tag", /\S/),
    ...text(search, "staff", UUID),
    ...text(search, "site", UUID),
    ...text(search, "from", DAY),
    ...text(search, "to", DAY),
  };
}

/** The router turns digits into numbers: a search for 17 is text all the same. */
function text<Name extends string>(search: Partial<Record<Name, unknown>>, name: Name, shape: RegExp) {
  const value = typeof search[name] === "number" ? String(search[name]) : search[name];
  return (typeof value === "string" && shape.test(value) ? { [name]: value } : {}) as Partial<Record<Name, string>>;
}

/** The query of the REST route: whole days in the reader's own time zone. */
export function sessionQuery({ show, q, sort, tag, staff, site, from, to }: SessionSearch) {
  return {
    state: STATES[show].join(","),
    q,
    sort,
    tag,
    staff,
    site,
    from: from && new Date(`${from}T00:00:00`).toISOString(),
    to: to && new Date(new Date(`${to}T00:00:00`).getTime() + 86_400_000).toISOString(),
  };
}

/** How many filters beside state and text are set. */
export function filtersSet({ tag, staff, site, from, to }: SessionSearch): number {
  return [tag, staff, site, from, to].filter(Boolean).length;
}
