import { Avatar, Group, Radio, ScrollArea, Stack, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useUser } from "../auth/use-user";
import { LoadingRows, ProblemNote } from "../ui/page";
import { canTake, isFull, presence } from "./availability";
import { loadWords } from "./load";
import type { DeskMember } from "./model";
import { PresenceDot } from "./presence-dot";
import { useDeskStaff } from "./queries";
import classes from "./picker.module.css";

interface ColleaguePickerProps {
  /** Who has the session already. */
  without?: string;
  chosen: string | undefined;
  onChoose: (member: DeskMember) => void;
}

/** Who could take a session, the free ones first; those who cannot are shown with the reason. */
export function ColleaguePicker({ without, chosen, onChoose }: ColleaguePickerProps) {
  const user = useUser();
  const staff = useDeskStaff();
  const [filter, setFilter] = useState("");
  if (staff.isPending) return <LoadingRows rows={3} height={52} />;
  if (staff.isError) return <ProblemNote error={staff.error} onRetry={() => void staff.refetch()} />;
  const members = inOrder(staff.data).filter(
    (member) => member.id !== without && member.name.toLowerCase().includes(filter.trim().toLowerCase()),
  );
  return (
    <Stack gap="xs">
      {staff.data.length > 8 && (
        <TextInput
          aria-label="Search colleagues"
          placeholder="Search"
          leftSection={<IconSearch size={16} />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={300} type="auto" viewportProps={{ tabIndex: 0 }}>
        <Radio.Group
          aria-label="Colleague"
          value={chosen ?? null}
          onChange={(id) => {
            const member = members.find((one) => one.id === id);
            if (member) onChoose(member);
          }}
        >
          <Stack gap={6}>
            {members.map((member) => (
              <Colleague key={member.id} member={member} you={member.id === user.id} />
            ))}
            {members.length === 0 && (
              <Text size="sm" c="dimmed" ta="center" py="md">
                Nobody else is here.
              </Text>
            )}
          </Stack>
        </Radio.Group>
      </ScrollArea.Autosize>
    </Stack>
  );
}

function Colleague({ member, you }: { member: DeskMember; you: boolean }) {
  const { label } = presence(member);
  const able = canTake(member);
  const why =
    !able && (member.availability === "online" && member.connected && isFull(member) ? "at the limit" : label);
  return (
    <Radio.Card value={member.id} disabled={!able} className={classes.card} data-testid="colleague">
      <Group gap="sm" wrap="nowrap">
        <Radio.Indicator disabled={!able} />
        <Avatar name={member.name} size={30} />
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" fw={600} truncate>
            {member.name}{" "}
            {you && (
              <Text span c="dimmed" size="xs">
                you
              </Text>
            )}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {[loadWords(member), ...member.teams.map((team) => team.name)].join(" · ")}
          </Text>
        </div>
        <Group gap={6} wrap="nowrap">
          <PresenceDot member={member} />
          <Text size="xs">{why || "Online"}</Text>
        </Group>
      </Group>
    </Radio.Card>
  );
}

function inOrder(members: readonly DeskMember[]): DeskMember[] {
  const share = (member: DeskMember) => member.load.chat / Math.max(1, member.limits.chat);
  return [...members].sort(
    (a, b) => Number(canTake(b)) - Number(canTake(a)) || share(a) - share(b) || a.name.localeCompare(b.name),
  );
}
