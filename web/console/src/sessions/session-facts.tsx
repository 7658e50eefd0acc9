import { Badge, Group, Text, Tooltip } from "@mantine/core";
import { IconDeviceDesktop, IconEye, IconMessage, IconPhone, type Icon } from "@tabler/icons-react";
import type { Channel, Session, SessionState } from "../api/model";
import { formatDuration, secondsBetween, useNow } from "../ui/time";

const STATE_WORDS: Record<SessionState, { label: string; color: string }> = {
  requested: { label: "Waiting", color: "amber" },
  queued: { label: "Waiting", color: "amber" },
  offered: { label: "Offered", color: "amber" },
  active: { label: "Active", color: "petrol" },
  interrupted: { label: "Interrupted", color: "orange" },
  ended: { label: "Ended", color: "gray" },
};

export function StateBadge({ state }: { state: SessionState }) {
  const { label, color } = STATE_WORDS[state];
  return (
    <Badge color={color} data-state={state} data-testid="session-state">
      {label}
    </Badge>
  );
}

const CHANNELS: Record<Channel, { label: string; icon: Icon }> = {
  chat: { label: "Chat", icon: IconMessage },
  cobrowse: { label: "Co-browsing", icon: IconEye },
  call: { label: "Call", icon: IconPhone },
  remote: { label: "Remote control", icon: IconDeviceDesktop },
};

export function ChannelIcons({ channels }: { channels: Channel[] }) {
  return (
    <Group gap={6} wrap="nowrap">
      {channels.map((channel) => {
        const { label, icon: ChannelIcon } = CHANNELS[channel];
        return (
          <Tooltip key={channel} label={label}>
            <ChannelIcon size={16} stroke={1.7} aria-label={label} role="img" />
          </Tooltip>
        );
      })}
    </Group>
  );
}

/** **Customer / Machine**, whichever of them is known. */
export function SessionTitle({ session, size }: { session: Session; size?: string }) {
  const names = [session.customerName ?? "Visitor", session.machineName].filter(Boolean);
  return (
    <Text component="span" fw={700} size={size} truncate="end" title={names.join(" / ")} data-testid="session-title">
      {names.join(" / ")}
    </Text>
  );
}

/** How long it waits, runs, or took; ticks while it is not over. */
export function Duration({ session }: { session: Session }) {
  if (session.state === "ended") return <span className="numbers">{formatDuration(session.durationSeconds)}</span>;
  return <Ticking since={session.connectedAt ?? session.requestedAt} />;
}

function Ticking({ since }: { since: string }) {
  const now = useNow();
  return <span className="numbers">{formatDuration(secondsBetween(since, now))}</span>;
}
