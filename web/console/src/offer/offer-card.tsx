import { Badge, Button, Group, Kbd, Paper, RingProgress, Stack, Text } from "@mantine/core";
import { IconMapPin, IconPhone, IconWorld } from "@tabler/icons-react";
import { AutoAnswer } from "../call/auto-answer";
import { usePreparedCall } from "../call/calls-provider";
import { useSession } from "../sessions/queries";
import { ChannelIcons, SessionTitle } from "../sessions/session-facts";
import { formatDuration, secondsBetween, useNow } from "../ui/time";
import type { Offer } from "./offers";
import classes from "./offer.module.css";

interface OfferCardProps {
  offer: Offer;
  onAccept: () => void;
  onDecline: () => void;
  busy: boolean;
  /** The one that the key answers. */
  first: boolean;
}

/** A customer who is offered, with the time left to answer. */
export function OfferCard({ offer, onAccept, onDecline, busy, first }: OfferCardProps) {
  const now = useNow();
  const { data: session } = useSession(offer.sessionId);
  const calls = !!session?.channels.includes("call");
  usePreparedCall(offer.sessionId, calls, false);
  const left = Math.max(0, Math.ceil((offer.endsAt - now) / 1000));
  return (
    <Paper className={classes.card} shadow="xl" data-testid="offer" data-session={offer.sessionId}>
      <Group wrap="nowrap" gap="md" flex={1} miw={0}>
        <RingProgress
          size={58}
          thickness={5}
          roundCaps
          sections={[{ value: Math.min(100, (left * 100_000) / offer.lasts), color: left > 5 ? "petrol" : "orange" }]}
          label={
            <Text ta="center" fw={700} size="sm" className="numbers" data-testid="offer-left">
              {left}
            </Text>
          }
          role="timer"
          aria-label={`${left} seconds left`}
        />
        <Stack gap={4} className={classes.words}>
          <Text size="xs" fw={650} className={classes.head}>
            {calls ? (
              <>
                <IconPhone size={14} className={classes.phone} /> Call for you
              </>
            ) : (
              "A customer for you"
            )}
          </Text>
          {session ? (
            <>
              <SessionTitle session={session} />
              <Group gap={10} className={classes.facts}>
                <ChannelIcons channels={session.channels} />
                {session.site && (
                  <span>
                    <IconWorld size={13} /> {session.site.name}
                  </span>
                )}
                {session.page && (
                  <span className={classes.page} title={session.page.url}>
                    {session.page.title || session.page.url}
                  </span>
                )}
                {session.location && (
                  <span>
                    <IconMapPin size={13} /> {session.location}
                  </span>
                )}
                <span>waits {formatDuration(secondsBetween(session.requestedAt, now))}</span>
              </Group>
              {session.subject && (
                <Text size="sm" lineClamp={2}>
                  “{session.subject}”
                </Text>
              )}
              {session.customer.claimed && (
                <Badge size="xs" color="amber" w="fit-content">
                  not verified
                </Badge>
              )}
            </>
          ) : (
            <Text size="sm" c="dimmed">
              Finding out who it is…
            </Text>
          )}
          {calls && first && <AutoAnswer answer={onAccept} />}
        </Stack>
      </Group>
      <Group gap="sm" wrap="nowrap" justify="flex-end">
        <Button variant="default" onClick={onDecline} disabled={busy} data-testid="offer-decline">
          Decline
        </Button>
        <Button
          onClick={onAccept}
          loading={busy}
          leftSection={calls ? <IconPhone size={16} /> : undefined}
          rightSection={first ? <Kbd size="xs">a</Kbd> : undefined}
          data-testid="offer-accept"
        >
          {calls ? "Answer" : "Accept"}
        </Button>
      </Group>
    </Paper>
  );
}
