import { Card, NumberInput, Stack, Switch, TagsInput } from "@mantine/core";
import { emailRule } from "../ui/rules";
import { useMailSettings, useSaveMailSettings, type MailSettings } from "./queries";
import { SettingsPage } from "./settings-page";

export function MailPage() {
  return (
    <SettingsPage<MailSettings>
      title="Mail"
      lead="Who is told when a customer finds nobody, or waits too long."
      settings={useMailSettings()}
      save={useSaveMailSettings()}
      saved="The mail settings are saved."
      validate={{
        alertTo: (addresses, { missedChats, nobodyThere, waitMinutes }) =>
          (missedChats || nobodyThere || waitMinutes !== undefined) && addresses.length === 0
            ? "Name at least one address, or switch the mail off"
            : (addresses.map(emailRule).find((problem) => problem !== null) ?? null),
      }}
    >
      {(form) => (
        <Card padding="lg">
          <Stack>
            <Switch
              label="Mail about missed chats"
              description="When a customer leaves the queue without an answer, or writes while nobody is there."
              {...form.getInputProps("missedChats", { type: "checkbox" })}
            />
            <Switch
              label="Mail when nobody is there"
              description="A customer has been waiting for a minute, and nobody of the staff takes sessions."
              {...form.getInputProps("nobodyThere", { type: "checkbox" })}
              data-testid="mail-nobody"
            />
            <Switch
              label="Mail when a customer waits too long"
              checked={form.values.waitMinutes !== undefined}
              onChange={(event) => form.setFieldValue("waitMinutes", event.currentTarget.checked ? 5 : undefined)}
              data-testid="mail-late"
            />
            {form.values.waitMinutes !== undefined && (
              <NumberInput
                label="Too long is"
                suffix=" min"
                min={1}
                max={240}
                allowDecimal={false}
                clampBehavior="strict"
                maw={200}
                value={form.values.waitMinutes}
                onChange={(minutes) => form.setFieldValue("waitMinutes", Number(minutes) || 1)}
                error={form.errors.waitMinutes}
                data-testid="mail-wait-minutes"
              />
            )}
            {(form.values.waitMinutes !== undefined || form.values.nobodyThere) && (
              <NumberInput
                label="Between two mails of one kind at least"
                suffix=" min"
                min={1}
                max={1440}
                allowDecimal={false}
                clampBehavior="strict"
                maw={280}
                value={form.values.quietMinutes}
                onChange={(minutes) => form.setFieldValue("quietMinutes", Number(minutes) || 1)}
                error={form.errors.quietMinutes}
                data-testid="mail-quiet-minutes"
              />
            )}
            <TagsInput
              label="Send to"
              description="Addresses of your team; press Enter after each"
              placeholder="desk@example.com"
              splitChars={[",", " ", ";"]}
              acceptValueOnBlur
              {...form.getInputProps("alertTo")}
              data-testid="mail-to"
            />
          </Stack>
        </Card>
      )}
    </SettingsPage>
  );
}
