import { ActionIcon, Avatar, Group, Indicator, ScrollArea, Text, Tooltip } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useShortcut } from "../app/shortcuts";
import { formatDuration, secondsBetween, useNow } from "../ui/time";
import { toastHint } from "../ui/toasts";
import { lastWords, longestUnanswered, neighbour, type MyChat } from "./summary";
import { useMyChats } from "./use-my-chats";
import classes from "./inbox.module.css";

/** The own chats beside the session that is open: a glance, a key, and the next one is there. */
export function MyChats({ current }: { current: string }) {
  const { chats } = useMyChats();
  const [wide, setWide] = useLocalStorage({
    key: "remote-support.my-chats",
    defaultValue: window.innerWidth >= 1440,
    getInitialValueInEffect: false,
  });
  useChatKeys(chats, current);
  if (chats.length === 0) return null;
  const longest = longestUnanswered(chats);
  return (
    <nav className={classes.panel} aria-label="My chats" data-wide={wide || undefined} data-testid="my-chats">
      <Group className={classes.head} justify="space-between" wrap="nowrap">
        {wide && (
          <Text size="sm" fw={650}>
            My chats
          </Text>
        )}
        <Tooltip label={wide ? "Show less" : "Show more"}>
          <ActionIcon onClick={() => setWide(!wide)} aria-label={wide ? "Narrow the list" : "Widen the list"}>
            {wide ? <IconLayoutSidebarLeftCollapse size={18} /> : <IconLayoutSidebarLeftExpand size={18} />}
          </ActionIcon>
        </Tooltip>
      </Group>
      <ScrollArea flex={1} type="auto" scrollbarSize={6}>
        <ul className={classes.list}>
          {chats.map((chat, index) => (
            <ChatItem
              key={chat.session.id}
              chat={chat}
              place={index + 1}
              wide={wide}
              here={chat.session.id === current}
              longest={chat === longest}
            />
          ))}
        </ul>
      </ScrollArea>
    </nav>
  );
}

interface ChatItemProps {
  chat: MyChat;
  /** By which key it is reached. */
  place: number;
  wide: boolean;
  here: boolean;
  /** Its customer waits longest of all. */
  longest: boolean;
}

function ChatItem({ chat, place, wide, here, longest }: ChatItemProps) {
  const { session, unread } = chat;
  const name = session.customerName ?? "Visitor";
  const words = `${name}${unread > 0 ? `, ${unread} unread` : ""}`;
  return (
    <li>
      <Tooltip label={`${name} (${place})`} position="right" disabled={wide}>
        <Link
          to="/sessions/$id"
          params={{ id: session.id }}
          className={classes.item}
          aria-label={words}
          aria-current={here ? "page" : undefined}
          data-longest={longest || undefined}
          data-testid="my-chat"
        >
          <Indicator
            label={unread > 19 ? "20+" : unread}
            size={17}
            disabled={unread === 0 || here}
            color="red"
            offset={4}
          >
            <Avatar name={name} size={36} />
          </Indicator>
          {wide && (
            <div className={classes.words}>
              <Group justify="space-between" wrap="nowrap" gap={6}>
                <Text size="sm" fw={unread > 0 && !here ? 700 : 550} truncate>
                  {name}
                </Text>
                <Waits chat={chat} longest={longest} />
              </Group>
              <Text size="xs" c="dimmed" truncate fw={unread > 0 && !here ? 600 : undefined}>
                {lastWords(chat)}
              </Text>
            </div>
          )}
        </Link>
      </Tooltip>
    </li>
  );
}

function Waits({ chat, longest }: { chat: MyChat; longest: boolean }) {
  const now = useNow();
  if (!chat.waitingSince) return null;
  const waits = formatDuration(secondsBetween(chat.waitingSince, now));
  return (
    <Text
      size="xs"
      fw={600}
      className={classes.waits}
      data-longest={longest || undefined}
      title={longest ? "Waits longest for an answer" : "Waits for an answer"}
    >
      {waits}
    </Text>
  );
}

function useChatKeys(chats: readonly MyChat[], current: string): void {
  const navigate = useNavigate();
  const go = (chat: MyChat | undefined) => {
    if (chat && chat.session.id !== current) void navigate({ to: "/sessions/$id", params: { id: chat.session.id } });
  };
  useShortcut("j", () => go(neighbour(chats, current, 1)));
  useShortcut("k", () => go(neighbour(chats, current, -1)));
  useShortcut("u", () => {
    const longest = longestUnanswered(chats);
    if (longest) go(longest);
    else toastHint("Everybody has an answer", "No customer of yours waits for one.", "all-answered");
  });
  useEffect(() => {
    // With Alt also while writing: that is where one is when the next customer calls.
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || document.querySelector("[role=dialog]")) return;
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      if (!event.altKey) return;
      if (event.key === "ArrowDown") go(neighbour(chats, current, 1));
      else if (event.key === "ArrowUp") go(neighbour(chats, current, -1));
      else if (digit) go(chats[Number(digit) - 1]);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });
}
