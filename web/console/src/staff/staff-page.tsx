import { Button } from "@mantine/core";
import { IconPlus, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import type { StaffMember } from "../api/model";
import { useDeskStaff } from "../desk/queries";
import { SecretOnce } from "../ui/copy";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { DataTable } from "../ui/table";
import { useStaff } from "./queries";
import { isLastOwner } from "./rules";
import { StaffDialog } from "./staff-dialog";
import { StaffRow } from "./staff-row";

export function StaffPage() {
  const staff = useStaff();
  const desk = useDeskStaff();
  const [edited, setEdited] = useState<StaffMember | "new">();
  const [password, setPassword] = useState<string>();
  const profileOf = (id: string) => desk.data?.find((member) => member.id === id);
  const skills = [...new Set(desk.data?.flatMap((member) => member.skills))].sort();
  return (
    <Page
      title="Staff"
      lead="Who helps your customers, what they may do, and how much at once."
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
        <DataTable head={["Name", "Role", "Teams and skills", "Chats, calls", ""]}>
          {staff.data.map((member) => (
            <StaffRow
              key={member.id}
              member={member}
              profile={profileOf(member.id)}
              staff={staff.data}
              onEdit={() => setEdited(member)}
            />
          ))}
        </DataTable>
      )}
      {edited && (
        <StaffDialog
          member={edited === "new" ? undefined : edited}
          profile={edited === "new" ? undefined : profileOf(edited.id)}
          skills={skills}
          lastOwner={edited !== "new" && isLastOwner(edited, staff.data ?? [])}
          onClose={() => setEdited(undefined)}
          onPassword={setPassword}
        />
      )}
      <SecretOnce
        title="The first password"
        secret={password}
        hint="Hand it over in person or by a safe way. It can be changed under Account after signing in."
        onClose={() => setPassword(undefined)}
      />
    </Page>
  );
}
