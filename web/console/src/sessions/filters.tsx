import { Autocomplete, Badge, Button, FocusTrap, Group, Popover, Select, Stack, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFilter } from "@tabler/icons-react";
import { useDeskStaff } from "../desk/queries";
import { useSites } from "../sites/queries";
import { filtersSet, type SessionSearch } from "./search";
import { useTags } from "./queries";

interface FiltersProps {
  search: SessionSearch;
  onChange: (part: Partial<SessionSearch>) => void;
}

const NONE = { tag: undefined, staff: undefined, site: undefined, from: undefined, to: undefined };

/** The filters beside state and text, behind one button that says how many are set. */
export function Filters({ search, onChange }: FiltersProps) {
  const [opened, { toggle, close }] = useDisclosure();
  const set = filtersSet(search);
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      position="bottom-end"
      width={320}
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={16} />}
          rightSection={
            set > 0 ? (
              <Badge size="sm" circle variant="filled" aria-label={`${set} set`}>
                {set}
              </Badge>
            ) : undefined
          }
          onClick={toggle}
          data-testid="session-filters"
        >
          Filters
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="md" aria-label="Filters">
        <FocusTrap.InitialFocus />
        <Fields search={search} onChange={onChange} />
        <Group justify="space-between" mt="md">
          <Button size="xs" variant="subtle" color="gray" disabled={set === 0} onClick={() => onChange(NONE)}>
            Clear all
          </Button>
          <Button size="xs" onClick={close}>
            Done
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function Fields({ search, onChange }: FiltersProps) {
  const staff = useDeskStaff();
  const sites = useSites();
  const tags = useTags();
  return (
    <Stack gap="sm">
      <Autocomplete
        label="Tag"
        placeholder="Any"
        data={tags.data ?? []}
        defaultValue={search.tag ?? ""}
        onChange={(tag) => onChange({ tag: tag.trim() || undefined })}
        comboboxProps={{ withinPortal: false }}
      />
      <Select
        label="Helped by"
        placeholder="Anybody"
        clearable
        searchable
        data={(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={search.staff ?? null}
        onChange={(id) => onChange({ staff: id ?? undefined })}
        comboboxProps={{ withinPortal: false }}
      />
      <Select
        label="Site"
        placeholder="Any"
        clearable
        data={(sites.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={search.site ?? null}
        onChange={(id) => onChange({ site: id ?? undefined })}
        comboboxProps={{ withinPortal: false }}
      />
      <Group grow gap="sm">
        <TextInput
          type="date"
          label="From"
          value={search.from ?? ""}
          max={search.to}
          onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label="To"
          value={search.to ?? ""}
          min={search.from}
          onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
        />
      </Group>
    </Stack>
  );
}
