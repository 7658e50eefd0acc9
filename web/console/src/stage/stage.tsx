import { ActionIcon, Box, Button, Group, Loader, Menu, Text, Tooltip, UnstyledButton } from "@mantine/core";
import type { Capability, Participant } from "@remote-support/protocol";
import {
  IconCamera,
  IconCameraOff,
  IconChevronDown,
  IconEyeOff,
  IconFocus2,
  IconScribble,
  IconLock,
  IconRefresh,
  IconBrowser,
  IconWorldOff,
} from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useShortcut } from "../app/shortcuts";
import { Empty } from "../ui/page";
import { toastHint } from "../ui/toasts";
import { useNow } from "../ui/time";
import { AskButton, GrantBadge } from "./grants";
import { HandOver, Holder } from "./holder";
import { Live } from "./live";
import type { LiveKind } from "./live-picture";
import type { Room } from "./room";
import { grantOf } from "./room-state";
import { Screen } from "./screen";
import { useRoom, useStageTab } from "./use-room";
import classes from "./stage.module.css";

/** The customer's page, live, and what the technician may do with it. */
export function Stage({ room, customer }: { room: Room; customer: string }) {
  const state = useRoom(room);
  const now = useNow();
  const { tabs, tab, following, pick, follow } = useStageTab(state);
  const view = grantOf(state, "view", now);
  const control = grantOf(state, "control", now);
  const [drawing, setDrawing] = useState(false);
  const mine = !!control && (!state.holder || state.holder === state.me);
  const live = grantOf(state, "camera", now) ?? grantOf(state, "screen", now);
  const shown = tabs.find((one) => one.id === tab);

  useEffect(
    () =>
      room.listen({
        // Others come with the end of a connection or with a tab that is not back yet: both are shown anyway.
        problem: (frame) => {
          if (frame.about?.startsWith("grant.") || frame.about === "control.take")
            toastHint(frame.title, frame.detail, frame.code);
        },
      }),
    [room],
  );

  useShortcut("v", () => {
    const [capability = "view"] = shown?.can ?? [];
    if (!view && !live && state.asked[capability]?.state !== "asking") room.ask(capability);
  });

  return (
    <section className={classes.stage} aria-label="The customer's page">
      <Group className={classes.bar} gap="xs" wrap="nowrap">
        <TabPicker tabs={tabs} shown={shown} onPick={pick} />
        {!following && (
          <Tooltip label="Go along when the customer turns to another tab">
            <Button size="compact-sm" variant="light" leftSection={<IconFocus2 size={14} />} onClick={follow}>
              Follow
            </Button>
          </Tooltip>
        )}
        <Address page={shown?.page?.url} />
        {view && (
          <Tooltip label="Fetch the whole picture again">
            <ActionIcon onClick={() => room.refresh()} aria-label="Fetch the whole picture again">
              <IconRefresh size={17} />
            </ActionIcon>
          </Tooltip>
        )}
        {view && (
          <Tooltip label={drawing ? "Stop drawing" : "Draw on the page: it fades by itself"}>
            <ActionIcon
              variant={drawing ? "filled" : "subtle"}
              onClick={() => setDrawing(!drawing)}
              aria-label="Draw on the page"
              aria-pressed={drawing}
              data-testid="draw"
            >
              <IconScribble size={17} />
            </ActionIcon>
          </Tooltip>
        )}
        <Group gap={6} wrap="nowrap" className={classes.grants}>
          {control && <Holder room={room} state={state} />}
          {live && <GrantBadge room={room} grant={live} />}
          {view && <GrantBadge room={room} grant={view} />}
          {mine && control && <GrantBadge room={room} grant={control} />}
          {view && !control && <AskButton room={room} capability="control" state={state} />}
        </Group>
      </Group>
      <HandOver room={room} state={state} />
      <Box className={classes.screen} tabIndex={-1} data-own-keys data-testid="stage">
        {live ? (
          <Live key={live.capability} room={room} picture={live.capability as LiveKind} customer={customer} />
        ) : view && tab ? (
          <Screen
            key={tab}
            room={room}
            tab={tab}
            customer={customer}
            mayControl={mine}
            drawing={drawing}
            onWantsControl={() =>
              control
                ? toastHint("You are only watching", "Press “Ask to take over” to click and type.", "only-viewing")
                : toastHint(
                    "You are only viewing",
                    "Press “Ask to control” to click and type on the page.",
                    "only-viewing",
                  )
            }
          />
        ) : (
          <NoPicture room={room} tabs={tabs} shown={shown} viewing={!!view} customer={customer} />
        )}
      </Box>
    </section>
  );
}

interface NoPictureProps {
  room: Room;
  tabs: Participant[];
  shown?: Participant;
  viewing: boolean;
  customer: string;
}

function NoPicture({ room, tabs, shown, viewing, customer }: NoPictureProps) {
  const state = useRoom(room);
  if (!state.me) return <Loader m="auto" type="dots" aria-label="Connecting" />;
  if (tabs.length === 0) {
    return (
      <Box m="auto" className={classes.note}>
        <Empty icon={<IconWorldOff size={28} />} title={`${customer} has no page open`}>
          As soon as they are back on the website, you can see their page here. The chat reaches them then, too.
        </Empty>
      </Box>
    );
  }
  if (viewing) return <Loader m="auto" type="dots" aria-label="Waiting for the picture" />;
  if (shown?.can) return <NoLivePicture room={room} can={shown.can} customer={customer} />;
  const asked = state.asked.view;
  return (
    <Box m="auto" className={classes.note}>
      <Empty
        icon={asked?.state === "revoked" ? <IconEyeOff size={28} /> : <IconLock size={28} />}
        title={asked?.state === "revoked" ? `${customer} stopped sharing` : "See what they see"}
        action={<AskButton room={room} capability="view" state={state} large />}
      >
        {customer} is asked on their page and decides. Passwords and everything marked private stay hidden, and they can
        stop at any time.
      </Empty>
    </Box>
  );
}

/** On the connect page there is nothing of a site to see: the camera is asked for, or the screen where the browser can. */
function NoLivePicture({ room, can, customer }: { room: Room; can: readonly Capability[]; customer: string }) {
  const state = useRoom(room);
  const kinds = (["camera", "screen"] as const).filter((one) => can.includes(one));
  if (kinds.length === 0) {
    return (
      <Box m="auto" className={classes.note}>
        <Empty icon={<IconCameraOff size={28} />} title={`${customer}'s browser shows no camera`}>
          Ask them to open the page in a newer browser, by an address that begins with https.
        </Empty>
      </Box>
    );
  }
  const stopped = kinds.some((one) => state.asked[one]?.state === "revoked");
  return (
    <Box m="auto" className={classes.note}>
      <Empty
        icon={stopped ? <IconEyeOff size={28} /> : <IconCamera size={28} />}
        title={stopped ? `${customer} stopped showing it` : "See what they see"}
        action={
          <Group justify="center" gap="xs">
            {kinds.map((one) => (
              <AskButton key={one} room={room} capability={one} state={state} large />
            ))}
          </Group>
        }
      >
        {customer} came with a code. They are asked on their page and decide; only a picture is shown, without sound,
        and they can stop at any time.
      </Empty>
    </Box>
  );
}

function TabPicker({
  tabs,
  shown,
  onPick,
}: {
  tabs: Participant[];
  shown?: Participant;
  onPick: (id: string) => void;
}) {
  return (
    <Menu position="bottom-start" width={340} shadow="lg" disabled={tabs.length === 0}>
      <Menu.Target>
        <UnstyledButton className={classes.picker} data-testid="tab-picker" aria-label="The customer's tabs">
          <IconBrowser size={16} stroke={1.6} />
          <span className={classes.pickerTitle}>{shown ? titleOf(shown) : "No tab"}</span>
          {tabs.length > 1 && <span className={classes.pickerCount}>{tabs.length}</span>}
          <IconChevronDown size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>The customer&apos;s tabs</Menu.Label>
        {tabs.map((tab) => (
          <Menu.Item
            key={tab.id}
            onClick={() => onPick(tab.id)}
            data-testid="tab-option"
            data-active={tab.id === shown?.id || undefined}
            rightSection={
              <Text size="xs" c={tab.page?.visible ? "petrol" : "dimmed"} fw={600}>
                {tab.page?.visible ? "in front" : "hidden"}
              </Text>
            }
          >
            <Text size="sm" fw={tab.id === shown?.id ? 650 : 500} truncate>
              {titleOf(tab)}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {tab.page?.url}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function titleOf(tab: Participant): string {
  return tab.page?.title || tab.page?.url || "A page";
}

function Address({ page }: { page: string | undefined }) {
  return (
    <Text className={classes.address} size="sm" c="dimmed" title={page}>
      {page?.replace(/^https?:\/\//, "")}
    </Text>
  );
}
