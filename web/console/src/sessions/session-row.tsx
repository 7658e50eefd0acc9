import { Box, Button, Group, Text, Tooltip, UnstyledButton } from "@mantine/core";
import { IconArrowRight, IconHeadset, IconMapPin, IconWorld } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Session } from "../api/model";
import { useUser } from "../auth/use-user";
import { ago, dayAndTime, useNow } from "../ui/time";
import { isWaiting } from "./queries";
import { ChannelIcons, Duration, SessionTitle, StateBadge } from "./session-facts";
import { Stars } from "./stars";
import classes from "./sessions.module.css";

interface SessionRowProps {
  session: Session;
  onAnswer: () => void;
  answering: boolean;
  onTag: (tag: string) => void;
}

export function SessionRow({ session, onAnswer, answering, onTag }: SessionRowProps) {
  const waiting = isWaiting(session);
  return (
    <li className={classes.row} data-state={session.state} data-testid="session-row" data-session={session.id}>
      <Link
        to="/sessions/$id"
        params={{ id: session.id }}
        className={classes.cover}
        aria-label={`Open session ${session.number}`}
      />
      <Box className={classes.who}>
        <Group gap={8} wrap="nowrap">
          <Text component="span" c="dimmed" size="sm" className="numbers">
            #{session.number}
          </Text>
          <SessionTitle session={session} />
          {session.customer.claimed && (
            <Tooltip label="The visitor gave this name; nobody has verified it">
              <Text component="span" size="xs" c="dimmed" className={classes.claimed}>
                not verified
              </Text>
            </Tooltip>
          )}
        </Group>
        <Group gap={14} className={classes.where}>
          {session.site && <Fact icon={<IconWorld size={14} />}>{session.site.name}</Fact>}
          {session.page && (
            <span className={classes.page} title={session.page.url}>
              {session.page.title || session.page.url}
            </span>
          )}
          {session.location && <Fact icon={<IconMapPin size={14} />}>{session.location}</Fact>}
          {session.subject && <span className={classes.page}>“{session.subject}”</span>}
          {session.tags?.map((tag) => (
            <UnstyledButton
              key={tag}
              className={classes.tag}
              onClick={() => onTag(tag)}
              title={`Show all with “${tag}”`}
            >
              {tag}
            </UnstyledButton>
          ))}
        </Group>
      </Box>
      <Box className={classes.channels}>
        <ChannelIcons channels={session.channels} />
      </Box>
      <Box className={classes.time}>
        <Text fw={600} size="sm">
          <Duration session={session} />
        </Text>
        <Since session={session} />
      </Box>
      <Box className={classes.state}>
        <StateBadge state={session.state} />
        {session.rating && <Stars rating={session.rating} feedback={session.feedback} />}
        {session.staff && (
          <Text size="xs" c="dimmed" truncate>
            <IconHeadset size={12} className={classes.inline} /> <Helper session={session} />
          </Text>
        )}
      </Box>
      <Box className={classes.action}>
        {waiting ? (
          <Button size="sm" onClick={onAnswer} loading={answering} data-testid="session-accept">
            Pick up
          </Button>
        ) : (
          <IconArrowRight size={18} className={classes.arrow} />
        )}
      </Box>
    </li>
  );
}

function Helper({ session }: { session: Session }) {
  const user = useUser();
  return session.staff?.id === user.id ? "You" : session.staff?.name;
}

function Since({ session }: { session: Session }) {
  const now = useNow();
  return (
    <Text size="xs" c="dimmed" title={dayAndTime(session.requestedAt)}>
      {ago(session.requestedAt, now)}
    </Text>
  );
}

function Fact({ icon, children }: { icon: React.ReactNode; children: React.ReactNode }) {
  return (
    <Group gap={4} wrap="nowrap" component="span">
      {icon}
      <span>{children}</span>
    </Group>
  );
}
