import { Alert, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { IconClockOff } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Copyable } from "../ui/copy";
import { ProblemNote } from "../ui/page";
import { formatDuration, secondsBetween, useNow } from "../ui/time";
import { QrCode } from "./qr-code";
import { useInvitation, useInvite, useWithdraw, type Invitation } from "./queries";

/** Makes a code for somebody who is on the telephone, say, and leads into the session that it opens. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const invite = useInvite();
  const withdraw = useWithdraw();
  const navigate = useNavigate();
  const [subject, setSubject] = useState("");
  const made = invite.data;
  const current = useInvitation(made?.id).data ?? made;

  const opened = current?.sessionId;
  useEffect(() => {
    if (opened) void navigate({ to: "/sessions/$id", params: { id: opened } });
  }, [opened, navigate]);

  const close = () => {
    if (made && current?.state === "open") withdraw.mutate(made.id);
    onClose();
  };

  return (
    <Modal opened onClose={close} title="Invite by code" size="md" closeOnClickOutside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate(subject.trim());
        }}
      >
        <Stack>
          {invite.error && <ProblemNote error={invite.error} />}
          {made?.code && current?.state === "open" ? (
            <CodeToTell invitation={current} code={made.code} />
          ) : (
            <>
              {current && current.state !== "used" && (
                <Alert color="amber" icon={<IconClockOff size={20} />} title="The code has run out" role="status">
                  Nobody has used it. Make a new one.
                </Alert>
              )}
              <Text size="sm">
                You get a code for one customer, good for ten minutes. Whoever types it on the connect page, on a phone
                too, is in a chat with you at once.
              </Text>
              <TextInput
                label="What it is about"
                placeholder="Optional"
                maxLength={200}
                value={subject}
                onChange={(event) => setSubject(event.currentTarget.value)}
                data-autofocus
              />
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {current?.state === "open" ? "Take the code back" : "Cancel"}
            </Button>
            {current?.state !== "open" && (
              <Button type="submit" loading={invite.isPending} data-testid="invite-make">
                Make a code
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function CodeToTell({ invitation, code }: { invitation: Invitation; code: string }) {
  const now = useNow();
  const link = `${globalThis.location.origin}/connect/${code}`;
  const left = secondsBetween(new Date(now).toISOString(), Date.parse(invitation.expiresAt));
  return (
    <Stack gap="sm">
      <Text size="sm">
        Let the customer open <b>{globalThis.location.host}/connect</b> and type:
      </Text>
      <Text ta="center" fz={38} fw={700} ff="monospace" lts="0.1em" data-testid="invite-code">
        {code.slice(0, 4)}-{code.slice(4)}
      </Text>
      <Text ta="center" size="sm" c="dimmed" role="timer" data-testid="invite-left">
        {left > 0 ? `good for ${formatDuration(left)}` : "just running out"}
      </Text>
      <Text size="sm">Or send the link, or let a phone look at this:</Text>
      <Copyable value={link} label="link" />
      <Group justify="center">
        <QrCode value={link} />
      </Group>
      <Text size="sm" c="dimmed" ta="center">
        The session opens here as soon as the code is used.
      </Text>
    </Stack>
  );
}
