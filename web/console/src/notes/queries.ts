import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Page } from "../api/model";

export interface Note {
  id: string;
  text: string;
  author: { id: string; name: string };
  writtenAt: string;
  editedAt: string | null;
}

const keyOf = (sessionId: string) => ["notes", sessionId];
const pathOf = (sessionId: string) => `/api/sessions/${sessionId}/notes`;

export function useNotes(sessionId: string) {
  return useQuery({
    queryKey: keyOf(sessionId),
    queryFn: async ({ signal }) => (await api.get<Page<Note>>(pathOf(sessionId), { signal })).items,
  });
}

function useNoteChange<In>(sessionId: string, change: (input: In) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(sessionId) }),
  });
}

/** Keeps a new note, or what became of an old one. */
export const useSaveNote = (sessionId: string) =>
  useNoteChange(sessionId, ({ id, text }: { id?: string; text: string }) =>
    id ? api.put(`${pathOf(sessionId)}/${id}`, { text }) : api.post(pathOf(sessionId), { text }),
  );

export const useRemoveNote = (sessionId: string) =>
  useNoteChange(sessionId, (id: string) => api.delete(`${pathOf(sessionId)}/${id}`));
