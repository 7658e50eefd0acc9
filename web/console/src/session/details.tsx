import { Anchor, Badge, Group, ScrollArea, Stack, Text, Title } from "@mantine/core";
import type { Participant } from "@remote-support/protocol";
import { IconHeadset, IconBrowser } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Session } from "../api/model";
import { ChannelIcons, Duration } from "../sessions/session-facts";
import { CAPABILITY_WORDS } from "../stage/grant-words";
import { tabsOf, type RoomState } from "../stage/room-state";
import { Copyable } from "../ui/copy";
import { dayAndTime, formatDuration, secondsBetween, timeOfDay, useNow } from "../ui/time";
import { endReasonWords } from "./end-reasons";
import classes from "./session.module.css";

export function Details({ session, room }: { session: Session; room?: RoomState }) {
  return (
    <ScrollArea h="100%" type="auto">
      <Stack gap="xl" p="md">
        <Section title="Customer">
          <Fact name="Name">
            {session.customerName ?? "Not given"}
            {session.customer.claimed && (
              <Badge size="xs" color="amber" ml={6} title="Given by the visitor; nobody has verified it">
                not verified
              </Badge>
            )}
          </Fact>
          <Fact name="E-mail">{session.customer.email}</Fact>
          <Fact name="Machine">{session.machineName}</Fact>
          <Fact name="Location">{session.location}</Fact>
          <Fact name="Site">{session.site?.name}</Fact>
          <Fact name="Asked from">{session.page && <PageLink {...session.page} />}</Fact>
        </Section>
        {room && <Participants room={room} />}
        {room && <Grants room={room} />}
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

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} className={classes.sectionTitle}>
        {title}
      </Title>
      <Stack gap={8}>{children}</Stack>
    </section>
  );
}

/** Left out where nothing is known. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === false || children === "") return null;
  return (
    <div className={classes.fact}>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="div" size="sm" fw={500} className={classes.factValue}>
        {children}
      </Text>
    </div>
  );
}

/** Only web addresses become links: the page's address comes from outside. */
function PageLink({ url, title }: { url: string; title: string }) {
  if (!/^https?:\/\//i.test(url)) return title || url;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer noopener" size="sm" title={url}>
      {title || url}
    </Anchor>
  );
}
