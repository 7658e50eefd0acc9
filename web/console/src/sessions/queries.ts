import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Page, Session } from "../api/model";
import { sessionQuery, STATES, type SessionSearch } from "./search";

const PAGE = 50;

export function isWaiting(session: Session): boolean {
  return STATES.waiting.includes(session.state);
}

export function isLive(session: Session): boolean {
  return STATES.active.includes(session.state);
}

export function useSessions(search: SessionSearch) {
  const query = sessionQuery(search);
  return useInfiniteQuery({
    queryKey: ["sessions", "list", query],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Session>>("/api/sessions", { query: { ...query, limit: PAGE, after: pageParam }, signal }),
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

export function useSession(id: string) {
  return useQuery({
    queryKey: ["session", id],
    queryFn: ({ signal }) => api.get<Session>(`/api/sessions/${id}`, { signal }),
    refetchInterval: ({ state }) => nextLook(state.data && [state.data]),
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

/** Every tag of the organisation, for suggestions and the filter. */
export function useTags(enabled = true) {
  return useQuery({
    queryKey: ["tags"],
    queryFn: async ({ signal }) => {
      const { items } = await api.get<Page<{ tag: string }>>("/api/tags", { signal });
      return items.map(({ tag }) => tag);
    },
    staleTime: 60_000,
    enabled,
  });
}

export function useSetTags(id: string) {
  const client = useQueryClient();
  const key = ["session", id];
  return useMutation({
    mutationFn: (tags: string[]) => api.put(`/api/sessions/${id}/tags`, { tags }),
    onMutate: (tags) => {
      const before = client.getQueryData<Session>(key);
      if (before) client.setQueryData(key, { ...before, tags });
      return before;
    },
    onError: (_error, _tags, before) => client.setQueryData(key, before),
    onSettled: () => {
      for (const queryKey of [key, ["sessions"], ["tags"]]) void client.invalidateQueries({ queryKey });
    },
  });
}
