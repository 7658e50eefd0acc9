import { Box, Button, Group, Menu, Skeleton, Switch, Text, UnstyledButton } from "@mantine/core";
import { IconBellRinging, IconCheck, IconChevronDown, IconPhone, IconVolume, IconVolumeOff } from "@tabler/icons-react";
import { useState } from "react";
import { useUser } from "../auth/use-user";
import { useAnswersByItself } from "../call/answers-by-itself";
import { askForNotices, noticePermission } from "../ui/notice";
import { useNews } from "../sessions/live";
import { mute, play, useMuted } from "../ui/sound";
import { ago, useNow } from "../ui/time";
import { toastHint } from "../ui/toasts";
import { AVAILABILITIES, AVAILABILITY } from "./availability";
import { LoadBrief } from "./load";
import type { DeskMember } from "./model";
import { PresenceDot } from "./presence-dot";
import { useDeskMe, useSetMyAvailability } from "./queries";
import classes from "./availability-menu.module.css";

/** What one says of oneself, with the own load; and how one is told of customers. */
export function AvailabilityMenu() {
  const me = useDeskMe();
  const set = useSetMyAvailability();
  useToldOfBreak(me.data);
  if (me.isPending) return <Skeleton width={130} height={32} radius="xl" />;
  if (!me.data) return <Unknown onRetry={() => void me.refetch()} />;
  const member = { ...me.data, connected: true };
  return (
    <Menu position="bottom-end" width={330} shadow="lg" radius="lg">
      <Menu.Target>
        <UnstyledButton
          className={classes.target}
          data-testid="availability"
          data-availability={member.availability}
          aria-label={`Availability: ${AVAILABILITY[member.availability].label}`}
        >
          <PresenceDot member={member} />
          <Text size="sm" fw={600}>
            {AVAILABILITY[member.availability].label}
          </Text>
          <LoadBrief member={member} />
          <IconChevronDown size={14} stroke={1.6} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          Availability <Since member={member} />
        </Menu.Label>
        {AVAILABILITIES.map((availability) => (
          <Menu.Item
            key={availability}
            leftSection={<PresenceDot member={{ availability, connected: true }} />}
            rightSection={availability === member.availability ? <IconCheck size={16} /> : null}
            onClick={() => set.mutate(availability)}
            data-testid={`availability-${availability}`}
          >
            <Text size="sm" fw={600}>
              {AVAILABILITY[availability].label}
            </Text>
            <Text size="xs" c="dimmed">
              {AVAILABILITY[availability].meaning}
            </Text>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Notices />
      </Menu.Dropdown>
    </Menu>
  );
}

/** A lead may have sent one to a break, or back from it. */
function useToldOfBreak(me: DeskMember | undefined): void {
  useNews((news) => {
    if (news.type !== "staff.changed" || !me || news.staffId !== me.id || news.availability === me.availability) return;
    if (news.availability === "break") {
      toastHint("You are on a break now", "Set by a lead, or in another window. Your chats stay with you.", "break");
    } else if (me.availability === "break") {
      toastHint("Your break is over", `You are ${AVAILABILITY[news.availability].label.toLowerCase()} now.`, "break");
    }
  });
}

function Since({ member }: { member: DeskMember }) {
  const now = useNow();
  return member.since ? <>· changed {ago(member.since, now)}</> : null;
}

function Notices() {
  const muted = useMuted();
  const [answers, setAnswers] = useAnswersByItself(useUser().id);
  const [permission, setPermission] = useState(noticePermission);
  const ask = async () => {
    const answer = await askForNotices();
    setPermission(answer);
    if (answer === "denied") {
      toastHint("Your browser blocks notifications", "Allow them beside the address of this page, then reload.");
    }
  };
  return (
    <Box px="sm" py={6}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap={8} wrap="nowrap">
          {muted ? <IconVolumeOff size={16} /> : <IconVolume size={16} />}
          <Text size="sm">Sounds</Text>
        </Group>
        <Switch
          aria-label="Sounds"
          checked={!muted}
          onChange={(event) => {
            mute(!event.currentTarget.checked);
            play("message");
          }}
          data-testid="sound-switch"
        />
      </Group>
      <Group justify="space-between" wrap="nowrap" mt="xs">
        <Group gap={8} wrap="nowrap">
          <IconPhone size={16} />
          <Box>
            <Text size="sm">Answer calls by itself</Text>
            <Text size="xs" c="dimmed">
              In this browser, after a beep and 3 seconds
            </Text>
          </Box>
        </Group>
        <Switch
          aria-label="Answer calls by itself"
          checked={answers}
          onChange={(event) => setAnswers(event.currentTarget.checked)}
          data-testid="auto-answer-switch"
        />
      </Group>
      {permission === "default" && (
        <Button
          fullWidth
          mt="xs"
          size="xs"
          variant="light"
          leftSection={<IconBellRinging size={14} />}
          onClick={() => void ask()}
        >
          Also tell me when this page is hidden
        </Button>
      )}
    </Box>
  );
}

function Unknown({ onRetry }: { onRetry: () => void }) {
  return (
    <Button size="xs" variant="subtle" color="gray" onClick={onRetry}>
      Availability unknown: try again
    </Button>
  );
}
