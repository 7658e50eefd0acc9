import { canCall } from "@remote-support/media";
import { Button, Tooltip } from "@mantine/core";
import { IconPhone } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { Session, User } from "../api/model";
import { isLive } from "../sessions/queries";
import type { Room } from "../stage/room";
import { useCalls, useOpenCallOf } from "./calls-provider";
import { isOver } from "./model";
import { toastCallProblem } from "./words";
import classes from "./call.module.css";

interface CallButtonProps {
  session: Session;
  user: User;
  room: Room;
}

/** Calls the customer of a session that one has. */
export function CallButton({ session, user, room }: CallButtonProps) {
  const calls = useCalls();
  const call = useOpenCallOf(session.id);
  const told = useSyncExternalStore(room.subscribe, room.state).call;
  const start = useMutation({
    mutationFn: () => calls.start(session.id),
    onError: toastCallProblem,
    meta: { shown: true },
  });
  const there = told && !isOver(told.state);
  const here = call && call.state().phase !== "over";
  if (session.staff?.id !== user.id || !isLive(session) || there || here) return null;
  const possible = canCall();
  return (
    <Tooltip label="Calls need a newer browser, and an address that begins with https" disabled={possible}>
      <Button
        variant="default"
        leftSection={<IconPhone size={16} />}
        onClick={() => start.mutate()}
        loading={start.isPending}
        disabled={!possible}
        className={classes.start}
        data-testid="call-start"
      >
        Call
      </Button>
    </Tooltip>
  );
}
