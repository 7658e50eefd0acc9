import { Button, Card, Group, Select, Stack, Switch, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Schedule } from "../desk/model";
import { SaveBar } from "../settings/save-bar";
import { ProblemNote } from "../ui/page";
import { Holidays } from "./holidays";
import { newSchedule, TIME_ZONES, weekLength, weekProblem } from "./week";
import { WeekGrid } from "./week-grid";

interface ScheduleFormProps {
  schedule: Schedule | null;
  /** What having no schedule is called here, and what it means. */
  always: { label: string; meaning: string };
  /** What a week without any time means here. */
  never: string;
  error: unknown;
  saving: boolean;
  onSave: (schedule: Schedule | null, done: () => void) => void;
}

interface Values extends Schedule {
  always: boolean;
}

/** Week, time zone and holidays, of the desk or of one person. */
export function ScheduleForm({ schedule, always, never, error, saving, onSave }: ScheduleFormProps) {
  const form = useForm<Values>({
    initialValues: { ...(schedule ?? newSchedule()), always: schedule === null },
    validate: (values) => (values.always ? {} : problemsOf(values)),
  });
  const submit = form.onSubmit((values) => {
    const { always: without, ...settled } = values;
    onSave(without ? null : settled, () => form.resetDirty(values));
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={820}>
        {!!error && <ProblemNote error={error} />}
        <Card padding="lg">
          <Switch
            label={always.label}
            description={always.meaning}
            {...form.getInputProps("always", { type: "checkbox" })}
            data-testid="schedule-always"
          />
        </Card>
        {!form.values.always && (
          <>
            <Card padding="lg">
              <Week values={form.values} never={never} onChange={(week) => form.setFieldValue("week", week)} />
              <Select
                label="Time zone"
                description="In which these times are meant"
                searchable
                maw={320}
                mt="md"
                data={TIME_ZONES}
                limit={60}
                value={form.values.timeZone}
                onChange={(zone) => zone && form.setFieldValue("timeZone", zone)}
              />
              <Wrong words={form.errors.week} />
            </Card>
            <Card padding="lg">
              <Title order={2} size="h5" mb="sm">
                Holidays
              </Title>
              <Holidays
                holidays={form.values.holidays}
                onChange={(holidays) => form.setFieldValue("holidays", holidays)}
              />
              <Wrong words={form.errors.holidays} />
            </Card>
          </>
        )}
        <SaveBar changed={form.isDirty()} saving={saving} onReset={form.reset} />
      </Stack>
    </form>
  );
}

function Week({
  values,
  never,
  onChange,
}: {
  values: Values;
  never: string;
  onChange: (week: Schedule["week"]) => void;
}) {
  const { week } = values;
  return (
    <>
      <Group justify="space-between" mb="md">
        <div>
          <Title order={2} size="h5">
            Week
          </Title>
          <Text size="sm" c="dimmed">
            {week.length === 0 ? never : `${weekLength(week)} a week`}
          </Text>
        </div>
        {week.length > 0 && (
          <Button size="xs" variant="subtle" color="gray" onClick={() => onChange([])}>
            Clear the week
          </Button>
        )}
      </Group>
      <WeekGrid week={week} onChange={onChange} />
    </>
  );
}

function Wrong({ words }: { words: React.ReactNode }) {
  if (!words) return null;
  return (
    <Text size="sm" c="red" mt="sm" role="alert">
      {words}
    </Text>
  );
}

function problemsOf({ week, holidays }: Schedule): Record<string, string> {
  const problem = weekProblem(week);
  return {
    ...(problem && { week: problem }),
    ...(holidays.some(({ date, name }) => !date || !name.trim()) && { holidays: "Give every day a date and a name" }),
  };
}
