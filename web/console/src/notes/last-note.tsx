import { Alert, Text } from "@mantine/core";
import { IconNote } from "@tabler/icons-react";
import { useState } from "react";
import { useUser } from "../auth/use-user";
import { ago, useNow } from "../ui/time";
import { useNotes } from "./queries";

/** What a colleague noted last, such as with a transfer: seen before the first word to the customer, until it is closed. */
export function LastNote({ sessionId }: { sessionId: string }) {
  const user = useUser();
  const now = useNow();
  const notes = useNotes(sessionId);
  const [closed, setClosed] = useState<string>();
  const [newest] = [...(notes.data ?? [])].sort((a, b) => b.writtenAt.localeCompare(a.writtenAt));
  if (!newest || newest.author.id === user.id || newest.id === closed) return null;
  return (
    <Alert
      color="amber"
      icon={<IconNote size={20} />}
      title={`Note by ${newest.author.name}, ${ago(newest.writtenAt, now)}`}
      radius={0}
      withCloseButton
      closeButtonLabel="Close the note"
      onClose={() => setClosed(newest.id)}
      data-testid="last-note"
    >
      <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }} lineClamp={6}>
        {newest.text}
      </Text>
    </Alert>
  );
}
