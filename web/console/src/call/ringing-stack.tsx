import { Paper, Stack, Text, ThemeIcon, VisuallyHidden } from "@mantine/core";
import { IconPhoneIncoming } from "@tabler/icons-react";
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useRinging } from "../offer/use-ringing";
import { isLive, useSession } from "../sessions/queries";
import { useTitleMark } from "../ui/title";
import { AnswerButtons } from "./answer-buttons";
import { useRingingCalls } from "./calls-provider";
import type { RingingCall } from "./known-calls";
import offer from "../offer/offer.module.css";
import classes from "./call.module.css";

/** Calls of customers in sessions that one has, on whatever page one is. A call that waits comes as an offer. */
export function RingingStack() {
  const { ringing } = useRingingCalls();
  return (
    <section className={offer.stack} aria-label="Incoming calls">
      {ringing.map((call, index) => (
        <Ringing key={call.id} call={call} first={index === 0} />
      ))}
    </section>
  );
}

function Ringing({ call, first }: { call: RingingCall; first: boolean }) {
  const { data: session } = useSession(call.sessionId);
  // While it is offered, the offer stands for it.
  if (!session || !isLive(session)) return null;
  return <RingingCard call={call} first={first} customer={session.customerName ?? "A visitor"} />;
}

interface RingingCardProps {
  call: RingingCall;
  first: boolean;
  customer: string;
}

function RingingCard({ call, first, customer }: RingingCardProps) {
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const words = call.handed ? `A call with ${customer} is handed to you` : `${customer} is calling`;
  useTitleMark("call", first ? words : undefined);
  useRinging(first ? call.id : undefined, {
    sound: "call",
    title: words,
    body: call.handed ? "Your colleague speaks on until you take it." : "Open the console to answer.",
    tag: `call-${call.id}`,
    onOpen: () => void navigate({ to: "/sessions/$id", params: { id: call.sessionId } }),
  });
  return (
    <>
      <VisuallyHidden role="alert">{`${words}.${first ? " Press a to answer." : ""}`}</VisuallyHidden>
      {/* The session's page has it in its own bar. */}
      {path !== `/sessions/${call.sessionId}` && (
        <Paper className={offer.card} shadow="xl" data-testid="ringing-call" data-call={call.id}>
          <ThemeIcon size={48} radius="xl" className={classes.ring}>
            <IconPhoneIncoming size={24} />
          </ThemeIcon>
          <Stack gap={2} className={offer.words}>
            <Text size="xs" fw={650} className={offer.head}>
              {call.handed ? "A colleague hands you a call" : "Incoming call"}
            </Text>
            <Text fw={700} truncate>
              {customer}
            </Text>
          </Stack>
          <AnswerButtons {...call} first={first} />
        </Paper>
      )}
    </>
  );
}
