import { Badge, Box, Loader, Stack, Text } from "@mantine/core";
import { IconCameraOff, IconPlayerPause } from "@tabler/icons-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Empty } from "../ui/page";
import { LivePicture, type LiveKind, type LiveState } from "./live-picture";
import type { Room } from "./room";
import classes from "./stage.module.css";

interface LiveProps {
  room: Room;
  picture: LiveKind;
  customer: string;
}

/** What the customer's camera or screen shows, in place of their page. */
export function Live({ room, picture, customer }: LiveProps) {
  const [live, setLive] = useState<LivePicture>();
  useEffect(() => {
    const made = new LivePicture(room, picture);
    setLive(made);
    return () => made.close();
  }, [room, picture]);
  return live ? <Shown live={live} customer={customer} /> : null;
}

function Shown({ live, customer }: { live: LivePicture; customer: string }) {
  const state = useSyncExternalStore(live.subscribe, live.state);
  if (state.kind === "live" || state.kind === "interrupted") {
    return <Film stream={state.stream} customer={customer} picture={live.picture} paused={state.kind !== "live"} />;
  }
  if (state.kind === "failed") {
    const words = whyNot(live.picture, state.reason, customer);
    return (
      <Box m="auto" className={classes.note} data-testid="live-failed" role="status">
        <Empty icon={<IconCameraOff size={28} />} title={words.title}>
          {words.help}
        </Empty>
      </Box>
    );
  }
  return (
    <Stack m="auto" align="center" gap="xs" role="status" data-testid="live-awaited">
      <Loader type="dots" />
      <Text size="sm" c="dimmed" ta="center" maw={420}>
        {waiting(state, live.picture, customer)}
      </Text>
    </Stack>
  );
}

interface FilmProps {
  stream: MediaStream;
  customer: string;
  picture: LiveKind;
  paused: boolean;
}

function Film({ stream, customer, picture, paused }: FilmProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    // Muted, so no browser objects; one that is left before it began is no problem either.
    element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [stream]);
  return (
    <div className={classes.area} data-paused={paused || undefined}>
      <video
        ref={video}
        className={classes.film}
        autoPlay
        playsInline
        muted
        aria-label={picture === "camera" ? `${customer}'s camera` : `${customer}'s screen`}
        data-testid="live-video"
      />
      {paused && (
        <div className={classes.paused} role="status" data-testid="paused">
          <Badge size="lg" variant="filled" color="amber" leftSection={<IconPlayerPause size={14} />}>
            Paused: finding another way
          </Badge>
        </div>
      )}
    </div>
  );
}

function waiting(state: LiveState, picture: LiveKind, customer: string): string {
  if (state.kind === "asking") {
    return picture === "camera"
      ? `${customer}'s browser asks whether it may use the camera. They have to choose “Allow”.`
      : `${customer}'s browser asks what to show. They choose a window or the whole screen.`;
  }
  if (state.kind === "left") return `${customer} left or reloaded the page. The picture is back when they are.`;
  return "Fetching the picture…";
}

const TRY_AGAIN = "Then they press “Try again” on their page.";

function whyNot(picture: LiveKind, reason: string, customer: string): { title: string; help: string } {
  switch (reason) {
    case "denied":
      return picture === "camera"
        ? {
            title: "Their browser does not allow the camera",
            help: `Ask ${customer} to tap the sign beside the address of the page and to allow the camera. ${TRY_AGAIN}`,
          }
        : { title: "Nothing was chosen to show", help: `Ask ${customer} to press “Try again” and to choose a window.` };
    case "no-camera":
      return {
        title: "There is no camera",
        help: `Ask ${customer} to connect one, or to open the page on a phone. ${TRY_AGAIN}`,
      };
    case "in-use":
      return {
        title: "Something else uses their camera",
        help: `Ask ${customer} to close other calls and camera apps. ${TRY_AGAIN}`,
      };
    case "unplugged":
      return {
        title: "Their camera has gone",
        help: `It was unplugged or switched off. Ask ${customer} to connect it. ${TRY_AGAIN}`,
      };
    case "not-possible":
      return {
        title: "Their browser cannot show it",
        help: `Ask ${customer} to open the page in a newer Chrome, Edge, Firefox or Safari.`,
      };
    default:
      return { title: "That did not work at their side", help: `Ask ${customer} to press “Try again” on their page.` };
  }
}
