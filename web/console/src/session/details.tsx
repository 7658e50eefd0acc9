import { Group, ScrollArea, Stack, Text } from "@mantine/core";
import type { Participant } from "@remote-support/protocol";
import { IconHeadset, IconBrowser } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Session } from "../api/model";
import { CallsOf } from "../call/calls-of";
import { ChannelIcons, Duration } from "../sessions/session-facts";
import { CasesOf } from "../cases/cases-of";
import { Notes } from "../notes/notes";
import { Stars } from "../sessions/stars";
import { Tags } from "../sessions/tags";
import { CAPABILITY_WORDS } from "../stage/grant-words";
import { tabsOf, type RoomState } from "../stage/room-state";
import { Fact, Section } from "../ui/facts";
import { Copyable } from "../ui/copy";
import { dayAndTime, formatDuration, secondsBetween, timeOfDay, useNow } from "../ui/time";
import { endReasonWords } from "./end-reasons";
import classes from "./session.module.css";

export function Details({ session, room }: { session: Session; room?: RoomState }) {
  return (
    <ScrollArea h="100%" type="auto">
      <Stack gap="xl" p="md">
        <Tags session={session} />
        <Notes sessionId={session.id} />
        <CasesOf session={session} />
        {room && <Participants room={room} />}
        {room && <Grants room={room} />}
        <CallsOf session={session} />
        <Section title="Session">
          <Fact name="Subject">{session.subject}</Fact>
          <Fact name="Helped by">{session.staff?.name}</Fact>
          <Fact name="Channels">{session.channels.length > 0 && <ChannelIcons channels={session.channels} />}</Fact>
          <Fact name="Asked">{dayAndTime(session.requestedAt)}</Fact>
          <Fact name="Answered">{session.connectedAt && dayAndTime(session.connectedAt)}</Fact>
          <Fact name="Waited">
            {session.connectedAt && formatDuration(secondsBetween(session.requestedAt, session.connectedAt))}
          </Fact>
          <Fact name="Ended">{session.endedAt && dayAndTime(session.endedAt)}</Fact>
          <Fact name="Reason">{session.endReason && endReasonWords(session.endReason)}</Fact>
          <Fact name="Rating">{session.rating && <Stars rating={session.rating} feedback={session.feedback} />}</Fact>
          <Fact name="Feedback">{session.feedback && `“${session.feedback}”`}</Fact>
          <Fact name="Duration">
            <Duration session={session} />
          </Fact>
        </Section>
        <Section title="Reference">
          <Copyable value={session.id} label="session id" />
        </Section>
      </Stack>
    </ScrollArea>
  );
}

function Participants({ room }: { room: RoomState }) {
  const technicians = room.participants.filter((participant) => participant.seat === "technician");
  const tabs = tabsOf(room);
  return (
    <Section title="Here now">
      {technicians.map((one) => (
        <Person
          key={one.id}
          icon={<IconHeadset size={16} />}
          one={one}
          note={one.id === room.me ? "you" : "technician"}
        />
      ))}
      {tabs.map((one) => (
        <Person
          key={one.id}
          icon={<IconBrowser size={16} />}
          one={one}
          note={one.page?.visible ? "in front" : "hidden"}
        />
      ))}
      {tabs.length === 0 && (
        <Text size="sm" c="dimmed">
          The customer has no page open.
        </Text>
      )}
    </Section>
  );
}

function Person({ icon, one, note }: { icon: ReactNode; one: Participant; note: string }) {
  return (
    <Group gap={8} wrap="nowrap" data-testid="participant">
      {icon}
      <div className={classes.person}>
        <Text size="sm" fw={600} truncate>
          {one.name}
        </Text>
        {one.page && (
          <Text size="xs" c="dimmed" truncate title={one.page.url}>
            {one.page.title || one.page.url}
          </Text>
        )}
      </div>
      <Text size="xs" c="dimmed">
        {note}
      </Text>
    </Group>
  );
}

function Grants({ room }: { room: RoomState }) {
  const now = useNow();
  return (
    <Section title="Allowed by the customer">
      {room.grants.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing yet. Ask above the page; the customer decides.
        </Text>
      )}
      {room.grants.map((grant) => {
        const over = grant.revokedAt ?? (Date.parse(grant.expiresAt) <= now ? grant.expiresAt : null);
        return (
          <Fact key={grant.capability + grant.givenAt} name={CAPABILITY_WORDS[grant.capability]}>
            {over
              ? `until ${timeOfDay(over)}`
              : `${formatDuration(secondsBetween(new Date(now).toISOString(), grant.expiresAt))} left`}
          </Fact>
        );
      })}
    </Section>
  );
}
