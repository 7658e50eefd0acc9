import { Button, Group, Kbd } from "@mantine/core";
import { IconPhone, IconPhoneOff } from "@tabler/icons-react";
import { AutoAnswer } from "./auto-answer";
import { usePreparedCall } from "./calls-provider";
import { useAnswerCall } from "./use-answer-call";

interface AnswerButtonsProps {
  id: string;
  sessionId: string;
  /** A colleague is in it until we are: it is not declined. */
  handed?: boolean | undefined;
  /** The one that the key answers. */
  first: boolean;
}

export function AnswerButtons({ id, sessionId, handed, first }: AnswerButtonsProps) {
  const { answer, decline, busyWith } = useAnswerCall();
  const busy = busyWith === id;
  usePreparedCall(sessionId, !handed, true);
  return (
    <Group gap="sm" wrap="nowrap" justify="flex-end">
      {first && !handed && <AutoAnswer answer={() => answer({ id, sessionId })} />}
      {!handed && (
        <Button
          variant="default"
          leftSection={<IconPhoneOff size={16} />}
          onClick={() => decline({ id, sessionId })}
          disabled={busy}
          data-testid="call-decline"
        >
          Decline
        </Button>
      )}
      <Button
        leftSection={<IconPhone size={16} />}
        rightSection={first ? <Kbd size="xs">a</Kbd> : undefined}
        onClick={() => answer({ id, sessionId })}
        loading={busy}
        data-testid="call-answer"
      >
        {handed ? "Take the call" : "Answer"}
      </Button>
    </Group>
  );
}
