import { Button, Group, Kbd } from "@mantine/core";
import { IconPhone, IconPhoneOff } from "@tabler/icons-react";
import { useAnswerCall } from "./use-answer-call";

interface AnswerButtonsProps {
  id: string;
  sessionId: string;
  /** The one that the key answers. */
  first: boolean;
}

export function AnswerButtons({ id, sessionId, first }: AnswerButtonsProps) {
  const { answer, decline, busyWith } = useAnswerCall();
  const busy = busyWith === id;
  return (
    <Group gap="sm" wrap="nowrap" justify="flex-end">
      <Button
        variant="default"
        leftSection={<IconPhoneOff size={16} />}
        onClick={() => decline({ id, sessionId })}
        disabled={busy}
        data-testid="call-decline"
      >
        Decline
      </Button>
      <Button
        leftSection={<IconPhone size={16} />}
        rightSection={first ? <Kbd size="xs">a</Kbd> : undefined}
        onClick={() => answer({ id, sessionId })}
        loading={busy}
        data-testid="call-answer"
      >
        Answer
      </Button>
    </Group>
  );
}
