import { ActionIcon, Tooltip } from "@mantine/core";
import { IconMaximize, IconMinimize } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useOpenCall } from "./calls-provider";
import type { OpenCall } from "./open-call";
import classes from "./call.module.css";

/** The customer's picture, and the own one in its corner; over the page that they show. */
export function Pictures({ call }: { call: OpenCall }) {
  const { own, line } = useOpenCall(call);
  const [large, setLarge] = useState(false);
  const theirs = line.other.picture !== "none" && !line.other.held ? line.stream : undefined;
  const mine = own.picture !== "none";
  if (!theirs && !mine) return null;
  return (
    <div
      className={classes.pictures}
      data-large={large || undefined}
      data-own={!theirs || undefined}
      data-testid="call-pictures"
    >
      {theirs && (
        <Film
          stream={theirs}
          label={line.other.picture === "screen" ? `${call.customer}'s screen` : `${call.customer}'s camera`}
          testId="call-remote-picture"
        />
      )}
      {mine && (
        <div className={theirs ? classes.corner : classes.alone}>
          <Film
            stream={call.media.preview}
            label={own.picture === "screen" ? "Your screen" : "Your camera"}
            testId="call-own-picture"
            mirrored={own.picture === "camera"}
          />
        </div>
      )}
      <Tooltip label={large ? "Smaller" : "Larger"}>
        <ActionIcon
          className={classes.size}
          variant="filled"
          onClick={() => setLarge(!large)}
          aria-label={large ? "Smaller picture" : "Larger picture"}
        >
          {large ? <IconMinimize size={16} /> : <IconMaximize size={16} />}
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

interface FilmProps {
  stream: MediaStream;
  label: string;
  testId: string;
  mirrored?: boolean;
}

/** Only the picture: the sound of a call is played above the pages. */
function Film({ stream, label, testId, mirrored }: FilmProps) {
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
    <video
      ref={video}
      autoPlay
      playsInline
      muted
      aria-label={label}
      data-testid={testId}
      data-mirrored={mirrored || undefined}
    />
  );
}
