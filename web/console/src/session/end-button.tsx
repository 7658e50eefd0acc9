import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPhoneX } from "@tabler/icons-react";
import { useState } from "react";
import type { Session } from "../api/model";
import { END_REASONS } from "./end-reasons";
import { useEndSession } from "../sessions/queries";
import { toastDone, toastProblem } from "../ui/toasts";

export function EndButton({ session }: { session: Session }) {
  const [opened, { open, close }] = useDisclosure();
  const [reason, setReason] = useState("solved");
  const end = useEndSession();
  const confirm = () =>
    end.mutate(
      { id: session.id, reason },
      {
        onSuccess: () => {
          close();
          toastDone(`Session #${session.number} has ended.`);
        },
        onError: toastProblem,
      },
    );
  return (
    <>
      <Button
        color="red"
        variant="light"
        leftSection={<IconPhoneX size={16} />}
        onClick={open}
        data-testid="session-end"
      >
        End
      </Button>
      <Modal opened={opened} onClose={close} title="End this session?">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            confirm();
          }}
        >
          <Stack>
            <Text size="sm">
              Chat, calls and co-browsing stop for everybody, and what {session.customerName ?? "the visitor"} allowed
              is taken back. The conversation is kept.
            </Text>
            <Select
              label="Outcome"
              data={END_REASONS}
              value={reason}
              onChange={(value) => setReason(value ?? "solved")}
              comboboxProps={{ withinPortal: true }}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                Keep going
              </Button>
              <Button color="red" type="submit" loading={end.isPending} data-testid="session-end-confirm">
                End session
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
