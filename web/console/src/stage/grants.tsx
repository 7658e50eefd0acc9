import { ActionIcon, Badge, Button, Group, RingProgress, Text, Tooltip } from "@mantine/core";
import type { Capability, Grant } from "@remote-support/protocol";
import { IconCamera, IconEye, IconPointer, IconScreenShare, IconX } from "@tabler/icons-react";
import { formatDuration, secondsBetween, useNow } from "../ui/time";
import { toastHint } from "../ui/toasts";
import type { Room } from "./room";
import { ANSWER_TIME, type Asked, type RoomState } from "./room-state";

type Askable = Extract<Capability, "view" | "control" | "camera" | "screen">;

const WORDS: Record<Askable, { ask: string; has: string; giveBack: string }> = {
  view: { ask: "Ask to view", has: "Viewing", giveBack: "Stop viewing" },
  control: { ask: "Ask to control", has: "Controlling", giveBack: "Give control back" },
  camera: { ask: "Ask to see the camera", has: "Seeing the camera", giveBack: "Stop seeing the camera" },
  screen: { ask: "Ask to see the screen", has: "Seeing the screen", giveBack: "Stop seeing the screen" },
};

const ICONS: Record<Askable, typeof IconEye> = {
  view: IconEye,
  control: IconPointer,
  camera: IconCamera,
  screen: IconScreenShare,
};

const OUTCOMES: Record<Exclude<Asked["state"], "asking">, string> = {
  refused: "The customer said no. Explain in the chat, then ask again.",
  unanswered: "The customer did not answer. Say in the chat what you need, then ask again.",
  expired: "The time that the customer allowed has run out. You can ask again.",
  revoked: "The customer took this back. You can ask again.",
};

interface AskButtonProps {
  room: Room;
  capability: Askable;
  state: RoomState;
  large?: boolean;
}

export function AskButton({ room, capability, state, large }: AskButtonProps) {
  const asked = state.asked[capability];
  const Icon = ICONS[capability];
  const size = large ? "md" : "xs";
  if (asked?.state === "asking") return <Asking since={asked.at} large={large} capability={capability} />;
  const ask = () => {
    if (!room.ask(capability)) toastHint("Not connected", "Ask again when the connection is back.", "not-connected");
  };
  return (
    <Tooltip label={asked && OUTCOMES[asked.state]} disabled={!asked} multiline maw={280}>
      <Button
        size={size}
        variant={capability === "view" || large ? "filled" : "light"}
        leftSection={<Icon size={16} />}
        onClick={ask}
        data-testid={`ask-${capability}`}
        data-outcome={asked?.state}
      >
        {asked?.state === "refused"
          ? "Refused: ask again"
          : asked?.state === "unanswered"
            ? "No answer: ask again"
            : WORDS[capability].ask}
      </Button>
    </Tooltip>
  );
}

function Asking({ since, large, capability }: { since: number; large?: boolean; capability: Askable }) {
  const now = useNow();
  const left = Math.min(30, Math.max(0, Math.ceil((since + ANSWER_TIME - now) / 1000)));
  return (
    <Group gap={6} wrap="nowrap" role="status" data-testid={`asking-${capability}`} justify="center">
      <RingProgress size={large ? 34 : 26} thickness={3} sections={[{ value: (left / 30) * 100, color: "petrol" }]} />
      <Text size="sm" fw={600} style={{ whiteSpace: "nowrap" }}>
        Waiting for a yes… <span className="numbers">{left}s</span>
      </Text>
    </Group>
  );
}

export function GrantBadge({ room, grant }: { room: Room; grant: Grant }) {
  const now = useNow();
  const words = WORDS[grant.capability as Askable];
  const Icon = ICONS[grant.capability as Askable];
  const left = secondsBetween(new Date(now).toISOString(), grant.expiresAt);
  return (
    <Badge
      size="lg"
      variant="light"
      h={30}
      pr={4}
      data-testid={`granted-${grant.capability}`}
      leftSection={<Icon size={14} />}
      rightSection={
        <Tooltip label={words.giveBack}>
          <ActionIcon
            size={22}
            color="petrol"
            aria-label={words.giveBack}
            onClick={() => room.giveBack(grant.capability)}
            data-testid={`give-back-${grant.capability}`}
          >
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      }
    >
      <Tooltip label={`The customer allowed this for another ${formatDuration(left)}`}>
        <span>
          {words.has}
          {left < 300 && <span className="numbers"> · {formatDuration(left)}</span>}
        </span>
      </Tooltip>
    </Badge>
  );
}
