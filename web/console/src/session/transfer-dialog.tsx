import { Button, Group, Modal, Radio, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api/client";
import type { Session } from "../api/model";
import { ColleaguePicker } from "../desk/colleague-picker";
import { canTake } from "../desk/availability";
import { useDeskStaff, useTeams } from "../desk/queries";
import { forgetMine } from "../inbox/use-my-chats";
import pickerClasses from "../desk/picker.module.css";
import { ProblemNote } from "../ui/page";
import { toastDone } from "../ui/toasts";

interface Target {
  kind: "staff" | "team";
  id: string;
  name: string;
}

const IN_A_CALL = {
  staff: "In a call, the customer hears you until your colleague takes it.",
  team: "In a call, the customer waits with a soft tone until somebody takes it.",
};

const LONGEST_NOTE = 2_000;

/** Hands the own session on, to somebody or to a team, with a word for whoever takes it. */
export function TransferDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Target["kind"]>("staff");
  const [target, setTarget] = useState<Target>();
  const [note, setNote] = useState("");
  const transfer = useMutation({
    mutationFn: ({ kind, id }: Target) =>
      api.post(`/api/sessions/${session.id}/transfer`, {
        [kind === "staff" ? "staffId" : "teamId"]: id,
        note: note.trim() || undefined,
      }),
    onSuccess: (_answer, { kind, name }) => {
      toastDone(kind === "staff" ? `${name} has #${session.number} now.` : `#${session.number} waits for ${name}.`);
      onClose();
      forgetMine(client, session.id);
      void navigate({ to: "/chats" });
    },
    onSettled: () => {
      for (const key of ["sessions", "session", "queue", "desk"]) void client.invalidateQueries({ queryKey: [key] });
    },
    meta: { shown: true },
  });
  const tooLong = [...note].length > LONGEST_NOTE;
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Transfer #${session.number} ${session.customerName ?? "Visitor"}`}
      size="lg"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (target && !tooLong) transfer.mutate(target);
        }}
      >
        <Stack>
          {transfer.error && <ProblemNote error={transfer.error} />}
          <SegmentedControl
            fullWidth
            aria-label="Transfer to"
            value={kind}
            onChange={(value) => {
              setKind(value as Target["kind"]);
              setTarget(undefined);
            }}
            data={[
              { value: "staff", label: "A colleague" },
              { value: "team", label: "A team" },
            ]}
          />
          {kind === "staff" ? (
            <ColleaguePicker
              without={session.staff?.id}
              chosen={target?.id}
              onChoose={({ id, name }) => setTarget({ kind, id, name })}
            />
          ) : (
            <TeamPicker chosen={target?.id} onChoose={(id, name) => setTarget({ kind, id, name })} />
          )}
          <Textarea
            label="Note"
            description="For whoever takes it; the customer never sees it"
            placeholder="What was tried, what is missing"
            autosize
            minRows={2}
            maxRows={6}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={tooLong ? `At most ${LONGEST_NOTE} characters` : undefined}
            data-testid="transfer-note"
          />
          <Text size="xs" c="dimmed">
            You leave the session at once. The conversation goes with it.
            {session.channels.includes("call") && ` ${IN_A_CALL[kind]}`}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Keep it
            </Button>
            <Button type="submit" disabled={!target} loading={transfer.isPending} data-testid="transfer-confirm">
              Transfer
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function TeamPicker({
  chosen,
  onChoose,
}: {
  chosen: string | undefined;
  onChoose: (id: string, name: string) => void;
}) {
  const teams = useTeams();
  const staff = useDeskStaff();
  const free = (teamId: string) =>
    (staff.data ?? []).filter((member) => canTake(member) && member.teams.some((team) => team.id === teamId)).length;
  if (teams.data?.length === 0) {
    return (
      <Text size="sm" c="dimmed" ta="center" py="md">
        There is no team yet. A supervisor makes them in the settings.
      </Text>
    );
  }
  return (
    <Radio.Group aria-label="Team" value={chosen ?? null}>
      <Stack gap={6}>
        {teams.data?.map((team) => (
          <Radio.Card
            key={team.id}
            value={team.id}
            className={pickerClasses.card}
            onClick={() => onChoose(team.id, team.name)}
            data-testid="transfer-team"
          >
            <Group gap="sm" wrap="nowrap">
              <Radio.Indicator />
              <Text size="sm" fw={600} flex={1}>
                {team.name}
              </Text>
              <Text size="xs" c={free(team.id) > 0 ? undefined : "dimmed"}>
                {free(team.id) > 0 ? `${free(team.id)} available` : "nobody available: it waits in the queue"}
              </Text>
            </Group>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}
