import { ActionIcon, Box, Button, Group, Loader, Skeleton, Stack, Text, Textarea, Tooltip } from "@mantine/core";
import type { ChatMessage } from "@remote-support/protocol";
import { LIMITS } from "@remote-support/protocol";
import { IconAlertCircle, IconArrowDown, IconMessages, IconSend2 } from "@tabler/icons-react";
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { useShortcut } from "../app/shortcuts";
import { dayAndTime, dayName, timeOfDay, useNow } from "../ui/time";
import type { Author } from "./conversation";
import type { Pending, Timeline } from "./timeline";
import classes from "./chat.module.css";

interface ChatPanelProps {
  timeline: Timeline;
  me: Author;
  /** Missing where nothing can be written, with the reason in `closedBecause`. */
  onSend?: (text: string) => void;
  onRetry?: (clientMessageId: string) => void;
  onDiscard?: (clientMessageId: string) => void;
  closedBecause?: string;
}

export function ChatPanel({ timeline, me, onSend, onRetry, onDiscard, closedBecause }: ChatPanelProps) {
  return (
    <section className={classes.panel} aria-label="Chat">
      <Messages timeline={timeline} me={me} onRetry={onRetry} onDiscard={onDiscard} />
      {onSend ? (
        <Composer onSend={onSend} />
      ) : (
        <Text size="sm" c="dimmed" ta="center" className={classes.closed}>
          {closedBecause}
        </Text>
      )}
    </section>
  );
}

function Messages({
  timeline,
  me,
  onRetry,
  onDiscard,
}: Pick<ChatPanelProps, "timeline" | "me" | "onRetry" | "onDiscard">) {
  const now = useNow();
  const { box, unseen, onScroll, toEnd } = useStickToEnd(timeline);
  const empty = timeline.loaded && timeline.messages.length === 0 && timeline.pending.length === 0;
  return (
    <div className={classes.frame}>
      <div
        className={classes.messages}
        ref={box}
        onScroll={onScroll}
        role="log"
        aria-live="polite"
        tabIndex={0}
        aria-label="Messages"
      >
        {!timeline.loaded && <LoadingMessages />}
        {empty && (
          <Stack align="center" gap={6} m="auto" c="dimmed" ta="center" maw={260}>
            <IconMessages size={30} stroke={1.4} />
            <Text size="sm">No message yet. Say hello: the customer sees it at once in the corner of their page.</Text>
          </Stack>
        )}
        {timeline.messages.map((message, index) => {
          const previous = timeline.messages[index - 1];
          const day = dayName(message.at, now);
          return (
            <div key={message.id}>
              {(!previous || dayName(previous.at, now) !== day) && <div className={classes.day}>{day}</div>}
              <Bubble message={message} mine={message.sender.id === me.id} follows={follows(previous, message)} />
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

function LoadingMessages() {
  return (
    <Stack gap="sm" aria-hidden="true">
      <Skeleton height={38} width="60%" radius="lg" />
      <Skeleton height={38} width="45%" radius="lg" ml="auto" />
      <Skeleton height={56} width="70%" radius="lg" />
    </Stack>
  );
}

/** Messages of one sender within two minutes hang together. */
function follows(previous: ChatMessage | undefined, message: ChatMessage): boolean {
  return (
    previous?.sender.id === message.sender.id &&
    previous.sender.seat === message.sender.seat &&
    Date.parse(message.at) - Date.parse(previous.at) < 120_000
  );
}

function Bubble({ message, mine, follows }: { message: ChatMessage; mine: boolean; follows: boolean }) {
  const side = message.sender.seat === "technician" ? "ours" : "theirs";
  return (
    <div
      className={classes.line}
      data-side={side}
      data-follows={follows || undefined}
      data-testid="chat-message"
      data-sequence={message.sequence}
    >
      {!follows && (
        <Text size="xs" c="dimmed" className={classes.sender}>
          {mine ? "You" : message.sender.name}
          <time dateTime={message.at} title={dayAndTime(message.at)}>
            {timeOfDay(message.at)}
          </time>
        </Text>
      )}
      <div className={classes.bubble} title={dayAndTime(message.at)}>
        {message.text}
      </div>
    </div>
  );
}

function PendingBubble({ own, onRetry, onDiscard }: { own: Pending; onRetry: () => void; onDiscard: () => void }) {
  return (
    <div className={classes.line} data-side="ours" data-pending={!own.failure || undefined} data-testid="chat-pending">
      <div className={classes.bubble} data-failed={own.failure ? true : undefined}>
        {own.text}
      </div>
      {own.failure ? (
        <Group gap={6} mt={2} justify="flex-end">
          <Text size="xs" c="red">
            <IconAlertCircle size={12} className={classes.inline} /> Not sent: {own.failure}
          </Text>
          <Button size="compact-xs" variant="light" onClick={onRetry} data-testid="chat-retry">
            Send again
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onDiscard}>
            Remove
          </Button>
        </Group>
      ) : (
        <Text size="xs" c="dimmed" className={classes.sender}>
          <Loader size={10} type="dots" /> Sending
        </Text>
      )}
    </div>
  );
}

function Composer({ onSend }: { onSend: (text: string) => void }) {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useShortcut("c", () => field.current?.focus());
  const send = () => {
    const message = text.trim();
    if (!message) return;
    onSend(message);
    setText("");
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const left = LIMITS.MESSAGE_TEXT - text.length;
  return (
    <Box className={classes.composer}>
      <Textarea
        ref={field}
        className={classes.input}
        aria-label="Message"
        placeholder="Write a message"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={LIMITS.MESSAGE_TEXT}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        description={left < 200 ? `${left} characters left` : undefined}
        inputWrapperOrder={["input", "description"]}
        data-testid="chat-input"
      />
      <Tooltip label="Send (Enter)">
        <ActionIcon
          size={36}
          variant="filled"
          color="petrol"
          onClick={send}
          disabled={!text.trim()}
          aria-label="Send"
          data-testid="chat-send"
        >
          <IconSend2 size={18} />
        </ActionIcon>
      </Tooltip>
    </Box>
  );
}

/** Keeps the end in view while the reader is there, and counts what came while they were not. */
function useStickToEnd(timeline: Timeline) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [seen, setSeen] = useState(0);
  const count = timeline.messages.length;

  const toEnd = () => {
    const element = box.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    atEnd.current = true;
    setSeen(count);
  };

  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
  }, [count, timeline.pending.length]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 48;
    if (atEnd.current) setSeen(count);
  };
  return { box, unseen: Math.max(0, count - seen), onScroll, toEnd };
}
