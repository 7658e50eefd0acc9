import { Button, Skeleton, Stack, Text } from "@mantine/core";
import type { ChatMessage } from "@remote-support/protocol";
import { IconArrowDown, IconMessages } from "@tabler/icons-react";
import { dayName, useNow } from "../ui/time";
import { Bubble } from "./bubble";
import type { Author } from "./conversation";
import { PendingBubble } from "./pending-bubble";
import type { Timeline } from "./timeline";
import { useStickToEnd } from "./use-stick-to-end";
import classes from "./chat.module.css";

interface MessagesProps {
  timeline: Timeline;
  me: Author;
  stored?: boolean;
  onRetry?: (clientMessageId: string) => void;
  onDiscard?: (clientMessageId: string) => void;
  onRead?: (sequence: number) => void;
}

export function Messages({ timeline, me, stored, onRetry, onDiscard, onRead }: MessagesProps) {
  const now = useNow();
  const { box, unseen, onScroll, toEnd } = useStickToEnd(timeline, onRead);
  const empty = timeline.loaded && timeline.messages.length === 0 && timeline.pending.length === 0;
  return (
    <div className={classes.frame}>
      <div
        className={classes.scroll}
        ref={box}
        onScroll={onScroll}
        role="log"
        aria-live="off"
        tabIndex={0}
        aria-label="Messages"
      >
        <div className={classes.messages}>
          {!timeline.loaded && <LoadingMessages />}
          {empty && <NoMessages stored={stored} />}
          {timeline.messages.map((message, index) => {
            const previous = timeline.messages[index - 1];
            const day = dayName(message.at, now);
            return (
              <div key={message.id}>
                {(!previous || dayName(previous.at, now) !== day) && <div className={classes.day}>{day}</div>}
                <Bubble
                  message={message}
                  mine={message.sender.id === me.id}
                  follows={follows(previous, message)}
                  progress={stored ? undefined : timeline.progress}
                />
              </div>
            );
          })}
          {timeline.pending.map((own) => (
            <PendingBubble
              key={own.clientMessageId}
              own={own}
              onRetry={() => onRetry?.(own.clientMessageId)}
              onDiscard={() => onDiscard?.(own.clientMessageId)}
            />
          ))}
        </div>
      </div>
      {unseen > 0 && (
        <Button
          className={classes.pill}
          size="compact-sm"
          radius="xl"
          leftSection={<IconArrowDown size={14} />}
          onClick={toEnd}
        >
          {unseen === 1 ? "1 new message" : `${unseen} new messages`}
        </Button>
      )}
    </div>
  );
}

function NoMessages({ stored }: Pick<MessagesProps, "stored">) {
  return (
    <Stack align="center" gap={6} m="auto" c="dimmed" ta="center" maw={260}>
      <IconMessages size={30} stroke={1.4} />
      <Text size="sm">
        {stored
          ? "Nothing is written here."
          : "No message yet. Say hello: the customer sees it at once in the corner of their page."}
      </Text>
    </Stack>
  );
}

function LoadingMessages() {
  return (
    <Stack gap="sm" aria-hidden="true">
      <Skeleton height={38} width="60%" radius="lg" />
      <Skeleton height={38} width="45%" radius="lg" ml="auto" />
      <Skeleton height={56} width="70%" radius="lg" />
    </Stack>
  );
}

/** Messages of one sender within two minutes hang together; a note never hangs on a message. */
function follows(previous: ChatMessage | undefined, message: ChatMessage): boolean {
  return (
    previous?.sender.id === message.sender.id &&
    previous.sender.seat === message.sender.seat &&
    !!previous.internal === !!message.internal &&
    Date.parse(message.at) - Date.parse(previous.at) < 120_000
  );
}
