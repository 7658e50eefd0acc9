import { Button, Group, Modal, SegmentedControl, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Session } from "../api/model";
import { ProblemNote } from "../ui/page";
import { toastDone } from "../ui/toasts";
import { useAddCase, useCases, useLinkSession, type Case } from "./queries";

interface LinkDialogProps {
  session: Session;
  /** The cases it is in already. */
  known: readonly Case[];
  onClose: () => void;
}

/** Puts a session into a new case, or into one that is there. */
export function LinkDialog({ session, known, onClose }: LinkDialogProps) {
  const cases = useCases({ status: "open" });
  const [choice, setChoice] = useState<"new" | "known">("new");
  const [title, setTitle] = useState(session.subject ?? "");
  const [chosen, setChosen] = useState<string | null>(null);
  const add = useAddCase();
  const link = useLinkSession();
  const isNew = choice === "new";
  const ready = isNew ? title.trim().length > 0 : chosen !== null;

  const save = () => {
    const onSuccess = () => {
      toastDone(`#${session.number} is in the case now.`);
      onClose();
    };
    if (isNew) add.mutate({ title: title.trim(), sessionIds: [session.id] }, { onSuccess });
    else if (chosen) link.mutate({ caseId: chosen, sessionId: session.id, link: true }, { onSuccess });
  };
  const others = (cases.data ?? []).filter((one) => !known.some(({ id }) => id === one.id));
  return (
    <Modal opened onClose={onClose} title={`Put #${session.number} into a case`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save();
        }}
      >
        <Stack>
          {add.error && <ProblemNote error={add.error} />}
          <SegmentedControl
            fullWidth
            aria-label="Which case"
            value={choice}
            onChange={(value) => setChoice(value as typeof choice)}
            data={[
              { value: "new", label: "A new case" },
              { value: "known", label: "One that is open" },
            ]}
          />
          {isNew ? (
            <TextInput
              label="Title"
              description="What it is about, in a few words"
              data-autofocus
              maxLength={200}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
              data-testid="case-title"
            />
          ) : (
            <Select
              label="Case"
              placeholder="Search by title"
              searchable
              nothingFoundMessage="No open case"
              data={others.map((one) => ({ value: one.id, label: `#${one.number} ${one.title}` }))}
              value={chosen}
              onChange={setChosen}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={!ready} loading={add.isPending || link.isPending} data-testid="case-save">
              {isNew ? "Make the case" : "Add to the case"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
