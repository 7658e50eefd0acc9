import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Page, Site } from "../api/model";

export interface SiteForm {
  name: string;
  allowedOrigins: string[];
  maskSelectors: string[];
  guardSelectors: string[];
  liveVisitors: boolean;
}

/** What the plan includes. */
export interface SiteLimits {
  plan: string;
  sites: number;
  maxSites: number;
  maxConcurrentSessions: number;
}

export interface PlanUse {
  /** Customers' pages that are shared now. */
  shared: number;
  limit: number | null;
}

const KEY = ["sites"];
/** The form shows its own problems. */
const SHOWN = { shown: true };

/** @param every refetch after so many milliseconds, to see a script appear */
export function useSites(every?: number) {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await api.get<Page<Site>>("/api/sites", { signal })).items,
    refetchInterval: every,
  });
}

export function useSiteLimits() {
  return useQuery({
    queryKey: [...KEY, "limits"],
    queryFn: ({ signal }) => api.get<SiteLimits>("/api/sites/limits", { signal }),
  });
}

export function usePlanUse() {
  return useQuery({
    queryKey: [...KEY, "use"],
    queryFn: ({ signal }) => api.get<PlanUse>("/api/sessions/use", { signal }),
    refetchInterval: 5_000,
  });
}

function useSiteChange<In, Out>(change: (input: In) => Promise<Out>, meta?: { shown: boolean }) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: KEY }), meta });
}

export const useCreateSite = () => useSiteChange((form: SiteForm) => api.post<Site>("/api/sites", form), SHOWN);
export const useChangeSite = () =>
  useSiteChange(({ id, ...form }: SiteForm & { id: string }) => api.patch<Site>(`/api/sites/${id}`, form), SHOWN);
export const useDeleteSite = () => useSiteChange((id: string) => api.delete(`/api/sites/${id}`));
export const useNewSecret = () =>
  useSiteChange(({ id, keepOldHours }: { id: string; keepOldHours: number }) =>
    api.post<{ siteSecret: string }>(`/api/sites/${id}/secret`, { keepOldHours }),
  );
