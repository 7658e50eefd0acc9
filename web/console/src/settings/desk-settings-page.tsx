import { Card, NumberInput, SimpleGrid, Switch, Text, Title } from "@mantine/core";
import type { DeskSettings } from "../desk/model";
import { useDeskSettings, useSaveDeskSettings } from "./queries";
import { SettingsPage } from "./settings-page";

export function DeskSettingsPage() {
  return (
    <SettingsPage<DeskSettings>
      title="Routing"
      lead="How waiting customers find somebody, and what happens when a session falls silent."
      settings={useDeskSettings()}
      save={useSaveDeskSettings()}
      saved="The desk works by these from now on."
      validate={{
        offerSeconds: between(5, 300, "seconds"),
        idleWarnMinutes: between(1, 1440, "minutes"),
        idleEndMinutes: (value, { idleWarnMinutes }) =>
          between(2, 1440, "minutes")(value) ?? (value > idleWarnMinutes ? null : "Has to be later than the warning"),
      }}
    >
      {(form) => (
        <>
          <Card padding="lg">
            <Title order={2} size="h5" mb="sm">
              Offers
            </Title>
            <Switch
              label="Offer waiting customers by itself"
              description="The longest waiting goes to the least loaded who is online and has the skill. Switched off, everybody picks up by hand."
              {...form.getInputProps("autoAssign", { type: "checkbox" })}
              data-testid="auto-assign"
            />
            <NumberInput
              mt="md"
              maw={260}
              label="An offer lasts"
              description="Then it goes to the next, and the customer keeps the place"
              suffix=" seconds"
              min={5}
              max={300}
              disabled={!form.values.autoAssign}
              {...form.getInputProps("offerSeconds")}
            />
          </Card>
          <Card padding="lg">
            <Title order={2} size="h5">
              Silence
            </Title>
            <Text size="sm" c="dimmed" mb="sm">
              A session in which nothing happens holds a place that somebody else waits for.
            </Text>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <NumberInput
                label="Warn both sides after"
                suffix=" minutes"
                min={1}
                max={1440}
                {...form.getInputProps("idleWarnMinutes")}
              />
              <NumberInput
                label="End the session after"
                suffix=" minutes"
                min={1}
                max={1440}
                {...form.getInputProps("idleEndMinutes")}
              />
            </SimpleGrid>
          </Card>
        </>
      )}
    </SettingsPage>
  );
}

function between(least: number, most: number, unit: string): (value: number) => string | null {
  return (value) =>
    Number.isInteger(value) && value >= least && value <= most ? null : `Between ${least} and ${most} ${unit}`;
}
