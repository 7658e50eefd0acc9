import { Avatar, Group, Select } from "@mantine/core";
import { IconCalendarTime } from "@tabler/icons-react";
import { useState } from "react";
import type { StaffMember } from "../api/model";
import { useStaff } from "../staff/queries";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { toastDone } from "../ui/toasts";
import { useSaveSchedule, useSchedule } from "./queries";
import { ScheduleForm } from "./schedule-form";

export function SchedulesPage() {
  const staff = useStaff();
  const [id, setId] = useState<string | null>(null);
  const member = staff.data?.find((one) => one.id === id);
  return (
    <Page
      title="Schedules"
      lead="When each colleague works. Outside of these times nothing is offered to them, even if they are online."
      actions={
        <Select
          aria-label="Whose schedule"
          placeholder="Choose a colleague"
          searchable
          w={260}
          leftSection={member && <Avatar name={member.name} size={22} />}
          data={(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={id}
          onChange={setId}
          data-testid="schedule-whose"
        />
      }
    >
      {staff.isError ? (
        <ProblemNote error={staff.error} onRetry={() => void staff.refetch()} />
      ) : member ? (
        <OneSchedule key={member.id} member={member} />
      ) : (
        <Empty icon={<IconCalendarTime size={28} />} title="Whose week is it?">
          <Group justify="center">Choose a colleague above. Without a schedule, being online is all that counts.</Group>
        </Empty>
      )}
    </Page>
  );
}

function OneSchedule({ member }: { member: StaffMember }) {
  const schedule = useSchedule(member.id);
  const save = useSaveSchedule(member.id);
  if (schedule.isPending) return <LoadingRows rows={2} height={220} />;
  if (schedule.isError) return <ProblemNote error={schedule.error} onRetry={() => void schedule.refetch()} />;
  return (
    <ScheduleForm
      schedule={schedule.data}
      always={{ label: "No schedule", meaning: `Sessions come to ${member.name} whenever online.` }}
      never="No times: nothing is ever offered"
      error={save.error}
      saving={save.isPending}
      onSave={(next, done) =>
        save.mutate(next, {
          onSuccess: () => {
            done();
            toastDone(`The week of ${member.name} is saved.`);
          },
        })
      }
    />
  );
}
