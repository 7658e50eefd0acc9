import { Badge, Button, Group, Paper, Text } from "@mantine/core";
import { IconHandStop, IconPointer } from "@tabler/icons-react";
import type { Room } from "./room";
import { nameOf, type RoomState } from "./room-state";
import classes from "./stage.module.css";

/** Who of several technicians controls, where it is another one, and the way to ask for it. */
export function Holder({ room, state }: { room: Room; state: RoomState }) {
  if (!state.holder || state.holder === state.me) return null;
  return (
    <Group gap={6} wrap="nowrap" data-testid="holder">
      <Badge size="lg" h={30} variant="light" color="violet" leftSection={<IconPointer size={14} />}>
        {nameOf(state, state.holder)} controls, you watch
      </Badge>
      <Button
        size="xs"
        variant="light"
        loading={state.taking}
        onClick={() => room.takeControl()}
        data-testid="take-control"
      >
        Ask to take over
      </Button>
    </Group>
  );
}

/** To whoever controls: a colleague wants to. */
export function HandOver({ room, state }: { room: Room; state: RoomState }) {
  const { wanted } = state;
  if (!wanted) return null;
  return (
    <Paper className={classes.handOver} shadow="lg" withBorder role="alertdialog" data-testid="hand-over">
      <IconHandStop size={20} aria-hidden="true" />
      <Text size="sm" fw={600}>
        {nameOf(state, wanted)} asks to take over control
      </Text>
      <Button size="xs" variant="default" onClick={() => room.yieldControl(false)} data-testid="keep-control">
        Keep it
      </Button>
      <Button size="xs" onClick={() => room.yieldControl(true)} data-testid="yield-control">
        Hand over
      </Button>
    </Paper>
  );
}
