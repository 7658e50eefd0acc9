import { Box, Button, Center, ScrollArea, Text } from "@mantine/core";
import { IconHeadset, IconInfoCircle } from "@tabler/icons-react";
import type { Session, User } from "../api/model";
import { atLeast } from "../auth/roles";
import { CallAfterwards } from "../call/call-bar";
import { ChatPanel } from "../chat/chat-panel";
import { useHistory } from "../chat/history";
import { Preview } from "../chat/preview";
import { CustomerPanel } from "../customer/customer-panel";
import { EMPTY } from "../chat/timeline";
import { isWaiting } from "../sessions/queries";
import { Duration } from "../sessions/session-facts";
import { useAnswerAndOpen } from "../queue/use-answer";
import { Empty, ProblemNote } from "../ui/page";
import { Details } from "./details";
import { Frame } from "./frame";
import classes from "./session.module.css";

/** The session of one who only looks: it waits, is over, or belongs to a colleague. */
export function LookedAt({ session, user }: { session: Session; user: User }) {
  const mayRead = session.staff?.id === user.id || atLeast(user.role, "team_lead");
  const history = useHistory(session.id, mayRead);
  return (
    <Frame
      session={session}
      banner={<CallAfterwards session={session} user={user} />}
      stage={<Notice session={session} />}
      chat={
        !mayRead && isWaiting(session) ? (
          <ScrollArea h="100%" type="auto">
            <Box p="md">
              <Text size="xs" c="dimmed" mb="sm">
                Written last. Pick up to see it all and to answer.
              </Text>
              <Preview sessionId={session.id} customer={session.customerName ?? "The visitor"} />
            </Box>
          </ScrollArea>
        ) : !mayRead ? (
          <Center h="100%" p="lg">
            <Text size="sm" c="dimmed" ta="center" data-testid="problem">
              Only who helped here and team leads can read this.
            </Text>
          </Center>
        ) : history.isError ? (
          <Box p="md">
            <ProblemNote error={history.error} onRetry={() => void history.refetch()} />
          </Box>
        ) : (
          <ChatPanel
            sessionId={session.id}
            timeline={history.data ?? EMPTY}
            me={user}
            stored
            closedBecause={
              isWaiting(session)
                ? "Pick up to write."
                : session.state === "ended"
                  ? "This session has ended."
                  : `${session.staff?.name ?? "A colleague"} writes here.`
            }
          />
        )
      }
      customer={<CustomerPanel session={session} />}
      details={<Details session={session} />}
    />
  );
}

function Notice({ session }: { session: Session }) {
  const answer = useAnswerAndOpen();
  const customer = session.customerName ?? "A visitor";
  return (
    <Center h="100%" p="lg" className={classes.notice}>
      <Box maw={560}>
        {isWaiting(session) ? (
          <Empty
            icon={<IconHeadset size={28} />}
            title={`${customer} is waiting`}
            action={
              <Button
                size="md"
                onClick={() => answer.start(session.id)}
                loading={answer.busyWith === session.id}
                data-testid="session-accept"
              >
                Pick up
              </Button>
            }
          >
            Pick up to chat with them and, when they allow it, to see their page.
          </Empty>
        ) : session.state === "ended" ? (
          <Empty icon={<IconInfoCircle size={28} />} title="This session has ended">
            It took <Duration session={session} />. Chat and details stay here; nothing of the page was kept.
          </Empty>
        ) : (
          <Empty icon={<IconHeadset size={28} />} title={`${session.staff?.name ?? "A colleague"} is helping`}>
            Only they and team leads can take part.
          </Empty>
        )}
      </Box>
    </Center>
  );
}
