import { ActionIcon, Avatar, Box, Button, Group, Table, Text, Tooltip, UnstyledButton } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { DeskMember, Schedule } from "../desk/model";
import { useNow } from "../ui/time";
import { cellsOf, dateIn, later, weekOf, type DayCell } from "./team-days";
import classes from "./team-week.module.css";

interface TeamWeekProps {
  staff: readonly DeskMember[];
  /** When the desk is open; null is always. */
  hours: Schedule | null;
  onChoose: (staffId: string) => void;
}

/** Who works when: everybody in rows and the days of a week in columns, all in one time zone. */
export function TeamWeek({ staff, hours, onChoose }: TeamWeekProps) {
  const zone = hours?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = dateIn(zone, useNow());
  const [ahead, setAhead] = useState(0);
  const dates = useMemo(() => weekOf(later(today, ahead * 7)), [today, ahead]);
  const rows = useMemo(
    () =>
      staff.map((member) => ({ member, cells: member.schedule ? cellsOf(member.schedule, dates, zone) : undefined })),
    [staff, dates, zone],
  );
  const open = useMemo(() => hours && cellsOf(hours, dates, zone), [hours, dates, zone]);
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Group gap={6}>
          <Tooltip label="The week before">
            <ActionIcon variant="default" aria-label="The week before" onClick={() => setAhead(ahead - 1)}>
              <IconChevronLeft size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="The week after">
            <ActionIcon variant="default" aria-label="The week after" onClick={() => setAhead(ahead + 1)}>
              <IconChevronRight size={18} />
            </ActionIcon>
          </Tooltip>
          <Text fw={650} ml={6} role="status" data-testid="week-shown">
            {span(dates)}
          </Text>
          {ahead !== 0 && (
            <Button size="compact-sm" variant="subtle" onClick={() => setAhead(0)}>
              This week
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {hours ? `All times in ${zone}, as the opening hours` : `All times in ${zone}`}
        </Text>
      </Group>
      <Box className={classes.frame} tabIndex={0} role="region" aria-label="The week of everybody">
        <Table verticalSpacing={8} horizontalSpacing={7} className={classes.table} data-testid="team-week">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className={classes.who}>
                Who
              </Table.Th>
              {dates.map((date) => (
                <Table.Th
                  key={date}
                  scope="col"
                  data-today={date === today || undefined}
                  aria-current={date === today ? "date" : undefined}
                >
                  {dayOf(date)}
                  {date === today && <span className={classes.today}>Today</span>}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {open && (
              <Table.Tr className={classes.open}>
                <Table.Th scope="row" className={classes.who}>
                  Open
                </Table.Th>
                {open.map((cell, index) => (
                  <Day key={dates[index]} cell={cell} today={dates[index] === today} none="Closed" />
                ))}
              </Table.Tr>
            )}
            {rows.map(({ member, cells }) => (
              <Table.Tr key={member.id} data-testid="team-week-row">
                <Table.Th scope="row" className={classes.who}>
                  <UnstyledButton
                    className={classes.name}
                    title={`Change the week of ${member.name}`}
                    onClick={() => onChoose(member.id)}
                  >
                    <Avatar name={member.name} size={24} />
                    <Text component="span" size="sm" fw={600} truncate="end">
                      {member.name}
                    </Text>
                  </UnstyledButton>
                </Table.Th>
                {cells ? (
                  cells.map((cell, index) => (
                    <Day key={dates[index]} cell={cell} today={dates[index] === today} none="Off" />
                  ))
                ) : (
                  <Table.Td colSpan={7} c="dimmed">
                    No schedule: whenever online
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
    </>
  );
}

function Day({ cell, today, none }: { cell: DayCell; today: boolean; none: string }) {
  return (
    <Table.Td data-today={today || undefined} className="numbers">
      {cell.holiday && <Holiday name={cell.holiday} />}
      {cell.shifts.map(({ from, to }) => (
        <div key={from} className={classes.shift}>
          {from === "00:00" && to === "24:00" ? "All day" : `${from}–${to}`}
        </div>
      ))}
      {!cell.holiday && cell.shifts.length === 0 && <span className={classes.none}>{none}</span>}
    </Table.Td>
  );
}

function Holiday({ name }: { name: string }) {
  return (
    <Text component="div" className={classes.holiday} title={name} lineClamp={2}>
      {name}
    </Text>
  );
}

/** `Mon 30` */
function dayOf(date: string): string {
  const at = new Date(`${date}T00:00Z`);
  const weekday = at.toLocaleDateString(undefined, { weekday: "short", timeZone: "UTC" });
  return `${weekday} ${at.getUTCDate()}`;
}

function span(dates: readonly string[]): string {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
  const [first, last] = [dates[0], dates.at(-1)].map((date) => new Date(`${date}T00:00Z`));
  return first && last ? format.formatRange(first, last) : "";
}
