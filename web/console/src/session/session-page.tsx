import { Box, Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { Session, User } from "../api/model";
import { Problem } from "../api/problem";
import { atLeast } from "../auth/roles";
import { useUser } from "../auth/use-user";
import { CallBar } from "../call/call-bar";
import { CallButton } from "../call/call-button";
import { ChatPanel } from "../chat/chat-panel";
import { nameOf } from "../canned/model";
import { useCannedAnswers } from "../canned/queries";
import { Conversation } from "../chat/conversation";
import { uploaderTo } from "../chat/upload";
import { CustomerPanel } from "../customer/customer-panel";
import { MyChats } from "../inbox/my-chats";
import { markRead } from "../inbox/read-marks";
import { LastNote } from "../notes/last-note";
import { isLive, useSession } from "../sessions/queries";
import { LinkBadge, useLinkState } from "../socket/link-state";
import type { Room } from "../stage/room";
import { enterRoom } from "../stage/rooms";
import { LoadingRows, ProblemNote } from "../ui/page";
import { useTitle } from "../ui/title";
import { admit } from "./admission";
import { Details } from "./details";
import { Frame } from "./frame";
import { IdleBanner } from "./idle-banner";
import { LookedAt } from "./looked-at";
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
  if (!session.data || isLost(session.error)) {
    return (
      <Box p="xl" maw={640} mx="auto">
        <ProblemNote error={session.error} onRetry={() => void session.refetch()} />
        <Button component={Link} to="/sessions" variant="subtle" mt="md" leftSection={<IconArrowLeft size={16} />}>
          All sessions
        </Button>
      </Box>
    );
  }
  return (
    <div className={classes.page}>
      <MyChats current={id} />
      <div className={classes.open}>
        {mayJoin(session.data, user) ? (
          <Joined key={id} session={session.data} user={user} />
        ) : (
          <LookedAt key={id} session={session.data} user={user} />
        )}
      </div>
    </div>
  );
}

/** What was seen of it before may not be seen any more: a colleague has it now. */
function isLost(error: unknown): boolean {
  return error instanceof Problem && (error.status === 403 || error.status === 404);
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
    const chat = new Conversation(
      session.id,
      { id: userId, name: userName },
      () => admit(session.id),
      uploaderTo(session.id),
    );
    const place = enterRoom(session.id);
    chat.start();
    setConversation(chat);
    setRoom(place.room);
    return () => {
      chat.stop();
      place.leave();
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

  const answers = useCannedAnswers();
  const { refetch } = answers;
  const lookUp = useCallback(() => void refetch(), [refetch]);

  const client = useQueryClient();
  const over = timeline.ended || state.session === "ended";
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: ["session", session.id] });
  }, [client, over, session.id]);
  const onRead = (sequence: number) => {
    markRead(session.id, sequence);
    if (session.staff?.id === user.id) conversation.read(sequence); // a lead who looks in has not read it for the desk
  };

  return (
    <Frame
      session={session}
      messages={timeline.messages.length}
      status={<LinkBadge state={roomLink.kind === "open" ? chatLink : roomLink} />}
      actions={<CallButton session={session} user={user} room={room} />}
      banner={
        <>
          <CallBar session={session} user={user} room={room} />
          <LastNote sessionId={session.id} />
          <IdleBanner
            sessionId={session.id}
            onWrite={ended ? undefined : () => conversation.send("Is there anything else I can help you with?")}
          />
        </>
      }
      stage={
        <Suspense fallback={<LoadingStage />}>
          <Stage room={room} customer={customer} />
        </Suspense>
      }
      chat={
        <ChatPanel
          sessionId={session.id}
          timeline={timeline}
          me={user}
          onSend={ended ? undefined : (text) => conversation.send(text)}
          onNote={(text) => conversation.send(text, true)}
          onTyping={() => conversation.type()}
          onAttach={(files) => files.forEach((file) => conversation.attach(file))}
          onRetry={(message) => conversation.retry(message)}
          onDiscard={(message) => conversation.discard(message)}
          onRead={onRead}
          answers={answers.data}
          onLookUp={lookUp}
          variables={{
            "customer.name": nameOf(session.customerName),
            "staff.name": user.name,
            "session.number": String(session.number),
          }}
          closedBecause="This session has ended. The conversation stays here."
        />
      }
      customer={<CustomerPanel session={session} />}
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
