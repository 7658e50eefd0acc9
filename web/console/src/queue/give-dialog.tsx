import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client";
import type { Session } from "../api/model";
import { ColleaguePicker } from "../desk/colleague-picker";
import { ProblemNote } from "../ui/page";
import { toastDone } from "../ui/toasts";

interface GiveDialogProps {
  session: Session;
  onClose: () => void;
}

/** Hands a session to a member of the staff: one that waits, or one that somebody else has. */
export function GiveDialog({ session, onClose }: GiveDialogProps) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<{ id: string; name: string }>();
  const give = useMutation({
    mutationFn: (staffId: string) => api.post<Session>("/api/sessions/assign", { sessionId: session.id, staffId }),
    onSuccess: () => {
      toastDone(`${chosen?.name ?? "They"} has session #${session.number} now.`);
      onClose();
    },
    onSettled: () => {
      for (const key of ["sessions", "session", "queue", "desk"]) void client.invalidateQueries({ queryKey: [key] });
    },
    meta: { shown: true },
  });
  return (
    <Modal opened onClose={onClose} title={`Give #${session.number} to a colleague`} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) give.mutate(chosen.id);
        }}
      >
        <Stack>
          <Text size="sm">
            {session.staff
              ? `${session.staff.name} loses access at once; the conversation stays with the session.`
              : `${session.customerName ?? "The visitor"} is connected without waiting any longer.`}
          </Text>
          {give.error && <ProblemNote error={give.error} />}
          <ColleaguePicker without={session.staff?.id} chosen={chosen?.id} onChoose={setChosen} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={!chosen} loading={give.isPending} data-testid="give-confirm">
              Give
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
