import { Badge, Box, Button, Center, Group, SegmentedControl, Tabs, Text, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowLeft, IconHeadset, IconInfoCircle, IconMessage } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import type { Session, User } from "../api/model";
import { atLeast } from "../auth/roles";
import { useUser } from "../auth/use-user";
import { ChatPanel } from "../chat/chat-panel";
import { Conversation } from "../chat/conversation";
import { useHistory } from "../chat/history";
import { EMPTY } from "../chat/timeline";
import { isLive, isWaiting, useSession } from "../sessions/queries";
import { Duration, SessionTitle, StateBadge } from "../sessions/session-facts";
import { useAnswerAndOpen } from "../sessions/sessions-page";
import { LinkBadge, useLinkState } from "../socket/link-state";
import { Room } from "../stage/room";
import { useTitle } from "../ui/title";
import { Empty, LoadingRows, ProblemNote } from "../ui/page";
import { admit } from "./admission";
import { Details } from "./details";
import { EndButton } from "./end-button";
import classes from "./session.module.css";

const Stage = lazy(async () => ({ default: (await import("../stage/stage")).Stage }));
const route = getRouteApi("/shell/sessions/$id");

export function SessionPage() {
  const { id } = route.useParams();
  const session = useSession(id);
  const user = useUser();
  useTitle(session.data ? `#${session.data.number} ${session.data.customerName ?? "Visitor"}` : "Session");

  if (session.isPending) {
    return (
      <Box p="xl">
        <LoadingRows rows={3} height={120} />
      </Box>
    );
  }
  if (!session.data) {
    return (
      <Box p="xl" maw={640} mx="auto">
        <ProblemNote error={session.error} onRetry={() => void session.refetch()} />
        <Button component={Link} to="/sessions" variant="subtle" mt="md" leftSection={<IconArrowLeft size={16} />}>
          All sessions
        </Button>
      </Box>
    );
  }
  return mayJoin(session.data, user) ? (
    <Joined key={id} session={session.data} user={user} />
  ) : (
    <LookedAt session={session.data} user={user} />
  );
}

function mayJoin(session: Session, user: User): boolean {
  return isLive(session) && (session.staff?.id === user.id || atLeast(user.role, "team_lead"));
}

/** The session of one who takes part: chat and page are live. */
function Joined({ session, user }: { session: Session; user: User }) {
  const [conversation, setConversation] = useState<Conversation>();
  const [room, setRoom] = useState<Room>();
  const { id: userId, name: userName } = user;

  useEffect(() => {
    const chat = new Conversation(session.id, { id: userId, name: userName }, () => admit(session.id));
    const place = new Room(() => admit(session.id));
    chat.start();
    place.start();
    setConversation(chat);
    setRoom(place);
    return () => {
      chat.stop();
      place.stop();
    };
  }, [session.id, userId, userName]);

  if (!conversation || !room) return null;
  return <Workplace session={session} user={user} conversation={conversation} room={room} />;
}

interface WorkplaceProps {
  session: Session;
  user: User;
  conversation: Conversation;
  room: Room;
}

function Workplace({ session, user, conversation, room }: WorkplaceProps) {
  const timeline = useSyncExternalStore(conversation.subscribe, conversation.timeline);
  const chatLink = useLinkState(conversation.link);
  const roomLink = useLinkState(room.link);
  const state = useSyncExternalStore(room.subscribe, room.state);
  const ended = timeline.ended || session.state === "ended";
  const customer = session.customerName ?? "The visitor";

  const client = useQueryClient();
  const over = timeline.ended || state.session === "ended";
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: ["session", session.id] });
  }, [client, over, session.id]);

  return (
    <Frame
      session={session}
      messages={timeline.messages.length}
      status={<LinkBadge state={roomLink.kind === "open" ? chatLink : roomLink} />}
      stage={
        <Suspense fallback={<LoadingStage />}>
          <Stage room={room} customer={customer} />
        </Suspense>
      }
      chat={
        <ChatPanel
          timeline={timeline}
          me={user}
          onSend={ended ? undefined : (text) => conversation.send(text)}
          onRetry={(message) => conversation.retry(message)}
          onDiscard={(message) => conversation.discard(message)}
          closedBecause="This session has ended. The conversation stays here."
        />
      }
      details={<Details session={session} room={state} />}
    />
  );
}

function LoadingStage() {
  return (
    <Box p="md" h="100%">
      <LoadingRows rows={1} height={300} />
    </Box>
  );
}

/** The session of one who only looks: it waits, is over, or belongs to a colleague. */
function LookedAt({ session, user }: { session: Session; user: User }) {
  const mayRead = session.staff?.id === user.id || atLeast(user.role, "team_lead");
  const history = useHistory(session.id, mayRead);
  return (
    <Frame
      session={session}
      stage={<Notice session={session} />}
      chat={
        !mayRead ? (
          <Center h="100%" p="lg">
            <Text size="sm" c="dimmed" ta="center" data-testid={isWaiting(session) ? undefined : "problem"}>
              {isWaiting(session) ? "Answer to read and write." : "Only who helped here and team leads can read this."}
            </Text>
          </Center>
        ) : history.isError ? (
          <Box p="md">
            <ProblemNote error={history.error} onRetry={() => void history.refetch()} />
          </Box>
        ) : (
          <ChatPanel
            timeline={history.data ?? EMPTY}
            me={user}
            closedBecause={
              isWaiting(session)
                ? "Answer to write."
                : session.state === "ended"
                  ? "This session has ended."
                  : `${session.staff?.name ?? "A colleague"} writes here.`
            }
          />
        )
      }
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
                Answer
              </Button>
            }
          >
            Answer to chat with them and, when they allow it, to see their page.
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

type Part = "stage" | "chat" | "details";

interface FrameProps {
  session: Session;
  /** How many there are in the chat. */
  messages?: number;
  status?: React.ReactNode;
  stage: React.ReactNode;
  chat: React.ReactNode;
  details: React.ReactNode;
}

function Frame({ session, messages = 0, status, stage, chat, details }: FrameProps) {
  const narrow = useMediaQuery("(max-width: 62em)", false, { getInitialValueInEffect: false });
  const [chosen, setPart] = useState<Part>("chat");
  const part = chosen === "stage" && !narrow ? "chat" : chosen; // there is room for both
  const [seen, setSeen] = useState(messages);
  if (part === "chat" && seen !== messages) setSeen(messages);
  const unread = messages - seen;
  return (
    <div className={classes.frame}>
      <Header session={session} status={status} />
      {narrow ? (
        <div className={classes.narrow}>
          <SegmentedControl
            m="xs"
            value={part}
            onChange={(value) => setPart(value as Part)}
            data={[
              { value: "chat", label: unread > 0 ? `Chat (${unread})` : "Chat" },
              { value: "stage", label: "Page" },
              { value: "details", label: "Details" },
            ]}
          />
          <div className={classes.part}>{part === "stage" ? stage : part === "chat" ? chat : details}</div>
        </div>
      ) : (
        <div className={classes.wide}>
          <div className={classes.stage}>{stage}</div>
          <aside className={classes.side}>
            <Tabs
              value={part}
              onChange={(value) => setPart((value ?? "chat") as Part)}
              className={classes.tabs}
              keepMounted
            >
              <Tabs.List grow>
                <Tabs.Tab value="chat" leftSection={<IconMessage size={16} />}>
                  Chat
                  {unread > 0 && (
                    <Badge size="sm" variant="filled" ml={6} aria-label={`${unread} new`}>
                      {unread}
                    </Badge>
                  )}
                </Tabs.Tab>
                <Tabs.Tab value="details" leftSection={<IconInfoCircle size={16} />} data-testid="details-tab">
                  Details
                </Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="chat" className={classes.panel}>
                {chat}
              </Tabs.Panel>
              <Tabs.Panel value="details" className={classes.panel}>
                {details}
              </Tabs.Panel>
            </Tabs>
          </aside>
        </div>
      )}
    </div>
  );
}

function Header({ session, status }: { session: Session; status?: React.ReactNode }) {
  return (
    <Group component="header" className={classes.header} gap="md" wrap="nowrap">
      <Tooltip label="All sessions">
        <Button
          component={Link}
          to="/sessions"
          variant="subtle"
          color="gray"
          px={8}
          className={classes.fixed}
          aria-label="All sessions"
        >
          <IconArrowLeft size={18} />
        </Button>
      </Tooltip>
      <Box className={classes.title}>
        <Text component="span" c="dimmed" size="sm" className="numbers">
          #{session.number}
        </Text>
        <h1>
          <SessionTitle session={session} size="lg" />
        </h1>
      </Box>
      <span className={classes.state}>
        <StateBadge state={session.state} />
      </span>
      {status}
      <Text size="sm" fw={600} ml="auto" className={classes.duration} title="Duration" data-testid="session-duration">
        <Duration session={session} />
      </Text>
      {session.state !== "ended" && <EndButton session={session} />}
    </Group>
  );
}
