import { Badge, Box, Group, Skeleton, Stack, Text, Tooltip } from "@mantine/core";
import type { ChatMessage } from "@remote-support/protocol";
import { IconLock, IconPaperclip, IconShieldLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client";
import { asProblem } from "../api/problem";
import { ProblemNote } from "../ui/page";
import { dayAndTime, timeOfDay } from "../ui/time";
import { Linked } from "./linked";
import classes from "./preview.module.css";

/** What somebody who waits wrote last: read again and again, as they go on writing. */
function usePreview(sessionId: string) {
  return useQuery({
    queryKey: ["chat", sessionId, "preview"],
    queryFn: ({ signal }) => api.get<{ items: ChatMessage[] }>(`/api/support/chat/${sessionId}/preview`, { signal }),
    refetchInterval: ({ state }) => (state.error ? false : 5_000),
  });
}

/** The end of a conversation that waits, for whoever may pick it up. */
export function Preview({ sessionId, customer }: { sessionId: string; customer: string }) {
  const preview = usePreview(sessionId);
  if (preview.isError) {
    return asProblem(preview.error).code === "not-a-participant" ? (
      <Group gap={8} wrap="nowrap" c="dimmed" data-testid="preview-refused">
        <IconLock size={16} className={classes.icon} />
        <Text size="sm">It waits for a team or a skill that you do not have, or somebody has picked it up.</Text>
      </Group>
    ) : (
      <ProblemNote error={preview.error} onRetry={() => void preview.refetch()} />
    );
  }
  if (preview.isPending) {
    return (
      <Stack gap={8} aria-busy="true" aria-label="Loading">
        <Skeleton height={14} width="70%" />
        <Skeleton height={14} width="45%" />
      </Stack>
    );
  }
  if (preview.data.items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {customer} has not written anything yet.
      </Text>
    );
  }
  return (
    <ol className={classes.lines} aria-label={`What ${customer} wrote last`} data-testid="preview">
      {preview.data.items.map((message) => (
        <Line key={message.id} message={message} />
      ))}
    </ol>
  );
}

/** Files are named and not opened here: they are for who takes the session. */
function Line({ message }: { message: ChatMessage }) {
  return (
    <li className={classes.line} data-testid="preview-line">
      <time dateTime={message.at} title={dayAndTime(message.at)} className="numbers">
        {timeOfDay(message.at)}
      </time>
      <Box miw={0}>
        <Text component="span" size="sm" fw={650} className={classes.sender}>
          {message.sender.name}
        </Text>
        {message.internal && (
          <Badge size="xs" color="amber" mr={6}>
            Note, staff only
          </Badge>
        )}
        <Text component="span" size="sm" className={classes.text}>
          {message.attachment && <IconPaperclip size={14} role="img" aria-label="File" className={classes.icon} />}
          {message.attachment ? message.attachment.name : <Linked text={message.text} />}
        </Text>
        {message.masked && <MaskedMark />}
      </Box>
    </li>
  );
}

function MaskedMark() {
  const words = "Something secret in this message was made unreadable before it was stored";
  return (
    <Tooltip label={words}>
      <IconShieldLock size={14} role="img" aria-label={words} className={classes.masked} />
    </Tooltip>
  );
}
