import { ActionIcon, Button, Group, Tooltip } from "@mantine/core";
import {
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconPlayerPause,
  IconPlayerPlay,
  IconScreenShare,
  IconScreenShareOff,
  IconVideo,
  IconVideoOff,
  type Icon,
} from "@tabler/icons-react";
import { toastHint } from "../ui/toasts";
import { useCalls, useOpenCall } from "./calls-provider";
import { DeviceMenu } from "./device-menu";
import type { OpenCall } from "./open-call";

/** What one does in a call that is under way. */
export function Controls({ call }: { call: OpenCall }) {
  const calls = useCalls();
  const { own } = useOpenCall(call);
  return (
    <Group gap={6} wrap="nowrap">
      <MuteButton call={call} />
      <Toggle
        on={own.held}
        icon={own.held ? IconPlayerPlay : IconPlayerPause}
        label={own.held ? "Go on with the call" : "Hold the call"}
        onClick={() => (own.held ? calls.speakIn(call) : call.hold(true))}
        testId="call-hold"
      />
      <PictureButton call={call} of="camera" />
      <PictureButton call={call} of="screen" />
      <DeviceMenu call={call} />
      <HangUp call={call} label="Hang up" />
    </Group>
  );
}

export function MuteButton({ call }: { call: OpenCall }) {
  const { muted } = useOpenCall(call).own;
  return (
    <Toggle
      on={muted}
      icon={muted ? IconMicrophoneOff : IconMicrophone}
      label={muted ? "Unmute (m)" : "Mute (m)"}
      onClick={() => call.mute(!muted)}
      testId="call-mute"
    />
  );
}

const PICTURES = {
  camera: { shows: IconVideo, stops: IconVideoOff, show: "Turn the camera on", stop: "Turn the camera off" },
  screen: {
    shows: IconScreenShare,
    stops: IconScreenShareOff,
    show: "Share your screen",
    stop: "Stop sharing the screen",
  },
};

function PictureButton({ call, of }: { call: OpenCall; of: keyof typeof PICTURES }) {
  const on = useOpenCall(call).own.picture === of;
  const { shows, stops, show, stop } = PICTURES[of];
  return (
    <Toggle
      on={on}
      icon={on ? stops : shows}
      label={on ? stop : show}
      onClick={() => void call.show(on ? "none" : of)}
      testId={`call-${of}`}
    />
  );
}

/** Away from the session nobody sees the own picture, and the customer still does. */
export function StopPicture({ call }: { call: OpenCall }) {
  const { picture } = useOpenCall(call).own;
  return picture === "none" ? null : <PictureButton call={call} of={picture} />;
}

/** Closes the microphone at once; what the server could not be told ends by itself. */
export function HangUp({ call, label }: { call: OpenCall; label: string }) {
  return (
    <Button
      size="xs"
      h={34}
      color="red"
      leftSection={<IconPhoneOff size={16} />}
      onClick={() =>
        void call
          .hangUp()
          .catch(() =>
            toastHint(
              "The server could not be told",
              "Your microphone is closed. For the customer the call ends within a minute.",
              "hang-up",
            ),
          )
      }
      data-testid="call-hang-up"
    >
      {label}
    </Button>
  );
}

interface ToggleProps {
  on: boolean;
  icon: Icon;
  label: string;
  onClick: () => void;
  testId: string;
}

function Toggle({ on, icon: Sign, label, onClick, testId }: ToggleProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={34}
        variant={on ? "filled" : "default"}
        color={on ? "amber" : "gray"}
        onClick={onClick}
        aria-label={label}
        aria-pressed={on}
        data-testid={testId}
      >
        <Sign size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
