import { ActionIcon, Box, Button, Group, Text, TextInput, Tooltip } from "@mantine/core";
import { IconCopy, IconPlus, IconX } from "@tabler/icons-react";
import type { Shift, Weekday } from "../desk/model";
import { DAY_MINUTES, dayProblem, endOf, isOvernight, minutes, reachInto, WEEKDAYS } from "./week";
import classes from "./schedule.module.css";

interface WeekGridProps {
  week: readonly Shift[];
  onChange: (week: Shift[]) => void;
}

/** A line for each day: its times on the left, and how they lie in the day on the right. */
export function WeekGrid({ week, onChange }: WeekGridProps) {
  const ofDay = (day: Weekday) => week.filter((shift) => shift.day === day);
  const setDay = (day: Weekday, shifts: Shift[]) =>
    onChange(WEEKDAYS.flatMap((one) => (one.day === day ? shifts : ofDay(one.day))));
  return (
    <div className={classes.week}>
      {WEEKDAYS.map(({ day, label }, index) => {
        const before = WEEKDAYS[index - 1];
        const copied = before && ofDay(before.day);
        return (
          <Day
            key={day}
            day={day}
            label={label}
            shifts={ofDay(day)}
            problem={dayProblem(day, week)}
            reached={reachInto(day, week)}
            onChange={(shifts) => setDay(day, shifts)}
            onCopy={
              copied?.length
                ? () =>
                    setDay(
                      day,
                      copied.map((shift) => ({ ...shift, day })),
                    )
                : undefined
            }
          />
        );
      })}
    </div>
  );
}

interface DayProps {
  day: Weekday;
  label: string;
  shifts: Shift[];
  problem: string | null;
  /** Until when, in minutes, the night before goes on. */
  reached: number;
  onChange: (shifts: Shift[]) => void;
  /** Takes over the day before. */
  onCopy?: () => void;
}

function Day({ day, label, shifts, problem, reached, onChange, onCopy }: DayProps) {
  const set = (index: number, part: Partial<Shift>) =>
    onChange(shifts.map((shift, at) => (at === index ? { ...shift, ...part } : shift)));
  return (
    <div className={classes.day} data-testid={`day-${day}`}>
      <Text size="sm" fw={600} className={classes.dayName}>
        {label}
      </Text>
      <div>
        {shifts.map((shift, index) => (
          <Box key={index} mb={4}>
            <Group gap={6} wrap="nowrap">
              <Time label={`${label} from`} value={shift.from} onChange={(from) => set(index, { from })} />
              <Text size="sm" c="dimmed">
                to
              </Text>
              <Time
                label={`${label} to`}
                value={shift.to}
                onChange={(to) => set(index, { to: to === "00:00" ? "24:00" : to })}
              />
              <Tooltip label="Remove">
                <ActionIcon
                  aria-label={`Remove ${label} ${shift.from}`}
                  onClick={() => onChange(shifts.filter((_, at) => at !== index))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Tooltip>
            </Group>
            {isOvernight(shift) && (
              <Text size="xs" c="dimmed">
                Ends on the next day
              </Text>
            )}
          </Box>
        ))}
        <Group gap={4}>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={12} />}
            onClick={() => onChange([...shifts, next(day, shifts)])}
            aria-label={`Add times on ${label}`}
          >
            {shifts.length === 0 ? "Add times" : "Add"}
          </Button>
          {onCopy && shifts.length === 0 && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={<IconCopy size={12} />}
              onClick={onCopy}
              aria-label={`${label} as the day before`}
            >
              As the day before
            </Button>
          )}
        </Group>
        {problem && (
          <Text size="xs" c="red" role="alert">
            {problem}
          </Text>
        )}
      </div>
      <Bars shifts={shifts} reached={reached} />
    </div>
  );
}

function Time({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      type="time"
      size="xs"
      w={122}
      aria-label={label}
      value={value === "24:00" ? "00:00" : value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** After what is there already, or a usual day. */
function next(day: Weekday, shifts: readonly Shift[]): Shift {
  const last = Math.max(0, ...shifts.map(endOf));
  if (last === 0 || last >= 23 * 60) return { day, from: "09:00", to: "17:00" };
  return { day, from: time(Math.min(last + 60, 22 * 60 + 58)), to: time(Math.min(last + 240, 23 * 60 + 59)) };
}

function time(at: number): string {
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}

/** The day from midnight to midnight: its own shifts, and the end of the night before. */
function Bars({ shifts, reached }: { shifts: readonly Shift[]; reached: number }) {
  const stretches = shifts.map((shift) => ({ from: minutes(shift.from), to: Math.min(endOf(shift), DAY_MINUTES) }));
  if (reached > 0) stretches.unshift({ from: 0, to: reached });
  return (
    <Box className={classes.bars} aria-hidden="true">
      {stretches.map(({ from, to }, index) => (
        <span
          key={index}
          style={{ left: `${(from / DAY_MINUTES) * 100}%`, width: `${((to - from) / DAY_MINUTES) * 100}%` }}
        />
      ))}
    </Box>
  );
}
