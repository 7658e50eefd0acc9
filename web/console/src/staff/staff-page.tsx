import { ActionIcon, Avatar, Badge, Button, Group, Menu, Table, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconDots, IconEdit, IconPlus, IconTrash, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import type { StaffMember } from "../api/model";
import { ROLE_HINTS, ROLE_NAMES } from "../auth/roles";
import { useUser } from "../auth/use-user";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { DataTable } from "../ui/table";
import { toastDone } from "../ui/toasts";
import { useRemoveStaff, useStaff } from "./queries";
import { StaffDialog } from "./staff-dialog";

export function StaffPage() {
  const staff = useStaff();
  const [edited, setEdited] = useState<StaffMember | "new">();
  return (
    <Page
      title="Staff"
      lead="Who helps your customers, and who looks after the organisation."
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited("new")} data-testid="staff-add">
          Add somebody
        </Button>
      }
    >
      {staff.isPending ? (
        <LoadingRows rows={5} height={58} />
      ) : staff.isError ? (
        <ProblemNote error={staff.error} onRetry={() => void staff.refetch()} />
      ) : staff.data.length === 0 ? (
        <Empty
          icon={<IconUsers size={28} />}
          title="Nobody yet"
          action={<Button onClick={() => setEdited("new")}>Add somebody</Button>}
        >
          Add your colleagues, so that customers find somebody to help them.
        </Empty>
      ) : (
        <DataTable head={["Name", "Role", ""]}>
          {staff.data.map((member) => (
            <Row key={member.id} member={member} onEdit={() => setEdited(member)} />
          ))}
        </DataTable>
      )}
      {edited && <StaffDialog member={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </Page>
  );
}

function Row({ member, onEdit }: { member: StaffMember; onEdit: () => void }) {
  const user = useUser();
  const remove = useRemoveStaff();
  const ask = () =>
    modals.openConfirmModal({
      title: `Remove ${member.name}?`,
      children: (
        <Text size="sm">
          They are signed out and cannot sign in again. What they did stays in the sessions and figures.
        </Text>
      ),
      labels: { confirm: "Remove", cancel: "Keep" },
      confirmProps: { color: "red" },
      onConfirm: () => remove.mutate(member.id, { onSuccess: () => toastDone(`${member.name} is removed.`) }),
    });
  return (
    <Table.Tr data-testid="staff-row">
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <Avatar name={member.name} size={34} />
          <div>
            <Text size="sm" fw={600}>
              {member.name}{" "}
              {member.id === user.id && (
                <Text span c="dimmed" size="xs">
                  you
                </Text>
              )}
            </Text>
            <Text size="xs" c="dimmed">
              {member.email}
            </Text>
          </div>
        </Group>
      </Table.Td>
      <Table.Td>
        <Badge color={member.role === "support" ? "gray" : "petrol"} title={ROLE_HINTS[member.role]}>
          {ROLE_NAMES[member.role]}
        </Badge>
      </Table.Td>
      <Table.Td ta="right">
        <Menu position="bottom-end" width={160}>
          <Menu.Target>
            <ActionIcon aria-label={`Actions for ${member.name}`}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconEdit size={16} />} onClick={onEdit}>
              Edit
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={ask} disabled={member.id === user.id}>
              Remove
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  );
}
