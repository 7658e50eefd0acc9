import { ActionIcon, Badge, Box, Button, Group, Menu, Text, Tooltip } from "@mantine/core";
import {
  IconBell,
  IconChevronDown,
  IconDots,
  IconMapPin,
  IconPhone,
  IconUserShare,
  IconUsersGroup,
  IconWorld,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useUser } from "../auth/use-user";
import { Preview } from "../chat/preview";
import { useDeskStaff } from "../desk/queries";
import { ChannelIcons, SessionTitle } from "../sessions/session-facts";
import { PageLink } from "../ui/facts";
import { dayAndTime, formatDuration, secondsBetween, useNow } from "../ui/time";
import type { Waiting } from "./queries";
import rows from "../ui/rows.module.css";
import classes from "./queue.module.css";

interface QueueRowProps {
  waiting: Waiting;
  /** When the server said so, in milliseconds. */
  fetchedAt: number;
  team: string | undefined;
  onAnswer: () => void;
  answering: boolean;
  /** Whether what the customer wrote is shown below. */
  open: boolean;
  onToggle: () => void;
  /** Missing for those who may not hand out sessions. */
  onGive?: () => void;
}

export function QueueRow(props: QueueRowProps) {
  const { waiting, fetchedAt, team, onAnswer, answering, open, onToggle, onGive } = props;
  const { session, position, offeredTo } = waiting;
  const panel = useId();
  const calls = session.channels.includes("call");
  return (
    <li className={rows.row} data-testid="session-row" data-session={session.id} data-state={session.state}>
      <Link
        to="/sessions/$id"
        params={{ id: session.id }}
        className={rows.cover}
        aria-label={`Look at session ${session.number}`}
      />
      <Text
        component="span"
        role="img"
        className={classes.position}
        aria-label={position === 0 ? "Offered" : `Position ${position}`}
      >
        {position === 0 ? <IconBell size={16} /> : position}
      </Text>
      <Box className={classes.who}>
        <Group gap={8} wrap="nowrap">
          <Text component="span" c="dimmed" size="sm" className="numbers">
            #{session.number}
          </Text>
          <SessionTitle session={session} />
        </Group>
        <Group gap={14} className={classes.where}>
          {session.site && (
            <Group gap={4} wrap="nowrap" component="span">
              <IconWorld size={14} /> {session.site.name}
            </Group>
          )}
          {session.page && (
            <span className={classes.subject} title={session.page.url}>
              {session.page.title || session.page.url}
            </span>
          )}
          {session.location && (
            <Group gap={4} wrap="nowrap" component="span">
              <IconMapPin size={14} /> {session.location}
            </Group>
          )}
          {session.subject && <span className={classes.subject}>“{session.subject}”</span>}
        </Group>
      </Box>
      <Group gap={6} className={classes.marks}>
        {calls && (
          <Badge color="petrol" leftSection={<IconPhone size={12} />} data-testid="queue-call">
            Call
          </Badge>
        )}
        {team && (
          <Badge color="gray" leftSection={<IconUsersGroup size={12} />} title="For this team">
            {team}
          </Badge>
        )}
        {waiting.skill && (
          <Badge color="gray" title="Skill it needs">
            {waiting.skill}
          </Badge>
        )}
        <ChannelIcons channels={session.channels.filter((channel) => channel !== "call")} />
      </Group>
      <Wait waiting={waiting} fetchedAt={fetchedAt} />
      <Group gap={6} wrap="nowrap" className={`${rows.action} ${classes.action}`} justify="flex-end">
        {offeredTo && <OfferedTo id={offeredTo} />}
        <Button
          size="sm"
          variant="default"
          onClick={onToggle}
          aria-expanded={open}
          aria-controls={open ? panel : undefined}
          aria-label={`Preview of session ${session.number}`}
          rightSection={<IconChevronDown size={16} className={classes.chevron} data-open={open || undefined} />}
          data-testid="queue-preview"
        >
          Preview
        </Button>
        <Button
          size="sm"
          onClick={onAnswer}
          loading={answering}
          leftSection={calls ? <IconPhone size={16} /> : undefined}
          data-testid="session-accept"
        >
          {calls ? "Answer" : "Pick up"}
        </Button>
        {onGive && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={`More for session ${session.number}`}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconUserShare size={16} />} onClick={onGive} data-testid="queue-give">
                Give to a colleague…
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {open && (
        <Box
          id={panel}
          className={`${rows.action} ${classes.preview}`}
          role="region"
          aria-label={`Preview of session ${session.number}`}
          tabIndex={0}
        >
          <div>
            <Text component="div" size="xs" c="dimmed" mb={8}>
              Asked {dayAndTime(session.requestedAt)}
              {session.page && (
                <>
                  {" "}
                  from <PageLink {...session.page} />
                </>
              )}
            </Text>
            <Preview sessionId={session.id} customer={session.customerName ?? "The visitor"} />
          </div>{" "}
        </Box>
      )}
    </li>
  );
}

function OfferedTo({ id }: { id: string }) {
  const user = useUser();
  const staff = useDeskStaff();
  const who = id === user.id ? "you" : (staff.data?.find((member) => member.id === id)?.name ?? "a colleague");
  return (
    <Tooltip label={`Offered to ${who}: if there is no answer, it returns to its place`}>
      <Badge color="amber" leftSection={<IconBell size={12} />} className={classes.offered} data-testid="queue-offered">
        {who}
      </Badge>
    </Tooltip>
  );
}

/** Counts on from what the server said, so that a wrong clock here does not matter. */
function Wait({ waiting, fetchedAt }: { waiting: Waiting; fetchedAt: number }) {
  const now = useNow();
  const waited = waiting.waitedSeconds + secondsBetween(new Date(fetchedAt).toISOString(), now);
  return (
    <Box className={classes.wait}>
      <Text fw={650} size="sm" className="numbers" c={waited > 300 ? "red" : undefined} data-testid="queue-wait">
        {formatDuration(waited)}
      </Text>
      <Text size="xs" c="dimmed" className="numbers">
        {expectation(waiting)}
      </Text>
    </Box>
  );
}

function expectation({ position, expectedWaitSeconds: expected }: Waiting): string {
  if (position === 0) return "offered now";
  if (expected === null || expected === undefined) return "waiting";
  return expected < 60 ? "less than a minute left" : `about ${formatDuration(expected)} left`;
}
