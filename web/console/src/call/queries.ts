import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Page, Session } from "../api/model";
import type { AllRoutes } from "./calls";
import type { Call, CallStarted, Heard, MissedCall } from "./model";

const CALL = "/api/support/call";
const ofSession = async (sessionId: string, signal?: AbortSignal) =>
  (await api.get<Page<Call>>(`/api/sessions/${sessionId}/calls`, { signal })).items;

/** What a call asks of the server, without a cache between: it is about this moment. */
export const callRoutes: AllRoutes = {
  start: async (sessionId) => (await api.post<CallStarted>(`${CALL}/start`, { sessionId })).call,
  get: (id) => api.get<Call>(`${CALL}/${id}`),
  answer: (id) => api.post<Call>(`${CALL}/${id}/answer`),
  end: (id) => api.post<Call>(`${CALL}/${id}/end`),
  report: (id, hearing) => api.post<Heard>(`${CALL}/${id}/quality`, hearing),
  ofSession: (sessionId) => ofSession(sessionId),
};

export const declineCall = (id: string) => api.post<Call>(`${CALL}/${id}/decline`);

const keptCalls = (id: string) => ({
  queryKey: ["calls", "of", id],
  queryFn: ({ signal }: { signal: AbortSignal }) => ofSession(id, signal),
});

/** All calls of a session, the newest first. */
export function useCallsOf({ id, channels }: Session) {
  return useQuery({ ...keptCalls(id), enabled: channels.includes("call") });
}

/** The newest call of each session that has one: for what was told while nobody listened. */
export function useNewestCalls(sessions: readonly Session[]): Call[] {
  return useQueries({
    queries: sessions.filter(({ channels }) => channels.includes("call")).map(({ id }) => keptCalls(id)),
    combine: (results) => results.flatMap((result) => result.data?.slice(0, 1) ?? []),
  });
}

const MISSED = ["calls", "missed"];

/** Calls that nobody answered, the newest first; news keep them fresh. */
export function useMissedCalls() {
  return useQuery({
    queryKey: MISSED,
    queryFn: async ({ signal }) => (await api.get<Page<MissedCall>>(`${CALL}/missed`, { signal })).items,
    refetchInterval: 60_000,
  });
}

/** Who wants to be called back, and was not yet. */
export function toCallBack(missed: readonly MissedCall[] | undefined): number {
  return missed?.filter(({ callBack }) => callBack && !callBack.doneAt).length ?? 0;
}

export function useCalledBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.put<MissedCall>(`${CALL}/${id}/callback`, {}),
    onSuccess: (done) => {
      client.setQueryData<MissedCall[]>(MISSED, (all) => all?.map((one) => (one.id === done.id ? done : one)));
    },
    onSettled: () => client.invalidateQueries({ queryKey: MISSED }),
  });
}
