import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";

/** One of the built-in kinds, or a pattern of the organisation. */
export interface MaskingRule {
  name: string;
  kind?: string | null;
  pattern?: string | null;
  enabled: boolean;
}

interface Masking {
  rules: MaskingRule[];
}

export interface Finding {
  kind: string;
  from: number;
  to: number;
}

export interface Masked {
  masked: string;
  findings: Finding[];
}

const PATH = "/api/support/masking";

export function useMasking() {
  return useQuery({
    queryKey: ["masking"],
    queryFn: async ({ signal }) => (await api.get<Masking>(PATH, { signal })).rules,
  });
}

export function useSaveMasking() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rules: MaskingRule[]) => api.put<Masking>(PATH, { rules }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["masking"] });
      void client.invalidateQueries({ queryKey: ["masking-preview"] });
    },
    meta: { shown: true },
  });
}

/** What the stored rules make of a text. */
export function useMaskingPreview(text: string) {
  return useQuery({
    queryKey: ["masking-preview", text],
    queryFn: () => api.post<Masked>(`${PATH}/preview`, { text }),
    enabled: text.trim().length > 0,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}
