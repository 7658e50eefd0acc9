import { ActionIcon, Button, Paper, Text } from "@mantine/core";
import { IconArrowRight, IconPhone, IconPhoneOff, IconX } from "@tabler/icons-react";
import { Link, useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { useShortcut } from "../app/shortcuts";
import { CallClock } from "./call-bar";
import { useCalls, useOpenCall, useOpenCalls } from "./calls-provider";
import { HangUp, MuteButton, StopPicture } from "./controls";
import type { OpenCall } from "./open-call";
import { clock, endingWords } from "./words";
import classes from "./call.module.css";

/** Where messages are written at the lower edge, which must not be covered. */
const CHATS = /^\/sessions\//;

/** The calls that go on while another page of the console is looked at. */
export function FloatingCalls() {
  const calls = useOpenCalls();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useShortcut("m", () => {
    const speaking = calls.find((call) => call.state().phase !== "over" && !call.state().own.held);
    speaking?.mute(!speaking.state().own.muted);
  });
  return (
    <section className={classes.floating} data-above={CHATS.test(path) || undefined} aria-label="Calls under way">
      {calls.map((call) => (
        <Floating key={call.id} call={call} isOnItsPage={path === `/sessions/${call.sessionId}`} />
      ))}
    </section>
  );
}

/** So long it is told that a call is over; then it would only be in the way. */
const SEEN = 10_000;

const LEAVE = { calling: "Cancel", answering: "Hang up", active: "Hang up", "handed-on": "Leave now" };

function Floating({ call, isOnItsPage }: { call: OpenCall; isOnItsPage: boolean }) {
  const calls = useCalls();
  const state = useOpenCall(call);
  const { phase, ending } = state;
  const words = ending && endingWords(ending);
  useEffect(() => {
    if (phase !== "over" || isOnItsPage) return;
    const seen = setTimeout(() => calls.dismiss(call), SEEN);
    return () => clearTimeout(seen);
  }, [calls, call, phase, isOnItsPage]);
  const isOurs = phase !== "handed-on" && (!ending || ending.why === "over" || ending.why === "elsewhere");
  // Its page shows nothing any more to whoever has handed it on, and the microphone is open.
  if (isOnItsPage && phase !== "handed-on") return null;
  return (
    <Paper className={classes.float} shadow="lg" withBorder data-testid="call-float" data-state={phase}>
      {phase === "over" ? <IconPhoneOff size={18} /> : <IconPhone size={18} />}
      <Text size="sm" fw={600} className={classes.words} role="status">
        {phase === "over" ? (
          <>
            Call with {call.customer} over
            {ending && ending.seconds >= 1 && ` · ${clock(ending.seconds)}`}
            {words && ` · ${words}`}
          </>
        ) : phase === "active" ? (
          <>
            {state.own.held ? "On hold: " : "In a call with "}
            {call.customer} ·{" "}
            <span className="numbers">
              <CallClock since={state.since} />
            </span>
            {state.line.word === "interrupted" && " · Reconnecting…"}
          </>
        ) : phase === "handed-on" ? (
          `${call.customer} hears you until your colleague is there`
        ) : phase === "answering" ? (
          `Connecting with ${call.customer}…`
        ) : (
          `Calling ${call.customer}…`
        )}
      </Text>
      {phase === "active" && <MuteButton call={call} />}
      {phase === "active" && <StopPicture call={call} />}
      {isOurs && (
        <Button
          renderRoot={(props) => <Link to="/sessions/$id" params={{ id: call.sessionId }} {...props} />}
          size="xs"
          h={34}
          variant="default"
          rightSection={<IconArrowRight size={14} />}
          data-testid="call-back-to-session"
        >
          To the session
        </Button>
      )}
      {phase === "over" ? (
        <ActionIcon onClick={() => calls.dismiss(call)} aria-label="Close">
          <IconX size={16} />
        </ActionIcon>
      ) : (
        <HangUp call={call} label={LEAVE[phase]} />
      )}
    </Paper>
  );
}
