import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Page } from "../api/model";
import type { CannedAnswer } from "./model";

const KEY = ["canned-answers"];
const PATH = "/api/support/canned-answers";

export function useCannedAnswers() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await api.get<Page<CannedAnswer>>(PATH, { signal })).items,
    staleTime: 60_000,
  });
}

export interface CannedForm {
  code: string;
  text: string;
  teamId: string | null;
}

function useCannedChange<In>(change: (input: In) => Promise<unknown>, meta?: { shown: boolean }) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: KEY }), meta });
}

export const useSaveCanned = () =>
  useCannedChange(
    ({ id, ...form }: CannedForm & { id?: string }) => (id ? api.put(`${PATH}/${id}`, form) : api.post(PATH, form)),
    { shown: true },
  );
export const useRemoveCanned = () => useCannedChange((id: string) => api.delete(`${PATH}/${id}`));
