import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../api/client";

export interface Invitation {
  id: string;
  /** Only in the answer that made it. */
  code?: string;
  state: "open" | "used" | "expired" | "withdrawn";
  expiresAt: string;
  sessionId?: string;
}

export const useInvite = () =>
  useMutation({
    mutationFn: (subject: string) => api.post<Invitation>("/api/invitations", subject ? { subject } : {}),
    meta: { shown: true },
  });

export const useWithdraw = () => useMutation({ mutationFn: (id: string) => api.delete(`/api/invitations/${id}`) });

/** What becomes of a code, until something has. */
export function useInvitation(id: string | undefined) {
  return useQuery({
    queryKey: ["invitation", id],
    queryFn: ({ signal }) => api.get<Invitation>(`/api/invitations/${id ?? ""}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data && state.data.state !== "open" ? false : 1_000),
    refetchIntervalInBackground: true,
  });
}
