import { ActionIcon, Alert, Badge, Button, Group, Loader, Text } from "@mantine/core";
import {
  IconMicrophoneOff,
  IconPhone,
  IconPhoneIncoming,
  IconPhoneOff,
  IconPlugConnectedX,
  IconVideoOff,
  IconX,
} from "@tabler/icons-react";
import { useSyncExternalStore, type ReactNode } from "react";
import type { Session, User } from "../api/model";
import type { Room } from "../stage/room";
import { secondsBetween, useNow } from "../ui/time";
import { AnswerButtons } from "./answer-buttons";
import { useCalls, useOpenCall, useOpenCallOf, useRingingCalls } from "./calls-provider";
import { Controls, HangUp } from "./controls";
import { isOver, type RoomCall } from "./model";
import type { OpenCall, OpenCallState } from "./open-call";
import { Pictures } from "./pictures";
import { Quality } from "./quality";
import { clock, customerProblem, endingWords, LINE_TROUBLES, ownProblem, toastCallProblem } from "./words";
import classes from "./call.module.css";

interface CallBarProps {
  session: Session;
  user: User;
  room: Room;
}

/** What is left of a call that its session ended with. */
export function CallAfterwards({ session, user }: Omit<CallBarProps, "room">) {
  const call = useOpenCallOf(session.id);
  return call ? <Ours call={call} told={undefined} user={user} /> : null;
}

/** The call of the session that is open: in this tab, ringing here, or with somebody else. */
export function CallBar({ session, user, room }: CallBarProps) {
  const call = useOpenCallOf(session.id);
  const told = useSyncExternalStore(room.subscribe, room.state).call;
  const handedBack = useIsHanded(told?.call);
  // What began elsewhere, or comes back from there, counts more than what is over here.
  const other = told && !isOver(told.state) && (handedBack || told.call !== call?.id) ? told : undefined;
  if (call && !(other && call.state().phase === "over")) return <Ours call={call} told={told} user={user} />;
  return other ? <Elsewhere told={other} session={session} user={user} /> : null;
}

/** Whether a colleague hands us this call, and we have not taken it yet. */
function useIsHanded(id: string | undefined): boolean {
  return useRingingCalls().ringing.some((call) => call.handed && call.id === id);
}

function Bar({ children, kind }: { children: ReactNode; kind: "ringing" | "active" | "over" | "other" }) {
  return (
    <section className={classes.bar} data-kind={kind} aria-label="Call" data-testid="call-bar" data-state={kind}>
      {children}
    </section>
  );
}

function Ours({ call, told, user }: { call: OpenCall; told: RoomCall | undefined; user: User }) {
  const state = useOpenCall(call);
  switch (state.phase) {
    case "answering":
      return (
        <Bar kind="ringing">
          <Loader size="xs" />
          <Text size="sm" fw={600} role="status">
            Answering…
          </Text>
          <HangUp call={call} label="Hang up" />
        </Bar>
      );
    case "calling":
      return (
        <>
          <Bar kind="ringing">
            <IconPhone size={18} className={classes.ring} />
            <Text size="sm" fw={600} role="status" className={classes.words}>
              Calling {call.customer}… It rings on their page.
            </Text>
            <HangUp call={call} label="Cancel" />
          </Bar>
          <OwnProblem call={call} state={state} />
        </>
      );
    case "active":
      return (
        <>
          <Bar kind="active">
            <Active call={call} state={state} />
          </Bar>
          <LineProblem state={state} />
          <OwnProblem call={call} state={state} />
          <div className={classes.below}>
            <Pictures call={call} />
          </div>
        </>
      );
    // Said over every page, as this one may be closed to us by now.
    case "handed-on":
      return null;
    case "over":
      return <Over call={call} state={state} told={told} user={user} />;
  }
}

function Active({ call, state }: { call: OpenCall; state: OpenCallState }) {
  const { line, own, quality, soundBlocked } = state;
  return (
    <>
      <IconPhone size={18} />
      <Text size="sm" fw={700} className="numbers" data-testid="call-duration" title="Duration of the call">
        <CallClock since={state.since} />
      </Text>
      <Group gap={6} className={classes.words} role="status" data-testid="call-status">
        <LineWords state={state} customer={call.customer} />
        {own.held && <Badge color="amber">On hold by you</Badge>}
        {line.other.held && <Badge color="amber">{call.customer} holds the call</Badge>}
        {line.other.muted && (
          <Badge color="gray" leftSection={<IconMicrophoneOff size={12} />}>
            {call.customer} is muted
          </Badge>
        )}
        {line.problem && (
          <Badge color="orange" data-testid="call-customer-problem">
            {call.customer} {customerProblem(line.problem)}
          </Badge>
        )}
        {soundBlocked && (
          <Button size="compact-xs" color="amber" onClick={() => void call.letSound()} data-testid="call-let-sound">
            Your browser wants a click: hear {call.customer}
          </Button>
        )}
      </Group>
      {quality && <Quality heard={quality} customer={call.customer} />}
      <Controls call={call} />
    </>
  );
}

export function LineWords({ state: { line }, customer }: { state: OpenCallState; customer: string }) {
  if (line.word === "connected") return <span>In a call with {customer}</span>;
  return (
    <Badge color="amber" data-testid="call-line">
      {line.word === "interrupted" ? "Reconnecting…" : "Connecting…"}
    </Badge>
  );
}

export function CallClock({ since }: { since: number | undefined }) {
  const now = useNow();
  return clock(since === undefined ? 0 : (now - since) / 1_000);
}

function LineProblem({ state: { line } }: { state: OpenCallState }) {
  if (!line.trouble) return null;
  const { title, help } = LINE_TROUBLES[line.trouble];
  return (
    <Alert
      color="amber"
      radius={0}
      icon={<IconPlugConnectedX size={20} />}
      title={title}
      data-testid="call-line-problem"
    >
      {help}
    </Alert>
  );
}

function OwnProblem({ call, state }: { call: OpenCall; state: OpenCallState }) {
  const problem = ownProblem(state.own);
  if (!problem) return null;
  const speaks = state.own.microphone === "open" || state.own.microphone === "opening";
  return (
    <Alert
      color="amber"
      radius={0}
      icon={speaks ? <IconVideoOff size={20} /> : <IconMicrophoneOff size={20} />}
      title={problem.title}
      data-testid="call-own-problem"
    >
      {problem.help}
      {!speaks && (
        <Button
          size="compact-sm"
          variant="light"
          color="amber"
          ml="sm"
          onClick={() => void call.media.open()}
          data-testid="call-try-microphone"
        >
          Try again
        </Button>
      )}
    </Alert>
  );
}

interface OverProps {
  call: OpenCall;
  state: OpenCallState;
  told: RoomCall | undefined;
  user: User;
}

function Over({ call, state: { ending }, told, user }: OverProps) {
  const calls = useCalls();
  const words = ending && endingWords(ending);
  const goesOn = told?.call === call.id && told.state === "active" && told.staffId === user.id;
  return (
    <Bar kind="over">
      <IconPhoneOff size={18} />
      <Text size="sm" className={classes.words} role="status" data-testid="call-over">
        <b>{ending?.why === "over" ? "Call over" : "You left the call"}</b>
        {ending && ending.seconds >= 1 && ` · ${clock(ending.seconds)}`}
        {words && ` · ${words}`}
      </Text>
      {goesOn && <ContinueHere sessionId={call.sessionId} />}
      <ActionIcon onClick={() => calls.dismiss(call)} aria-label="Close" data-testid="call-dismiss">
        <IconX size={16} />
      </ActionIcon>
    </Bar>
  );
}

function Elsewhere({ told, session, user }: { told: RoomCall; session: Session; user: User }) {
  const customer = session.customerName ?? "The visitor";
  const handed = useIsHanded(told.call);
  const mine = told.staffId === user.id;
  if (told.state === "ringing" && told.ringsAt === "technician" && mine) {
    return (
      <Bar kind="ringing">
        <IconPhoneIncoming size={18} className={classes.ring} />
        <Text size="sm" fw={600} className={classes.words} role="status">
          {customer} is calling
        </Text>
        <AnswerButtons id={told.call} sessionId={session.id} first />
      </Bar>
    );
  }
  if (handed) {
    return (
      <Bar kind="ringing">
        <IconPhoneIncoming size={18} className={classes.ring} />
        <Text size="sm" fw={600} className={classes.words} role="status">
          A colleague hands you this call. {customer} hears them until you take it.
        </Text>
        <AnswerButtons id={told.call} sessionId={session.id} handed first />
      </Bar>
    );
  }
  if (told.state === "queued") return null;
  return (
    <Bar kind="other">
      <IconPhone size={18} />
      <Text size="sm" className={classes.words} role="status">
        {mine
          ? "You are in this call in another tab, or were before this page was loaded."
          : `${session.staff?.name ?? "A colleague"} and ${customer} are in a call.`}
        {told.answeredAt && <Since at={told.answeredAt} />}
      </Text>
      {mine && <ContinueHere sessionId={session.id} />}
    </Bar>
  );
}

function Since({ at }: { at: string }) {
  const now = useNow();
  return <span className="numbers"> · {clock(secondsBetween(at, now))}</span>;
}

function ContinueHere({ sessionId }: { sessionId: string }) {
  const calls = useCalls();
  return (
    <Button
      size="xs"
      h={34}
      leftSection={<IconPhone size={16} />}
      onClick={() => void calls.join(sessionId).catch(toastCallProblem)}
      data-testid="call-continue"
    >
      Continue here
    </Button>
  );
}
