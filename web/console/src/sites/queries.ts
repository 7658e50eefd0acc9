import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Page, Site } from "../api/model";

export interface SiteForm {
  name: string;
  allowedOrigins: string[];
  maskSelectors: string[];
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

function useSiteChange<In, Out>(change: (input: In) => Promise<Out>, meta?: { shown: boolean }) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: KEY }), meta });
}

export const useCreateSite = () => useSiteChange((form: SiteForm) => api.post<Site>("/api/sites", form), SHOWN);
export const useChangeSite = () =>
  useSiteChange(({ id, ...form }: SiteForm & { id: string }) => api.patch<Site>(`/api/sites/${id}`, form), SHOWN);
export const useDeleteSite = () => useSiteChange((id: string) => api.delete(`/api/sites/${id}`));
export const useNewSecret = () =>
  useSiteChange((id: string) => api.post<{ siteSecret: string }>(`/api/sites/${id}/secret`));
