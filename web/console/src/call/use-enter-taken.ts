import { useNavigate } from "@tanstack/react-router";
import type { Session } from "../api/model";
import type { Ready } from "./calls";
import { useCalls } from "./calls-provider";
import { toastCallProblem } from "./words";

/** Goes into the call of a session that was taken just now, and to its page: that takes a browser's time, so the sound comes first. */
export function useEnterTaken() {
  const calls = useCalls();
  const navigate = useNavigate();
  return async ({ id, channels }: Pick<Session, "id" | "channels">, ready?: Ready): Promise<void> => {
    if (channels.includes("call")) {
      await calls.join(id, ready).then(() => calls.speaking(id), toastCallProblem);
    } else if (ready) calls.giveUp(ready);
    await navigate({ to: "/sessions/$id", params: { id } });
  };
}
