import { canCall } from "@remote-support/media";
import { Button, Group, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useUser } from "../auth/use-user";
import { hasBell } from "../ui/bell";
import { play } from "../ui/sound";
import { useAnswersByItself } from "./answers-by-itself";
import { useOpenCalls } from "./calls-provider";

/** Long enough to be heard, and to say no. */
const SECONDS = 3;

/**
 * Answers what rings after a beep and some seconds, for whoever wants that: in the one tab that rings, and never out of another call.
 * One click stops it, and then it rings on.
 */
export function AutoAnswer({ answer }: { answer: () => void }) {
  const [on] = useAnswersByItself(useUser().id);
  const speaks = useOpenCalls().some((call) => call.state().phase !== "over");
  const [left, setLeft] = useState(SECONDS);
  const [stopped, setStopped] = useState(() => !hasBell() || !canCall());
  const counts = on && !speaks && !stopped;
  const latest = useRef(answer);
  useEffect(() => {
    latest.current = answer;
  });

  useEffect(() => {
    if (!counts) return;
    play("soon");
    const each = setInterval(() => setLeft((before) => before - 1), 1_000);
    return () => clearInterval(each);
  }, [counts]);

  useEffect(() => {
    if (!counts || left > 0) return;
    setStopped(true);
    latest.current();
  }, [counts, left]);

  if (!counts) return null;
  return (
    <Group gap="xs" wrap="nowrap" data-testid="call-auto-answer">
      <Text size="sm" fw={600} role="status">
        Answered in <span className="numbers">{left}</span> s
      </Text>
      <Button size="xs" variant="default" onClick={() => setStopped(true)} data-testid="call-auto-answer-stop">
        Wait
      </Button>
    </Group>
  );
}
