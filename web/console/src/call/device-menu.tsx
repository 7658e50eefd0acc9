import { ActionIcon, Popover, Select, Stack, Text, Tooltip } from "@mantine/core";
import { IconSettings } from "@tabler/icons-react";
import { useState } from "react";
import { useOpenCall } from "./calls-provider";
import { chosenDevice, type DeviceKind } from "./chosen-devices";
import { Level } from "./level";
import type { OpenCall } from "./open-call";
import { useDevices } from "./use-devices";

/** With what one speaks, shows and hears, with both levels. */
export function DeviceMenu({ call }: { call: OpenCall }) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={300} shadow="lg" trapFocus>
      <Popover.Target>
        <Tooltip label="Devices">
          <ActionIcon
            size={34}
            variant="default"
            onClick={() => setOpened(!opened)}
            aria-label="Devices"
            data-testid="call-devices"
          >
            <IconSettings size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <DeviceChoice call={call} />
      </Popover.Dropdown>
    </Popover>
  );
}

function DeviceChoice({ call }: { call: OpenCall }) {
  const { own } = useOpenCall(call);
  const { microphones, cameras, speakers } = useDevices(own.microphone + own.picture);
  return (
    <Stack gap="sm">
      <Choice call={call} kind="microphone" label="Microphone" devices={microphones} />
      <Level level={() => call.media.level()} label="How loud you are" />
      <Choice call={call} kind="speaker" label="Speaker" devices={speakers} />
      <Level level={() => call.loudness()} label={`How loud ${call.customer} is`} />
      <Choice call={call} kind="camera" label="Camera" devices={cameras} />
    </Stack>
  );
}

interface ChoiceProps {
  call: OpenCall;
  kind: DeviceKind;
  label: string;
  devices: readonly MediaDeviceInfo[];
}

function Choice({ call, kind, label, devices }: ChoiceProps) {
  const [chosen, setChosen] = useState(chosenDevice(kind));
  if (devices.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {label}: {kind === "speaker" ? "the browser’s own" : "none that the browser names"}
      </Text>
    );
  }
  const known = devices.some(({ deviceId }) => deviceId === chosen);
  return (
    <Select
      size="sm"
      label={label}
      value={known ? chosen : devices[0]?.deviceId}
      data={devices.map((device, index) => ({
        value: device.deviceId,
        label: device.label || `${label} ${index + 1}`,
      }))}
      onChange={(id) => {
        if (!id) return;
        setChosen(id);
        void call.use(kind, id).catch(() => undefined); // what is gone by now is not offered any more
      }}
      comboboxProps={{ withinPortal: false }}
      data-testid={`call-device-${kind}`}
    />
  );
}
