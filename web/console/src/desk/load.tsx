import { Group, Progress, Text, Tooltip } from "@mantine/core";
import { IconMessage, IconPhone } from "@tabler/icons-react";
import type { DeskMember } from "./model";

type Loaded = Pick<DeskMember, "load" | "limits">;

export function loadWords({ load, limits }: Loaded): string {
  return `${load.chat} of ${limits.chat} chats, ${load.call} of ${limits.call} calls`;
}

/** `2/5`, short for headers and lists. */
export function LoadBrief({ member }: { member: Loaded }) {
  return (
    <Tooltip label={loadWords(member)}>
      <Group gap={8} wrap="nowrap" component="span" aria-label={loadWords(member)} role="img">
        <Text component="span" size="xs" c="dimmed" className="numbers">
          <IconMessage size={13} style={{ verticalAlign: -2 }} /> {member.load.chat}/{member.limits.chat}
        </Text>
        {member.load.call > 0 && (
          <Text component="span" size="xs" c="dimmed" className="numbers">
            <IconPhone size={13} style={{ verticalAlign: -2 }} /> {member.load.call}/{member.limits.call}
          </Text>
        )}
      </Group>
    </Tooltip>
  );
}

export function LoadBar({ kind, member }: { kind: "chat" | "call"; member: Loaded }) {
  const [has, most] = [member.load[kind], member.limits[kind]];
  const share = most === 0 ? 100 : Math.min(100, (has / most) * 100);
  const name = kind === "chat" ? "Chats" : "Calls";
  return (
    <div>
      <Group justify="space-between" mb={3}>
        <Text size="xs" c="dimmed">
          {name}
        </Text>
        <Text size="xs" fw={600} className="numbers">
          {has}/{most}
        </Text>
      </Group>
      <Progress
        value={share}
        size={6}
        color={share >= 100 ? "orange" : "petrol"}
        aria-label={`${name}: ${has} of ${most}`}
      />
    </div>
  );
}
