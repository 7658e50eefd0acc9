import { useNavigate } from "@tanstack/react-router";
import { toastHint, toastProblem } from "../ui/toasts";
import { useCalls } from "../call/calls-provider";
import { toastCallProblem } from "../call/words";
import { Problem } from "../api/problem";
import { usePickUp } from "./queries";

/** Takes a session and opens it; one at a time. */
export function useAnswerAndOpen() {
  const navigate = useNavigate();
  const pickUp = usePickUp();
  const calls = useCalls();
  return {
    busyWith: pickUp.isPending ? pickUp.variables : undefined,
    start: (id: string) => {
      if (pickUp.isPending) return;
      pickUp.mutate(id, {
        onSuccess: ({ channels }) => {
          // Whoever picks up a call by hand has answered it.
          if (channels.includes("call")) calls.join(id).catch(toastCallProblem);
          void navigate({ to: "/sessions/$id", params: { id } });
        },
        onError: (error) => {
          if (error instanceof Problem && error.code === "already-assigned") {
            toastHint("A colleague was faster", error.detail, "taken");
          } else toastProblem(error);
        },
      });
    },
  };
}
