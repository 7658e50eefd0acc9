import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Page, Session, SessionState } from "../api/model";

export type Filter = "waiting" | "active" | "ended" | "all";
export const FILTERS: Filter[] = ["waiting", "active", "ended", "all"];

const STATES: Record<Filter, SessionState[]> = {
  waiting: ["requested", "queued", "offered"],
  active: ["active", "interrupted"],
  ended: ["ended"],
  all: [],
};

export const SORTS = [
  { value: "-requestedAt", label: "Newest first" },
  { value: "requestedAt", label: "Oldest first" },
] as const;
export type Sort = (typeof SORTS)[number]["value"];

export interface SessionSearch {
  show: Filter;
  q?: string;
  sort: Sort;
}

const PAGE = 50;

export function isWaiting(session: Session): boolean {
  return STATES.waiting.includes(session.state);
}

export function isLive(session: Session): boolean {
  return STATES.active.includes(session.state);
}

export function useSessions({ show, q, sort }: SessionSearch) {
  return useInfiniteQuery({
    queryKey: ["sessions", "list", show, q ?? "", sort],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Session>>("/api/sessions", {
        query: { state: STATES[show].join(","), q, sort, limit: PAGE, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => nextLook(state.data?.pages.flatMap((page) => page.items)),
  });
}

/**
 * Changes of state are pushed; this is a safety net. What machine the customer uses is found out a
 * moment after the request and is no change of state, so new sessions are looked at more often.
 */
function nextLook(sessions: Session[] = []): number {
  return sessions.some(isUnnamed) ? 2_000 : 30_000;
}

function isUnnamed({ state, machineName, requestedAt }: Session): boolean {
  return state !== "ended" && !machineName && Date.now() - Date.parse(requestedAt) < 60_000;
}

/** How many wait, as shown in the navigation: `3`, `50+`, or nothing. */
export function useWaitingCount(): string | undefined {
  const waiting = useWaiting();
  const count = waiting.data?.items.length ?? 0;
  if (count === 0) return undefined;
  return waiting.data?.next ? `${count}+` : String(count);
}

/** Those who wait, the longest first. */
export function useWaiting() {
  return useQuery({
    queryKey: ["sessions", "waiting"],
    queryFn: ({ signal }) =>
      api.get<Page<Session>>("/api/sessions", {
        query: { state: STATES.waiting.join(","), sort: "requestedAt", limit: PAGE },
        signal,
      }),
    refetchInterval: 30_000,
  });
}

export function useSession(id: string) {
  return useQuery({
    queryKey: ["session", id],
    queryFn: ({ signal }) => api.get<Session>(`/api/sessions/${id}`, { signal }),
    refetchInterval: ({ state }) => nextLook(state.data && [state.data]),
  });
}

/** Takes a waiting session. */
export function useAnswer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<Session>("/api/sessions/assign", { sessionId: id }),
    onSuccess: (session) => client.setQueryData(["session", session.id], session),
    onSettled: () => client.invalidateQueries({ queryKey: ["sessions"] }),
  });
}

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason?: string }) =>
      api.post<Session>(`/api/sessions/${id}/end`, { reason }),
    onSuccess: (session) => client.setQueryData(["session", session.id], session),
    onSettled: () => client.invalidateQueries({ queryKey: ["sessions"] }),
  });
}
