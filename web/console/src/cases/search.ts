export interface CaseSearch {
  status: "open" | "closed" | "all";
}

const STATUSES: CaseSearch["status"][] = ["open", "closed", "all"];

export function caseSearch(search: Partial<CaseSearch>): CaseSearch {
  return { status: search.status && STATUSES.includes(search.status) ? search.status : "open" };
}
