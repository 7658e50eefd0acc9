import { Avatar, Button, Select } from "@mantine/core";
import { IconArrowLeft, IconCalendarTime } from "@tabler/icons-react";
import { useState } from "react";
import type { StaffMember } from "../api/model";
import { useDeskStaff } from "../desk/queries";
import { useStaff } from "../staff/queries";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { toastDone } from "../ui/toasts";
import { useHours, useSaveSchedule, useSchedule } from "./queries";
import { ScheduleForm } from "./schedule-form";
import { TeamWeek } from "./team-week";

export function SchedulesPage() {
  const staff = useStaff();
  const [id, setId] = useState<string | null>(null);
  const member = staff.data?.find((one) => one.id === id);
  return (
    <Page
      title="Schedules"
      lead="When each colleague works. Outside of these times nothing is offered to them, even if they are online."
      actions={
        <>
          {member && (
            <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={() => setId(null)}>
              Everybody
            </Button>
          )}
          <Select
            aria-label="Whose schedule"
            placeholder="Change the week of…"
            searchable
            clearable
            w={260}
            leftSection={member && <Avatar name={member.name} size={22} />}
            data={(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={id}
            onChange={setId}
            data-testid="schedule-whose"
          />
        </>
      }
    >
      {staff.isError ? (
        <ProblemNote error={staff.error} onRetry={() => void staff.refetch()} />
      ) : member ? (
        <OneSchedule key={member.id} member={member} />
      ) : (
        <Everybody onChoose={setId} />
      )}
    </Page>
  );
}

function Everybody({ onChoose }: { onChoose: (staffId: string) => void }) {
  const desk = useDeskStaff();
  const hours = useHours();
  const failed = [desk, hours].find((query) => query.isError);
  if (failed) return <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!desk.data || hours.data === undefined) return <LoadingRows rows={6} height={44} />;
  if (desk.data.length === 0) {
    return (
      <Empty icon={<IconCalendarTime size={28} />} title="Nobody is here yet">
        Colleagues are listed once they have signed in. Without a schedule, being online is all that counts.
      </Empty>
    );
  }
  return <TeamWeek staff={desk.data} hours={hours.data} onChoose={onChoose} />;
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
