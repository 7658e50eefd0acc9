import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { access } from "../api/client";
import { formatDuration, timeOfDay, useNow } from "../ui/time";
import { useTitleMark } from "../ui/title";
import { toastHint, toastProblem } from "../ui/toasts";
import { lastActive, noteActivity, watchActivity } from "./activity";

/** So long before the end one is asked. */
const WARN = 2 * 60_000;
/** So long before the end of the longest sign-in one is told, once. */
const TELL = 10 * 60_000;

/** Asks before somebody is signed out for doing nothing; doing anything is an answer, too. */
export function StillThere() {
  const now = useNow();
  useEffect(watchActivity, []);
  const ends = access.ends();
  const left = ends ? ends.idle - now : Infinity;
  const late = left < WARN;
  const active = ends !== undefined && lastActive() > ends.toldAt;
  const over = left <= 0;
  const stay = () => access.refresh().catch(toastProblem);

  useEffect(() => {
    // Somebody is there, or the time is up: the server knows which.
    if (late && (active || over)) void access.refresh().catch(() => undefined);
  }, [late, active, over]);
  useLongestSignIn(ends?.session ?? Infinity, now);
  const asking = late && !active && !over;
  useTitleMark("offer", asking ? "still there?" : undefined);

  return (
    <Modal opened={asking} onClose={() => void stay()} title="Are you still there?" size="sm" zIndex={400}>
      <Stack>
        <Group wrap="nowrap" align="flex-start">
          <IconClockExclamation size={28} stroke={1.5} style={{ flex: "none" }} />
          <Text size="sm" data-testid="idle-warning">
            You have done nothing here for a while. You are signed out in <b>{formatDuration(left / 1000)}</b>, so that
            nobody else uses this screen in your name.
          </Text>
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void access.logout().catch(toastProblem)}>
            Sign out
          </Button>
          <Button
            data-autofocus
            data-testid="idle-stay"
            onClick={() => {
              noteActivity();
              void stay();
            }}
          >
            Stay signed in
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Nobody stays signed in for ever: tells it in time to finish what is open. */
function useLongestSignIn(endsAt: number, now: number): void {
  const told = useRef(false);
  useEffect(() => {
    if (told.current || endsAt - now > TELL || endsAt <= now) return;
    told.current = true;
    toastHint(
      `You are signed out at ${timeOfDay(new Date(endsAt).toISOString())}`,
      "A sign-in lasts no longer than a working day. Sign in again when it suits you.",
      "sign-in-ends",
    );
  }, [endsAt, now]);
}
