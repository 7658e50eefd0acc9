import { Badge, Button, Loader, Stack, Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconHourglass, IconPlayerPause } from "@tabler/icons-react";
import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { useLinkState } from "../socket/link-state";
import { toastDone, toastHint } from "../ui/toasts";
import { Commands } from "./commands";
import type { Fidelity, Mode } from "./details";
import { Drawings } from "./drawings";
import { Hands } from "./hands";
import { Health } from "./health";
import { Hovering } from "./hovering";
import { fit } from "./mapping";
import { Pen } from "./pen";
import { Pointers } from "./pointers";
import { Replay, type Size } from "./replay";
import { Resyncs } from "./resyncs";
import type { Room } from "./room";
import { Strokes } from "./strokes";
import { useRoom } from "./use-room";
import classes from "./stage.module.css";

interface ScreenProps {
  room: Room;
  tab: string;
  customer: string;
  mayControl: boolean;
  /** Whether the pointer draws instead of pressing. */
  drawing: boolean;
  onWantsControl: () => void;
}

/** One tab of the customer: its picture, and over it everything that points, clicks and types. */
export function Screen({ room, tab, customer, mayControl, drawing, onWantsControl }: ScreenProps) {
  const { picture } = useRoom(room);
  const connected = useLinkState(room.link).kind === "open";
  const root = useRef<HTMLDivElement>(null);
  const [replay, setReplay] = useState<Replay>();
  const [commands, setCommands] = useState<Commands>();
  const [page, setPage] = useState<Size>();
  const [mode, setMode] = useState<Mode>("live");
  const [fidelity, setFidelity] = useState<Fidelity>();
  const [proposed, setProposed] = useState(0);
  const strokes = useMemo(() => new Strokes(), []);
  const pen = useMemo(() => new Pen(tab, strokes, (frame) => void room.send(frame)), [room, tab, strokes]);
  const [choked, setChoked] = useState(false);
  const [version, changed] = useReducer((count: number) => count + 1, 0);
  const { ref: area, width, height } = useElementSize();

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const resyncs = new Resyncs((node) => room.refresh(node));
    const view = new Replay(element, {
      size: setPage,
      changed,
      mode: setMode,
      fidelity: setFidelity,
      resync: (node) => resyncs.ask(node),
      choked: () => setChoked(true),
    });
    const hovering = new Hovering();
    const given = new Commands(
      (frame) => room.send(frame),
      (_order, words) => toastHint("Not done", words, "not-done"),
      (state) => {
        setProposed((count) => Math.max(0, count + (state === "waiting" ? 1 : -1)));
        if (state === "done") toastDone("The customer did what you proposed.");
        if (state === "declined") toastHint("Not done", "The customer did not do what you proposed.", "declined");
      },
    );
    const deaf = room.listen({
      events: (frame) => {
        if (frame.keyframe) setChoked(false);
        view.show(frame.events, frame.keyframe);
      },
      asset: (frame) => view.asset(frame),
      result: (frame) => given.settle(frame),
      pointer: ({ from, x, y }) => from === tab && hovering.over(view.document, { x, y }),
      draw: ({ from, participant, begins, points }) => participant === tab && strokes.draw(from, begins, points),
    });
    setReplay(view);
    setCommands(given);
    room.watch(tab);
    return () => {
      deaf();
      given.clear();
      view.clear();
      room.unwatch();
    };
  }, [room, tab, strokes]);

  const hidden = picture.kind === "paused" && picture.reason === "not_granted";
  const pause =
    picture.kind === "paused" ? PAUSED[picture.reason] : connected ? undefined : "Paused: you are reconnecting";
  const drawn = page && width > 0 && height > 0 ? fit(page, { width, height }) : undefined;
  return (
    <div className={classes.area} ref={area} data-paused={pause ? true : undefined} data-hidden={hidden || undefined}>
      <div
        className={classes.paper}
        style={drawn && { left: drawn.left, top: drawn.top, width: drawn.width, height: drawn.height }}
        data-ready={drawn ? true : undefined}
      >
        <div
          ref={root}
          className={classes.replay}
          style={page && drawn && { width: page.width, height: page.height, transform: `scale(${drawn.scale})` }}
        />
        {drawn && replay && commands && (
          <>
            <Hands
              room={room}
              tab={tab}
              replay={replay}
              commands={commands}
              scale={drawn.scale}
              mayControl={mayControl && connected && picture.kind === "live"}
              version={version}
              pen={drawing ? pen : undefined}
              onWantsControl={onWantsControl}
            />
            <Drawings strokes={strokes} scale={drawn.scale} />
            <Pointers room={room} tab={tab} scale={drawn.scale} customer={customer} />
          </>
        )}
      </div>
      <Health
        mode={mode}
        fidelity={fidelity}
        refused={replay?.refused}
        choked={choked}
        onRefresh={() => room.refresh()}
      />
      {picture.kind === "awaited" && connected && <Awaited room={room} />}
      {proposed > 0 && (
        <div className={classes.proposed} role="status" data-testid="proposed">
          <Badge size="lg" variant="filled" color="amber" leftSection={<IconHourglass size={14} />}>
            Proposed: {customer} decides
          </Badge>
        </div>
      )}
      {pause && (
        <div className={classes.paused} role="status" data-testid="paused">
          <Badge size="lg" variant="filled" color="amber" leftSection={<IconPlayerPause size={14} />}>
            {pause}
          </Badge>
        </div>
      )}
    </div>
  );
}

const PAUSED = {
  disconnected: "Paused: customer reconnecting",
  not_granted: "Paused: the customer stopped sharing",
  too_large: "Paused: this page is too large to show",
} as const;

/** Shown between asking for a picture and the first one. */
function Awaited({ room }: { room: Room }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 6_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack className={classes.awaited} align="center" gap="xs" role="status">
      <Loader type="dots" />
      <Text size="sm" c="dimmed">
        {long
          ? "The customer's tab sends no picture yet. It may be asleep in the background."
          : "Fetching the picture…"}
      </Text>
      {long && (
        <Button size="xs" variant="light" onClick={() => room.refresh()}>
          Ask for it again
        </Button>
      )}
    </Stack>
  );
}
