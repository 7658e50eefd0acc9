import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client";
import type { Session } from "../api/model";
import { ProblemNote } from "../ui/page";
import { emailRule } from "../ui/rules";
import { toastDone } from "../ui/toasts";

/** Sends the conversation by mail; without an address it goes to the customer's own. */
export function TranscriptDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const known = session.customer.email;
  const [email, setEmail] = useState(known && !isMasked(known) ? known : "");
  const [wrong, setWrong] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: () =>
      api.post<{ to: string }>(
        `/api/support/chat/${session.id}/transcript`,
        email.trim() ? { email: email.trim() } : {},
      ),
    onSuccess: ({ to }) => {
      toastDone(`The conversation is on its way to ${to}.`);
      onClose();
    },
    meta: { shown: true },
  });
  return (
    <Modal opened onClose={onClose} title="Send the conversation by mail">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const problem = known && !email.trim() ? null : emailRule(email);
          setWrong(problem);
          if (!problem) send.mutate();
        }}
      >
        <Stack>
          {send.error && <ProblemNote error={send.error} />}
          <TextInput
            label="E-mail"
            type="email"
            description={
              known
                ? "Left empty, it goes to the customer’s own address. Notes are left out."
                : "Notes of the staff are left out"
            }
            placeholder={known ?? undefined}
            data-autofocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={wrong}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={send.isPending} data-testid="transcript-send">
              Send
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Some roles see an address only in part; that is no address to write to. */
function isMasked(email: string): boolean {
  return email.includes("*");
}
