import { toastHint } from "../ui/toasts";
import { useEnterTaken } from "../call/use-enter-taken";
import { toastCallProblem } from "../call/words";
import { Problem } from "../api/problem";
import { usePickUp } from "./queries";

/** Takes a session and opens it; one at a time. */
export function useAnswerAndOpen() {
  const pickUp = usePickUp();
  const enter = useEnterTaken();
  return {
    busyWith: pickUp.isPending ? pickUp.variables : undefined,
    start: (id: string) => {
      if (pickUp.isPending) return;
      pickUp.mutate(id, {
        // Whoever picks up a call by hand has answered it.
        onSuccess: (session) => void enter(session),
        onError: (error) => {
          if (error instanceof Problem && error.code === "already-assigned") {
            toastHint("A colleague was faster", error.detail, "taken");
          } else toastCallProblem(error);
        },
      });
    },
  };
}
