import { ActionIcon, Avatar, Badge, Group, Menu, Table, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconDots, IconEdit, IconTrash, IconUsersGroup } from "@tabler/icons-react";
import type { StaffMember } from "../api/model";
import { ROLE_HINTS, ROLE_NAMES } from "../auth/roles";
import { useUser } from "../auth/use-user";
import type { DeskMember } from "../desk/model";
import { toastDone } from "../ui/toasts";
import { useRemoveStaff } from "./queries";
import { mayEdit, whyNotRemove } from "./rules";
import classes from "./staff.module.css";

interface StaffRowProps {
  member: StaffMember;
  profile: DeskMember | undefined;
  /** Everybody: some rules look at the others. */
  staff: readonly StaffMember[];
  onEdit: () => void;
}

export function StaffRow({ member, profile, staff, onEdit }: StaffRowProps) {
  const user = useUser();
  const remove = useRemoveStaff();
  const whyNot = whyNotRemove(user, member, staff);
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
          <div className={classes.who}>
            <Text size="sm" fw={600} lineClamp={2} title={member.name}>
              {member.name}{" "}
              {member.id === user.id && (
                <Text span c="dimmed" size="xs">
                  you
                </Text>
              )}
            </Text>
            <Text size="xs" c="dimmed" truncate="end" title={member.email}>
              {member.email}
            </Text>
          </div>
        </Group>
      </Table.Td>
      <Table.Td>
        <Badge
          color={member.role === "support" ? "gray" : "petrol"}
          title={ROLE_HINTS[member.role]}
          className={classes.role}
        >
          {ROLE_NAMES[member.role]}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {profile?.teams.map((team) => (
            <Badge
              key={team.id}
              size="sm"
              color="gray"
              leftSection={<IconUsersGroup size={11} />}
              title={team.name}
              className={classes.team}
            >
              {team.name}
            </Badge>
          ))}
          {profile?.skills.map((skill) => (
            <Badge key={skill} size="sm" variant="default" fw={500}>
              {skill}
            </Badge>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>
        <Text size="sm" className="numbers">
          {profile ? `${profile.limits.chat}, ${profile.limits.call}` : "–"}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <ActionIcon aria-label={`Actions for ${member.name}`}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconEdit size={16} />} onClick={onEdit} disabled={!mayEdit(user, member)}>
              Edit
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={ask} disabled={whyNot !== undefined}>
              Remove
            </Menu.Item>
            {whyNot && <Menu.Label>{whyNot}</Menu.Label>}
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  );
}
