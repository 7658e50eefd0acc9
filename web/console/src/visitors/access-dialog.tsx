import { Alert, Button, Group, Loader, Modal, Stack, Text, TextInput } from "@mantine/core";
import { IconHandStop, IconInfoCircle } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ProblemNote } from "../ui/page";
import { secondsBetween, useNow } from "../ui/time";
import { isOver, useAccess, useAskForAccess, type Access, type LiveVisitor } from "./queries";

interface AccessDialogProps {
  visitor: LiveVisitor;
  onClose: () => void;
}

/** Asks a visitor for a look, waits for the answer, and leads into the session that a Yes has begun. */
export function AccessDialog({ visitor, onClose }: AccessDialogProps) {
  const ask = useAskForAccess();
  const answer = useAccess(ask.data?.id);
  const navigate = useNavigate();
  const [reason, setReason] = useState("");
  const access = answer.data ?? ask.data;
  const waiting = ask.isSuccess && !isOver(access);

  const opened = access?.state === "allowed" ? access.sessionId : undefined;
  useEffect(() => {
    if (opened) void navigate({ to: "/sessions/$id", params: { id: opened } });
  }, [opened, navigate]);

  return (
    <Modal opened onClose={onClose} title={`Request access to the page of ${visitor.name}`} closeOnClickOutside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate({ visitor: visitor.id, reason: reason.trim() });
        }}
      >
        <Stack>
          {ask.error && <ProblemNote error={ask.error} />}
          {access && isOver(access) && <Answer access={access} name={visitor.name} />}
          {waiting ? (
            <Waiting access={access} />
          ) : (
            <TextInput
              label="Why"
              description="The visitor reads it beside your name, and has 30 seconds to say yes or no."
              placeholder="You seem to be stuck in the checkout"
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data-autofocus
              data-testid="access-reason"
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {waiting ? "Close" : "Cancel"}
            </Button>
            {access?.state === "in_session" && access.sessionId ? (
              <Button
                onClick={() => void navigate({ to: "/sessions/$id", params: { id: access.sessionId ?? "" } })}
                data-testid="access-open-session"
              >
                Open the session
              </Button>
            ) : (
              !waiting && (
                <Button type="submit" loading={ask.isPending} data-testid="access-ask">
                  {access && isOver(access) ? "Ask again" : "Request access"}
                </Button>
              )
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Waiting({ access }: { access: Access | undefined }) {
  const now = useNow();
  const left = access?.expiresAt
    ? Math.ceil(secondsBetween(new Date(now).toISOString(), Date.parse(access.expiresAt)))
    : 0;
  return (
    <Group gap="sm" wrap="nowrap" role="status" data-testid="access-waiting">
      <Loader size="sm" />
      <Text size="sm">The visitor is being asked{left > 0 ? `: ${left} s left` : ""}.</Text>
    </Group>
  );
}

const WORDS = {
  denied: { title: "The visitor said no", text: "Nothing was shown." },
  expired: { title: "The visitor did not answer", text: "Silence counts as a no. Nothing was shown." },
  failed: { title: "It could not begin", text: "Nothing was shown." },
} as const;

function Answer({ access, name }: { access: Access; name: string }) {
  if (access.state === "in_session") {
    return (
      <Alert icon={<IconInfoCircle size={20} />} title={`${name} is in a session already`} data-testid="access-answer">
        {!access.sessionId
          ? "A colleague helps there. Nobody was asked."
          : `${access.detail ? `${access.detail} helps there.` : "It waits in the queue."} Ask for access in the session.`}
      </Alert>
    );
  }
  if (access.state !== "denied" && access.state !== "expired" && access.state !== "failed") return null;
  const { title, text } = WORDS[access.state];
  return (
    <Alert color="amber" icon={<IconHandStop size={20} />} title={title} role="status" data-testid="access-answer">
      {access.detail ?? text}
    </Alert>
  );
}
