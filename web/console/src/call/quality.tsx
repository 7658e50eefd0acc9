import { Group, Text, Tooltip } from "@mantine/core";
import {
  IconAntennaBars2,
  IconAntennaBars3,
  IconAntennaBars4,
  IconAntennaBars5,
  IconAntennaBars1,
} from "@tabler/icons-react";
import type { Heard } from "./model";
import { qualityWords } from "./words";

const BARS = [IconAntennaBars1, IconAntennaBars2, IconAntennaBars3, IconAntennaBars4, IconAntennaBars5];

/** How both sides hear each other at this moment, 1 to 5. */
export function Quality({ heard: { score, otherScore }, customer }: { heard: Heard; customer: string }) {
  return (
    <Group gap={8} wrap="nowrap" data-testid="call-quality">
      <Score score={score} label={`How you hear ${customer}`} short="You" />
      <Score score={otherScore} label={`How ${customer} hears you`} short="They" />
    </Group>
  );
}

function Score({ score, label, short }: { score: number | null; label: string; short: string }) {
  if (score === null || score === undefined) return null;
  const Bars = BARS[Math.min(5, Math.max(1, Math.round(score))) - 1] ?? IconAntennaBars1;
  const words = `${label}: ${score.toFixed(1)} of 5, ${qualityWords(score).toLowerCase()}`;
  return (
    <Tooltip label={words}>
      <Text
        component="span"
        size="xs"
        fw={600}
        role="img"
        aria-label={words}
        c={score >= 4 ? "petrol" : score >= 3 ? "dimmed" : "red"}
        style={{ whiteSpace: "nowrap" }}
      >
        <Bars size={16} style={{ verticalAlign: -3 }} /> {short} {score.toFixed(1)}
      </Text>
    </Tooltip>
  );
}
