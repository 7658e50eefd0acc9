import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Session } from "../api/model";
import { SOUND_FIRST } from "../sessions/freshness";
import { takenHere } from "../sessions/taken";

/** Answers an offer that was made to the caller. */
export function useAnswerOffer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ sessionId, accept }: { sessionId: string; accept: boolean }) =>
      api.post<Session | undefined>(`/api/sessions/${sessionId}/${accept ? "accept" : "decline"}`),
    onMutate: ({ sessionId, accept }) => {
      if (accept) takenHere.add(sessionId);
    },
    onSuccess: (session, { sessionId, accept }) => {
      if (accept && session) client.setQueryData(["session", sessionId], session);
    },
    onSettled: (session) => {
      const refresh = () => {
        for (const key of ["sessions", "queue", "desk"]) void client.invalidateQueries({ queryKey: [key] });
      };
      if (session?.channels.includes("call")) setTimeout(refresh, SOUND_FIRST);
      else refresh();
    },
    meta: { shown: true },
  });
}
