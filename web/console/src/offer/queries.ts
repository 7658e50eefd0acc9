import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Session } from "../api/model";
import { afterSound } from "../call/first-sound";
import { acceptOffer } from "../session/admission";
import { takenHere } from "../sessions/taken";
import { enterRoom, type Entered } from "../stage/rooms";

/** A session that was offered, with its room, which is to be left once its page or its call is in it. */
export interface Accepted {
  session: Session;
  entered: Entered;
}

async function accepted(sessionId: string): Promise<Accepted> {
  const { session, ...token } = await acceptOffer(sessionId);
  return { session, entered: enterRoom(sessionId, token) };
}

async function declined(sessionId: string): Promise<undefined> {
  await api.post(`/api/sessions/${sessionId}/decline`);
}

/** Answers an offer that was made to the caller. */
export function useAnswerOffer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ sessionId, accept }: { sessionId: string; accept: boolean }): Promise<Accepted | undefined> =>
      accept ? accepted(sessionId) : declined(sessionId),
    onMutate: ({ sessionId, accept }) => {
      if (accept) takenHere.add(sessionId);
    },
    onSuccess: (taken, { sessionId }) => {
      if (taken) client.setQueryData(["session", sessionId], taken.session);
    },
    onSettled: () =>
      afterSound(() => {
        for (const key of ["sessions", "queue", "desk"]) void client.invalidateQueries({ queryKey: [key] });
      }),
    meta: { shown: true },
  });
}
