import { Anchor, Badge, Box, Button, Group, Text } from "@mantine/core";
import { IconCheck, IconPhoneCall, IconPhoneX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Empty, LoadingRows, ProblemNote } from "../ui/page";
import { ago, dayAndTime, useNow } from "../ui/time";
import type { CallBack, MissedCall } from "./model";
import { useCalledBack, useMissedCalls } from "./queries";
import { missedWords } from "./words";
import rows from "../ui/rows.module.css";
import classes from "./call.module.css";

/** Calls that nobody answered, and who wants to be called back. */
export function MissedCalls() {
  const missed = useMissedCalls();
  const done = useCalledBack();
  if (missed.isPending) return <LoadingRows rows={4} />;
  if (!missed.data) return <ProblemNote error={missed.error} onRetry={() => void missed.refetch()} />;
  if (missed.data.length === 0) return <NothingMissed />;
  return (
    <ul className={rows.list} aria-label="Missed calls">
      {missed.data.map((call) => (
        <Missed
          key={call.id}
          call={call}
          onDone={() => done.mutate(call.id)}
          busy={done.isPending && done.variables === call.id}
        />
      ))}
    </ul>
  );
}

function NothingMissed() {
  return (
    <Empty icon={<IconPhoneCall size={28} />} title="No call was missed">
      Calls wait in the same queue as chats and are offered to you as they come. Who hangs up, whom nobody answers, and
      who asks to be called back instead of waiting stands here for 30 days.
    </Empty>
  );
}

interface MissedProps {
  call: MissedCall;
  onDone: () => void;
  busy: boolean;
}

function Missed({ call, onDone, busy }: MissedProps) {
  const now = useNow();
  const { callBack } = call;
  const name = call.customerName ?? "Visitor";
  return (
    <li className={rows.row} data-testid="missed-call" data-call={call.id}>
      <Link
        to="/sessions/$id"
        params={{ id: call.sessionId }}
        className={rows.cover}
        aria-label={`Open the session of ${name}`}
      />
      {callBack ? <IconPhoneCall size={20} /> : <IconPhoneX size={20} />}
      <Box className={classes.words}>
        <Group gap={8}>
          <Text fw={700} truncate>
            {name}
          </Text>
          {call.rangHere && <Badge color="gray">rang at you</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {missedWords(call.endReason)} · <span title={dayAndTime(call.requestedAt)}>{ago(call.requestedAt, now)}</span>
        </Text>
        {callBack && <Wish callBack={callBack} />}
      </Box>
      {callBack && (
        <Group className={rows.action}>
          {callBack.doneAt ? (
            <Badge color="petrol" leftSection={<IconCheck size={12} />} data-testid="called-back">
              called back by {callBack.doneBy ?? "a colleague"}
            </Badge>
          ) : (
            <Button size="sm" onClick={onDone} loading={busy} data-testid="call-called-back">
              Called back
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}

/** At most what a telephone dials. */
const NUMBER = /^\+?[\d\s()/.-]{5,30}$/;

function Wish({ callBack: { contact, note } }: { callBack: CallBack }) {
  return (
    <Group gap={8} className={classes.wish}>
      {contact &&
        (NUMBER.test(contact) ? (
          <Anchor href={`tel:${contact.replace(/[^\d+]/g, "")}`} size="sm" fw={600} className={rows.action}>
            {contact}
          </Anchor>
        ) : (
          <Text size="sm" fw={600}>
            {contact}
          </Text>
        ))}
      {note && <Text size="sm">“{note}”</Text>}
    </Group>
  );
}
