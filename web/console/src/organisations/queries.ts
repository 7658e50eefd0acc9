import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Organisation, Page, Plan } from "../api/model";

export interface NewOrganisation {
  name: string;
  plan: string;
  adminName: string;
  adminEmail: string;
  adminPassword: string;
}

const KEY = ["organisations"];

export function useOrganisations() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await api.get<Page<Organisation>>("/api/organisations", { signal })).items,
  });
}

export function usePlans() {
  return useQuery({
    queryKey: ["plans"],
    queryFn: async ({ signal }) => (await api.get<Page<Plan>>("/api/plans", { signal })).items,
    staleTime: 300_000,
  });
}

/** Makes the organisation once, though its first administrator may take a second try. */
export function useCreateOrganisation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ form, made }: { form: NewOrganisation; made: { id?: string } }) => {
      made.id ??= (await api.post<Organisation>("/api/organisations", { name: form.name, plan: form.plan })).id;
      await api.post(`/api/organisations/${made.id}/admins`, {
        name: form.adminName,
        email: form.adminEmail.trim(),
        password: form.adminPassword,
      });
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
    meta: { shown: true },
  });
}

export function useChangeOrganisation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: { id: string; name?: string; plan?: string; suspended?: boolean }) =>
      api.patch<Organisation>(`/api/organisations/${id}`, change),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
