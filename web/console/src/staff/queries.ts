import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Page, StaffMember, StaffRole } from "../api/model";

/** Account and desk profile in one. */
export interface StaffForm {
  name: string;
  email: string;
  role: StaffRole;
  /** Empty keeps the present one. */
  password: string;
  chatLimit: number;
  callLimit: number;
  teamIds: string[];
  skills: string[];
}

interface SavedStaff {
  /** Made for somebody new who was given none; told this once. */
  initialPassword?: string;
}

const KEY = ["staff"];
const PATH = "/api/admin/support/staff";

export function useStaff() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await api.get<Page<StaffMember>>(PATH, { signal })).items,
  });
}

function useStaffChange<In, Out>(change: (input: In) => Promise<Out>, meta?: { shown: boolean }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: KEY });
      void client.invalidateQueries({ queryKey: ["desk"] });
    },
    meta,
  });
}

export const useSaveStaff = () =>
  useStaffChange(
    ({ id, password, ...form }: StaffForm & { id?: string }) => {
      const body = { ...form, email: form.email.trim(), ...(password && { password }) };
      return id ? api.put<SavedStaff>(`${PATH}/${id}`, body) : api.post<SavedStaff>(PATH, body);
    },
    { shown: true },
  );
export const useRemoveStaff = () => useStaffChange((id: string) => api.delete(`${PATH}/${id}`));
