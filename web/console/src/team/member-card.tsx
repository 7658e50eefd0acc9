import { ActionIcon, Avatar, Badge, Box, Button, Card, Group, SimpleGrid, Text, Tooltip } from "@mantine/core";
import { IconCoffee, IconPlayerPlay, IconUserShare, IconUsersGroup } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../api/client";
import type { Session } from "../api/model";
import { may } from "../auth/permissions";
import { useUser } from "../auth/use-user";
import { presence } from "../desk/availability";
import { LoadBar } from "../desk/load";
import type { Availability, DeskMember } from "../desk/model";
import { PresenceDot } from "../desk/presence-dot";
import { ChannelIcons, Duration, SessionTitle } from "../sessions/session-facts";
import { formatDuration, secondsBetween, useNow } from "../ui/time";
import { toastDone } from "../ui/toasts";
import classes from "./team.module.css";

interface MemberCardProps {
  member: DeskMember;
  sessions: Session[];
  onGive: (session: Session) => void;
}

export function MemberCard({ member, sessions, onGive }: MemberCardProps) {
  const user = useUser();
  const { label, meaning } = presence(member);
  return (
    <Card padding="md" className={classes.card} data-testid="member" data-availability={member.availability}>
      <Group wrap="nowrap" gap="sm" align="flex-start">
        <Avatar name={member.name} size={40} />
        <Box flex={1} miw={0}>
          <Text fw={650} truncate>
            {member.name}{" "}
            {member.id === user.id && (
              <Text span c="dimmed" size="xs">
                you
              </Text>
            )}
          </Text>
          <Tooltip label={meaning}>
            <Group gap={6} wrap="nowrap" w="fit-content">
              <PresenceDot member={member} />
              <Text size="sm">{label}</Text>
              <Since member={member} />
            </Group>
          </Tooltip>
        </Box>
        {may(user, "manage-breaks") && member.id !== user.id && <BreakButton member={member} />}
      </Group>
      <Group gap={4} mt="xs">
        {member.teams.map((team) => (
          <Badge key={team.id} size="sm" color="gray" leftSection={<IconUsersGroup size={11} />}>
            {team.name}
          </Badge>
        ))}
        {member.skills.map((skill) => (
          <Badge key={skill} size="sm" variant="default" fw={500}>
            {skill}
          </Badge>
        ))}
      </Group>
      <SimpleGrid cols={2} mt="sm">
        <LoadBar kind="chat" member={member} />
        <LoadBar kind="call" member={member} />
      </SimpleGrid>
      {sessions.length > 0 && (
        <ul className={classes.sessions}>
          {sessions.map((session) => (
            <Held key={session.id} session={session} onGive={() => onGive(session)} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Since({ member }: { member: DeskMember }) {
  const now = useNow();
  if (!member.since) return null;
  return (
    <Text size="sm" c="dimmed" className="numbers">
      {formatDuration(secondsBetween(member.since, now))}
    </Text>
  );
}

/** Starts or ends the break of somebody else. */
function BreakButton({ member }: { member: DeskMember }) {
  const client = useQueryClient();
  const onBreak = member.availability === "break";
  const set = useMutation({
    mutationFn: (availability: Availability) => api.put(`/api/desk/staff/${member.id}/availability`, { availability }),
    onSuccess: (_answer, availability) => {
      toastDone(availability === "break" ? `${member.name} is on a break.` : `${member.name} is online again.`);
      void client.invalidateQueries({ queryKey: ["desk"] });
    },
  });
  if (member.availability === "offline") return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={onBreak ? <IconPlayerPlay size={14} /> : <IconCoffee size={14} />}
      onClick={() => set.mutate(onBreak ? "online" : "break")}
      loading={set.isPending}
      data-testid="member-break"
    >
      {onBreak ? "End break" : "Break"}
    </Button>
  );
}

function Held({ session, onGive }: { session: Session; onGive: () => void }) {
  return (
    <li className={classes.held}>
      <ChannelIcons channels={session.channels} />
      <Link to="/sessions/$id" params={{ id: session.id }} className={classes.link}>
        <SessionTitle session={session} size="sm" />
      </Link>
      <Text size="xs" c="dimmed">
        <Duration session={session} />
      </Text>
      <Tooltip label="Give to somebody else">
        <ActionIcon
          size="sm"
          onClick={onGive}
          aria-label={`Give session ${session.number} to somebody else`}
          data-testid="member-give"
        >
          <IconUserShare size={15} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
