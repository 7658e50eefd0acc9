import {
  ActionIcon,
  Avatar,
  Button,
  Card,
  Group,
  Modal,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Tooltip,
} from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconEdit, IconPlus, IconTrash, IconUsersGroup } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client";
import type { DeskMember, Team } from "../desk/model";
import { useDeskStaff, useTeams } from "../desk/queries";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { toastDone } from "../ui/toasts";

export function TeamsPage() {
  const teams = useTeams();
  const staff = useDeskStaff();
  const [edited, setEdited] = useState<Team | "new">();
  return (
    <Page
      title="Teams"
      lead="A session can be handed to a team: whoever of it becomes free gets it. Who is in which team stands under Staff."
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited("new")} data-testid="team-add">
          Add a team
        </Button>
      }
    >
      {teams.isPending ? (
        <LoadingRows rows={2} height={100} />
      ) : teams.isError ? (
        <ProblemNote error={teams.error} onRetry={() => void teams.refetch()} />
      ) : teams.data.length === 0 ? (
        <Empty
          icon={<IconUsersGroup size={28} />}
          title="No team yet"
          action={<Button onClick={() => setEdited("new")}>Add the first team</Button>}
        >
          Teams such as “Billing” or “French” let you transfer without knowing who is in today.
        </Empty>
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {teams.data.map((team) => (
            <TeamCard
              key={team.id}
              team={team}
              members={(staff.data ?? []).filter((member) => member.teams.some(({ id }) => id === team.id))}
              onEdit={() => setEdited(team)}
            />
          ))}
        </SimpleGrid>
      )}
      {edited && <TeamDialog team={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </Page>
  );
}

function useTeamChange<In>(change: (input: In) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ["desk"] }),
    meta: { shown: true },
  });
}

function TeamCard({ team, members, onEdit }: { team: Team; members: DeskMember[]; onEdit: () => void }) {
  const remove = useTeamChange((id: string) => api.delete(`/api/desk/teams/${id}`));
  const ask = () =>
    modals.openConfirmModal({
      title: `Remove ${team.name}?`,
      children: <Text size="sm">Its people stay. Sessions that wait for it wait for everybody then.</Text>,
      labels: { confirm: "Remove the team", cancel: "Keep it" },
      confirmProps: { color: "red" },
      onConfirm: () => remove.mutate(team.id, { onSuccess: () => toastDone(`${team.name} is removed.`) }),
    });
  return (
    <Card padding="md" data-testid="team">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={650} truncate>
          {team.name}
        </Text>
        <Group gap={2} wrap="nowrap">
          <Tooltip label="Rename">
            <ActionIcon aria-label={`Rename ${team.name}`} onClick={onEdit}>
              <IconEdit size={17} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Remove">
            <ActionIcon aria-label={`Remove ${team.name}`} color="red" onClick={ask} loading={remove.isPending}>
              <IconTrash size={17} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      {members.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nobody is in it yet.
        </Text>
      ) : (
        <Group gap="xs" mt={6}>
          <Avatar.Group spacing="sm">
            {members.slice(0, 6).map((member) => (
              <Tooltip key={member.id} label={member.name}>
                <Avatar name={member.name} size={30} />
              </Tooltip>
            ))}
          </Avatar.Group>
          <Text size="sm" c="dimmed">
            {members.length === 1 ? "1 person" : `${members.length} people`}
          </Text>
        </Group>
      )}
      {remove.error && <ProblemNote error={remove.error} />}
    </Card>
  );
}

function TeamDialog({ team, onClose }: { team: Team | undefined; onClose: () => void }) {
  const [name, setName] = useState(team?.name ?? "");
  const save = useTeamChange((wanted: string) =>
    team ? api.put(`/api/desk/teams/${team.id}`, { name: wanted }) : api.post("/api/desk/teams", { name: wanted }),
  );
  return (
    <Modal opened onClose={onClose} title={team ? `Rename ${team.name}` : "Add a team"}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save.mutate(name.trim(), { onSuccess: onClose });
        }}
      >
        <Stack>
          {save.error && <ProblemNote error={save.error} />}
          <TextInput
            label="Name"
            data-autofocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-testid="team-name"
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={!name.trim()} loading={save.isPending} data-testid="team-save">
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
