import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Page, StaffMember, StaffRole } from "../api/model";

export interface NewStaff {
  name: string;
  email: string;
  role: StaffRole;
  password: string;
}

export interface ChangedStaff {
  id: string;
  name?: string;
  role?: StaffRole;
  password?: string;
}

const KEY = ["staff"];

export function useStaff() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await api.get<Page<StaffMember>>("/api/staff", { signal })).items,
  });
}

function useStaffChange<In, Out>(change: (input: In) => Promise<Out>, meta?: { shown: boolean }) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: KEY }), meta });
}

export const useAddStaff = () =>
  useStaffChange((member: NewStaff) => api.post<StaffMember>("/api/staff", member), { shown: true });
export const useChangeStaff = () =>
  useStaffChange(({ id, ...change }: ChangedStaff) => api.patch<StaffMember>(`/api/staff/${id}`, change), {
    shown: true,
  });
export const useRemoveStaff = () => useStaffChange((id: string) => api.delete(`/api/staff/${id}`));
