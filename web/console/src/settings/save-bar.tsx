import { Button, Group, Text } from "@mantine/core";

interface SaveBarProps {
  changed: boolean;
  saving: boolean;
  onReset: () => void;
}

/** Ends a form of settings: says what is not saved yet. */
export function SaveBar({ changed, saving, onReset }: SaveBarProps) {
  return (
    <Group gap="sm">
      <Button type="submit" loading={saving} disabled={!changed} data-testid="settings-save">
        Save
      </Button>
      {changed && (
        <>
          <Button variant="subtle" color="gray" onClick={onReset}>
            Undo
          </Button>
          <Text size="sm" c="dimmed">
            Not saved yet
          </Text>
        </>
      )}
    </Group>
  );
}
