import { Badge, Text, Tooltip } from "@mantine/core";
import type { ChatMessage } from "@remote-support/protocol";
import { IconCheck, IconChecks, IconNote, IconShieldLock } from "@tabler/icons-react";
import { dayAndTime, timeOfDay } from "../ui/time";
import { AttachmentView } from "./attachment-view";
import { Linked } from "./linked";
import type { Progress } from "./timeline";
import classes from "./chat.module.css";

interface BubbleProps {
  message: ChatMessage;
  mine: boolean;
  /** Of the same sender as the one before, shortly after it. */
  follows: boolean;
  /** Missing where it is not known, as in what is over. */
  progress: Progress | undefined;
}

export function Bubble({ message, mine, follows, progress }: BubbleProps) {
  const side = message.sender.seat === "technician" ? "ours" : "theirs";
  return (
    <div
      className={classes.line}
      data-side={side}
      data-internal={message.internal || undefined}
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
      <div
        className={classes.bubble}
        title={dayAndTime(message.at)}
        data-emoji={(!message.attachment && isEmojiOnly(message.text)) || undefined}
      >
        {message.internal && <NoteMark />}
        {message.attachment ? (
          <AttachmentView sessionId={message.conversationId} attachment={message.attachment} text={message.text} />
        ) : (
          <Linked text={message.text} />
        )}
        <span className={classes.marks}>
          {message.masked && <MaskedMark />}
          {progress && side === "ours" && !message.internal && <Tick sequence={message.sequence} progress={progress} />}
        </span>
      </div>
    </div>
  );
}

function NoteMark() {
  return (
    <Badge size="xs" color="amber" leftSection={<IconNote size={11} />} className={classes.noteMark}>
      Note, staff only
    </Badge>
  );
}

function MaskedMark() {
  const words = "Something secret in this message was made unreadable before it was stored";
  return (
    <Tooltip label={words}>
      <IconShieldLock size={14} role="img" aria-label={words} data-testid="chat-masked" />
    </Tooltip>
  );
}

function Tick({ sequence, progress }: { sequence: number; progress: Progress }) {
  const state = progress.read >= sequence ? "Read" : progress.delivered >= sequence ? "Delivered" : "Sent";
  const Icon = state === "Sent" ? IconCheck : IconChecks;
  return (
    <Tooltip label={state}>
      <Icon
        size={14}
        role="img"
        aria-label={state}
        data-state={state}
        data-testid="chat-tick"
        className={classes.tick}
      />
    </Tooltip>
  );
}

/** Up to three emoji alone are shown large; what looks like one may be many code points. */
export function isEmojiOnly(text: string): boolean {
  const parts = [...new Intl.Segmenter().segment(text.trim())].map(({ segment }) => segment);
  return (
    parts.length > 0 &&
    parts.length <= 3 &&
    parts.every((part) => /\p{Emoji_Presentation}|\p{Extended_Pictographic}/u.test(part))
  );
}
