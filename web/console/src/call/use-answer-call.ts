import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { asProblem } from "../api/problem";
import { useCalls, useRingingCalls } from "./calls-provider";
import { declineCall } from "./queries";
import { toastCallProblem } from "./words";

interface Rings {
  id: string;
  sessionId: string;
}

/** Answers a call that rings in a session one has, and goes there; or lets it ring no more. */
export function useAnswerCall() {
  const calls = useCalls();
  const { settled } = useRingingCalls();
  const navigate = useNavigate();
  const send = useMutation({
    mutationFn: async ({ id, sessionId, accept }: Rings & { accept: boolean }) => {
      if (accept) await calls.answer(id, sessionId);
      else await declineCall(id);
    },
    onSuccess: async (_, { id, sessionId, accept }) => {
      settled(id);
      if (!accept) return;
      await calls.speaking(sessionId);
      void navigate({ to: "/sessions/$id", params: { id: sessionId } });
    },
    onError: (error, { id }) => {
      const { status } = asProblem(error);
      if (status >= 400 && status < 500) settled(id);
      toastCallProblem(error);
    },
    meta: { shown: true },
  });
  const start = (call: Rings, accept: boolean) => {
    if (!send.isPending) send.mutate({ ...call, accept });
  };
  return {
    answer: (call: Rings) => start(call, true),
    decline: (call: Rings) => start(call, false),
    busyWith: send.isPending ? send.variables.id : undefined,
  };
}
