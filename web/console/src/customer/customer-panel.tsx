import { Anchor, Avatar, Badge, Box, Group, ScrollArea, Stack, Text } from "@mantine/core";
import { IconFolder } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Session } from "../api/model";
import { ChannelIcons, StateBadge } from "../sessions/session-facts";
import { Stars } from "../sessions/stars";
import { Fact, PageLink, Section } from "../ui/facts";
import { LoadingRows, ProblemNote } from "../ui/page";
import { dayAndTime, formatDuration } from "../ui/time";
import { useContextOf, type CustomerContext, type PastSession } from "./queries";
import classes from "./customer.module.css";

/** Who the customer is, and what was before. */
export function CustomerPanel({ session }: { session: Session }) {
  const context = useContextOf(session.id);
  return (
    <ScrollArea h="100%" type="auto">
      <Stack gap="xl" p="md">
        {context.isPending ? (
          <LoadingRows rows={3} height={90} />
        ) : context.isError ? (
          <ProblemNote error={context.error} onRetry={() => void context.refetch()} />
        ) : (
          <Known context={context.data} />
        )}
      </Stack>
    </ScrollArea>
  );
}

const KINDS: Record<string, string> = { customer: "Signed in on your site", visitor: "Visitor" };

function Known({ context }: { context: CustomerContext }) {
  const { customer, sessions, cases } = context;
  return (
    <>
      <Group wrap="nowrap" gap="sm">
        <Avatar name={customer.name ?? "Visitor"} size={46} />
        <Box miw={0}>
          <Text fw={700} truncate>
            {customer.name ?? "Visitor"}
          </Text>
          <Group gap={6}>
            <Text size="xs" c="dimmed">
              {KINDS[customer.kind] ?? customer.kind}
            </Text>
            {customer.claimed && (
              <Badge size="xs" color="amber" title="Given by the visitor; nobody has verified it">
                not verified
              </Badge>
            )}
          </Group>
        </Box>
      </Group>
      <Stack gap={8}>
        <Fact name="E-mail">{customer.email}</Fact>
        <Fact name="User id">{customer.claimedId && `${customer.claimedId} (as the visitor says)`}</Fact>
        <Fact name="Since">{customer.firstSeenAt && dayAndTime(customer.firstSeenAt)}</Fact>
        <Fact name="Machine">{context.machineName}</Fact>
        <Fact name="Location">{context.location}</Fact>
        <Fact name="Site">{context.site?.name}</Fact>
        <Fact name="Asked from">{context.page && <PageLink {...context.page} />}</Fact>
      </Stack>
      {cases.length > 0 && (
        <Section title="Cases">
          {cases.map((one) => (
            <Group key={one.id} gap={8} wrap="nowrap">
              <IconFolder size={16} stroke={1.6} />
              <Anchor component={Link} to="/cases/$id" params={{ id: one.id } as never} size="sm" fw={600} truncate>
                {one.title}
              </Anchor>
            </Group>
          ))}
        </Section>
      )}
      <Section title={customer.sessions > 1 ? `Other sessions (${customer.sessions - 1})` : "Other sessions"}>
        {sessions.length === 0 ? (
          <Text size="sm" c="dimmed">
            {customer.sessions > 1
              ? "Shown to whoever helps this customer now."
              : "The first time that this customer asks."}
          </Text>
        ) : (
          sessions.map((session) => <Earlier key={session.id} session={session} />)
        )}
      </Section>
    </>
  );
}

/** A colleague's session is told of, and cannot be opened. */
function Earlier({ session }: { session: PastSession }) {
  const looks = { className: classes.earlier, "data-testid": "earlier-session" };
  return session.mayOpen ? (
    <Link to="/sessions/$id" params={{ id: session.id }} {...looks}>
      <EarlierFacts session={session} />
    </Link>
  ) : (
    <Box {...looks}>
      <EarlierFacts session={session} />
    </Box>
  );
}

function EarlierFacts({ session }: { session: PastSession }) {
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap={8}>
        <Text size="sm" fw={600} className="numbers">
          #{session.number}
        </Text>
        {session.rating && <Stars rating={session.rating} />}
        <StateBadge state={session.state} />
      </Group>
      <Group justify="space-between" wrap="nowrap" gap={8}>
        <Text size="xs" c="dimmed" truncate>
          {[dayAndTime(session.requestedAt), session.staffName].filter(Boolean).join(" · ")}
        </Text>
        <Group gap={8} wrap="nowrap" c="dimmed">
          <ChannelIcons channels={session.channels} />
          <Text size="xs">{formatDuration(session.durationSeconds)}</Text>
        </Group>
      </Group>
      {session.subject && (
        <Text size="xs" truncate>
          “{session.subject}”
        </Text>
      )}
    </>
  );
}
