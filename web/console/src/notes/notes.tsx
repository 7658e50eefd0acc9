import { ActionIcon, Button, Group, Loader, Menu, Paper, Stack, Text, Textarea } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconDots, IconEdit, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { atLeast } from "../auth/roles";
import { useUser } from "../auth/use-user";
import { Section } from "../ui/facts";
import { ProblemNote } from "../ui/page";
import { ago, dayAndTime, useNow } from "../ui/time";
import { useNotes, useRemoveNote, useSaveNote, type Note } from "./queries";
import classes from "./notes.module.css";

/** What staff want to remember of a session; the customer never sees it. */
export function Notes({ sessionId }: { sessionId: string }) {
  const notes = useNotes(sessionId);
  const [edited, setEdited] = useState<Note | "new">();
  return (
    <Section
      title="Notes"
      action={
        edited !== "new" && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} />}
            onClick={() => setEdited("new")}
            data-testid="note-add"
          >
            Add
          </Button>
        )
      }
    >
      {edited === "new" && <Editor sessionId={sessionId} onClose={() => setEdited(undefined)} />}
      {notes.isPending ? (
        <Loader size="sm" type="dots" />
      ) : notes.isError ? (
        <ProblemNote error={notes.error} onRetry={() => void notes.refetch()} />
      ) : notes.data.length === 0 ? (
        edited !== "new" && (
          <Text size="sm" c="dimmed">
            Nothing noted. Whoever helps next is glad of a word.
          </Text>
        )
      ) : (
        notes.data.map((note) =>
          edited !== "new" && edited?.id === note.id ? (
            <Editor key={note.id} sessionId={sessionId} note={note} onClose={() => setEdited(undefined)} />
          ) : (
            <NoteCard key={note.id} sessionId={sessionId} note={note} onEdit={() => setEdited(note)} />
          ),
        )
      )}
    </Section>
  );
}

function NoteCard({ sessionId, note, onEdit }: { sessionId: string; note: Note; onEdit: () => void }) {
  const user = useUser();
  const now = useNow();
  const remove = useRemoveNote(sessionId);
  const mine = note.author.id === user.id;
  const ask = () =>
    modals.openConfirmModal({
      title: "Remove this note?",
      children: <Text size="sm">It disappears for everybody.</Text>,
      labels: { confirm: "Remove", cancel: "Keep" },
      confirmProps: { color: "red" },
      onConfirm: () => remove.mutate(note.id),
    });
  return (
    <Paper className={classes.note} data-testid="note">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="xs" fw={600} truncate>
          {mine ? "You" : note.author.name}{" "}
          <Text span size="xs" c="dimmed" fw={400} title={dayAndTime(note.writtenAt)}>
            {ago(note.writtenAt, now)}
            {note.editedAt && ", changed"}
          </Text>
        </Text>
        {(mine || atLeast(user.role, "team_lead")) && (
          <Menu position="bottom-end" width={140}>
            <Menu.Target>
              <ActionIcon size="sm" aria-label="Actions for this note">
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {mine && (
                <Menu.Item leftSection={<IconEdit size={15} />} onClick={onEdit}>
                  Edit
                </Menu.Item>
              )}
              <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={ask}>
                Remove
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      <Text size="sm" className={classes.text}>
        {note.text}
      </Text>
    </Paper>
  );
}

function Editor({ sessionId, note, onClose }: { sessionId: string; note?: Note; onClose: () => void }) {
  const [text, setText] = useState(note?.text ?? "");
  const save = useSaveNote(sessionId);
  const keep = () => {
    if (text.trim()) save.mutate({ id: note?.id, text: text.trim() }, { onSuccess: onClose });
  };
  return (
    <Stack gap={6}>
      <Textarea
        aria-label="Note"
        placeholder="What the next one should know"
        autosize
        autoFocus
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keep();
          if (event.key === "Escape") onClose();
        }}
        data-testid="note-text"
      />
      <Group justify="flex-end" gap="xs">
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button size="xs" onClick={keep} loading={save.isPending} disabled={!text.trim()} data-testid="note-save">
          Save
        </Button>
      </Group>
    </Stack>
  );
}
