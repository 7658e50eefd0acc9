import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { DeskSettings } from "../desk/model";

export interface MailSettings {
  alertTo: string[];
  missedChats: boolean;
  /** Absent when nobody is told of long waits. */
  waitMinutes?: number;
  nobodyThere: boolean;
  /** Between two alerts of one kind. */
  quietMinutes: number;
  language: string;
}

/** One resource that is read and put as a whole. */
function useSettings<Settings>(path: string) {
  return useQuery({ queryKey: ["settings", path], queryFn: ({ signal }) => api.get<Settings>(path, { signal }) });
}

function useSaveSettings<Settings>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: Settings) => api.put<Settings | undefined>(path, settings),
    onSuccess: (_answer, settings) => {
      client.setQueryData(["settings", path], settings);
      void client.invalidateQueries({ queryKey: ["settings", path] });
    },
    meta: { shown: true },
  });
}

const DESK = "/api/desk/settings";
export const useDeskSettings = () => useSettings<DeskSettings>(DESK);
export const useSaveDeskSettings = () => useSaveSettings<DeskSettings>(DESK);

const MAIL = "/api/support/mail";
export const useMailSettings = () => useSettings<MailSettings>(MAIL);
export const useSaveMailSettings = () => useSaveSettings<MailSettings>(MAIL);
