import { Button, Group, Loader, Progress, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { formatBytes } from "../ui/bytes";
import type { Pending } from "./timeline";
import classes from "./chat.module.css";

interface PendingBubbleProps {
  own: Pending;
  onRetry: () => void;
  onDiscard: () => void;
}

export function PendingBubble({ own, onRetry, onDiscard }: PendingBubbleProps) {
  return (
    <div
      className={classes.line}
      data-side="ours"
      data-internal={own.internal || undefined}
      data-pending={!own.failure || undefined}
      data-testid="chat-pending"
    >
      <div className={classes.bubble} data-failed={own.failure ? true : undefined}>
        {own.text}
        {own.upload && !own.failure && <Uploading share={own.upload.progress} size={own.upload.file.size} />}
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
        <Group gap={6}>
          <Text size="xs" c="dimmed" className={classes.sender}>
            <Loader size={10} type="dots" /> Sending
          </Text>
          {own.upload && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={onDiscard}>
              Stop
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

function Uploading({ share, size }: { share: number; size: number }) {
  const percent = Math.round(share * 100);
  return (
    <>
      <Progress value={percent} size={5} color="petrol.3" mt={6} miw={160} aria-label={`Uploaded ${percent} %`} />
      <Text size="xs" mt={3} className="numbers">
        {percent} % of {formatBytes(size)}
      </Text>
    </>
  );
}
