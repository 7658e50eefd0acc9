import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../api/client";

export interface LiveTab {
  /** Without query and fragment. */
  url: string;
  /** Empty where the page keeps it private. */
  title: string;
  visible: boolean;
  since: string;
}

export interface LiveVisitor {
  id: string;
  siteId: string;
  name: string;
  identified: boolean;
  browser: string | null;
  os: string | null;
  place: string | null;
  since: string;
  /** The one in front first. */
  tabs: LiveTab[];
}

interface LiveVisitors {
  items: LiveVisitor[];
  /** Of all; the items are at most 200. */
  total: number;
}

export interface Access {
  id?: string;
  state: "open" | "opening" | "allowed" | "denied" | "expired" | "failed" | "in_session";
  expiresAt?: string;
  sessionId?: string;
  detail?: string;
}

/** Who comes and goes is seen within two seconds, and asked for only while the page is looked at. */
export function useLiveVisitors(site: string | null) {
  return useQuery({
    queryKey: ["visitors", site],
    queryFn: ({ signal }) =>
      api.get<LiveVisitors>(`/api/visitors/live${site ? `?site=${encodeURIComponent(site)}` : ""}`, { signal }),
    refetchInterval: 2_000,
    placeholderData: keepPreviousData,
  });
}

export const useAskForAccess = () =>
  useMutation({
    mutationFn: ({ visitor, reason }: { visitor: string; reason: string }) =>
      api.post<Access>(`/api/visitors/${visitor}/access`, { reason }),
    meta: { shown: true },
  });

/** What the visitor answers, until there is an answer. */
export function useAccess(id: string | undefined) {
  return useQuery({
    queryKey: ["access", id],
    queryFn: ({ signal }) => api.get<Access>(`/api/visitors/access/${id ?? ""}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 700),
    refetchIntervalInBackground: true,
  });
}

export function isOver(access: Access | undefined): boolean {
  return !!access && access.state !== "open" && access.state !== "opening";
}
