import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Page, SessionState } from "../api/model";
import type { CaseSearch } from "./search";

/** Sessions of one customer that belong together. */
export interface Case {
  id: string;
  number: number;
  title: string;
  status: "open" | "closed";
  customer: { id: string; name: string | null } | null;
  openedBy: { id: string; name: string };
  openedAt: string;
  changedAt: string;
  closedAt: string | null;
  /** The newest first. */
  sessions: CaseSession[];
}

export interface CaseSession {
  id: string;
  number: number;
  state: SessionState;
  subject: string | null;
  requestedAt: string;
}

const KEY = ["cases"];

export function useCases({ status }: CaseSearch) {
  return useQuery({
    queryKey: [...KEY, "list", status],
    queryFn: async ({ signal }) =>
      (
        await api.get<Page<Case>>("/api/cases", {
          query: { status: status === "all" ? undefined : status, limit: 100 },
          signal,
        })
      ).items,
  });
}

/** Those that a session belongs to. */
export function useCasesOf(sessionId: string) {
  return useQuery({
    queryKey: [...KEY, "of", sessionId],
    queryFn: async ({ signal }) => (await api.get<Page<Case>>("/api/cases", { query: { sessionId }, signal })).items,
  });
}

export function useCase(id: string) {
  return useQuery({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) => api.get<Case>(`/api/cases/${id}`, { signal }),
  });
}

function useCaseChange<In, Out>(change: (input: In) => Promise<Out>, meta?: { shown: boolean }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      for (const queryKey of [KEY, ["session"], ["context"]]) void client.invalidateQueries({ queryKey });
    },
    meta,
  });
}

export interface NewCase {
  title: string;
  sessionIds?: string[];
}

export const useAddCase = () => useCaseChange((form: NewCase) => api.post<Case>("/api/cases", form), { shown: true });

export const useChangeCase = () =>
  useCaseChange(({ id, ...change }: Pick<Case, "id" | "title" | "status">) =>
    api.put<Case>(`/api/cases/${id}`, change),
  );

export const useRemoveCase = () => useCaseChange((id: string) => api.delete(`/api/cases/${id}`));

export const useLinkSession = () =>
  useCaseChange(({ caseId, sessionId, link }: { caseId: string; sessionId: string; link: boolean }) => {
    const path = `/api/cases/${caseId}/sessions/${sessionId}`;
    return link ? api.put(path, {}) : api.delete(path);
  });
