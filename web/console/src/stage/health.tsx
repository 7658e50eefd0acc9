import { Badge, Button, Group, Tooltip } from "@mantine/core";
import type { Fidelity, Mode } from "./details";
import type { Refusals } from "./trust";
import classes from "./stage.module.css";

interface HealthProps {
  mode: Mode;
  fidelity?: Fidelity;
  refused?: Refusals;
  choked: boolean;
  onRefresh: () => void;
}

/** How good the picture is: what of it agrees with the page, what was left out, and why it is coarse. */
export function Health({ mode, fidelity, refused = {}, choked, onRefresh }: HealthProps) {
  const left = Object.values(refused).reduce((sum, count) => sum + count, 0);
  const share = fidelity?.compared ? (100 * fidelity.same) / fidelity.compared : undefined;
  return (
    <Group className={classes.health} gap={6} data-testid="health">
      {choked && (
        <Button size="compact-xs" color="red" onClick={onRefresh} data-testid="choked">
          This page changes too much to be drawn. Try again
        </Button>
      )}
      {mode !== "live" && (
        <Tooltip label="The page is busy, so that it is not slowed down any further">
          <Badge size="sm" color="amber" variant="filled" data-testid="mode">
            {mode === "coarse" ? "Changes twice a second" : "Outline only"}
          </Badge>
        </Tooltip>
      )}
      {left > 0 && (
        <Tooltip label={`Left out of the picture because it is not one: ${describe(refused)}`}>
          <Badge size="sm" color="red" variant="light" data-testid="refused">
            {left} refused
          </Badge>
        </Tooltip>
      )}
      {share !== undefined && (
        <Tooltip label={`${fidelity?.same} of ${fidelity?.compared} elements compared are the same on both sides`}>
          <Badge size="sm" color={share === 100 ? "petrol" : "amber"} variant="light" data-testid="fidelity">
            {share === 100 ? "100" : Math.min(99.9, share).toFixed(1)} % same
          </Badge>
        </Tooltip>
      )}
    </Group>
  );
}

const WORDS = {
  shape: "not understood",
  size: "too large",
  active: "would run something",
  failed: "could not be drawn",
};

function describe(refused: Refusals): string {
  return Object.entries(refused)
    .map(([why, count]) => `${count} ${WORDS[why as keyof typeof WORDS]}`)
    .join(", ");
}
