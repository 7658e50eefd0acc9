import { ActionIcon, Button, Group, Stack, Text, TextInput, Tooltip } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Holiday } from "../desk/model";

interface HolidaysProps {
  holidays: readonly Holiday[];
  onChange: (holidays: Holiday[]) => void;
}

/** Days on which the week does not count. */
export function Holidays({ holidays, onChange }: HolidaysProps) {
  const set = (index: number, part: Partial<Holiday>) =>
    onChange(holidays.map((holiday, at) => (at === index ? { ...holiday, ...part } : holiday)));
  return (
    <Stack gap="xs">
      {holidays.length === 0 && (
        <Text size="sm" c="dimmed">
          None yet. On these days nobody is expected, whatever the week says.
        </Text>
      )}
      {holidays.map((holiday, index) => (
        <Group key={index} gap="xs" wrap="nowrap">
          <TextInput
            type="date"
            w={160}
            aria-label="Date"
            value={holiday.date}
            onChange={(event) => set(index, { date: event.currentTarget.value })}
          />
          <TextInput
            flex={1}
            aria-label="Name of the day"
            placeholder="Such as New Year"
            maxLength={100}
            value={holiday.name}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
          />
          <Tooltip label="Remove">
            <ActionIcon
              aria-label={`Remove ${holiday.name || "this day"}`}
              onClick={() => onChange(holidays.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ))}
      <Group>
        <Button
          size="xs"
          variant="light"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...holidays, { date: "", name: "" }])}
        >
          Add a day
        </Button>
      </Group>
    </Stack>
  );
}
