import { Card, NumberInput, Select, Stack, Switch, TagsInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
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
              <Minutes form={form} name="waitMinutes" label="Too long is" most={240} testId="mail-wait-minutes" />
            )}
            {(form.values.waitMinutes !== undefined || form.values.nobodyThere) && (
              <Minutes
                form={form}
                name="quietMinutes"
                label="Between two mails of one kind at least"
                most={1440}
                testId="mail-quiet-minutes"
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
            <Select
              label="Language of these mails"
              description="Transcripts come in the language of the browser that asks for them"
              maw={280}
              allowDeselect={false}
              data={[
                { value: "en", label: "English" },
                { value: "de", label: "Deutsch" },
              ]}
              {...form.getInputProps("language")}
              data-testid="mail-language"
            />
          </Stack>
        </Card>
      )}
    </SettingsPage>
  );
}

interface MinutesProps {
  form: UseFormReturnType<MailSettings>;
  name: "waitMinutes" | "quietMinutes";
  label: string;
  most: number;
  testId: string;
}

function Minutes({ form, name, label, most, testId }: MinutesProps) {
  return (
    <NumberInput
      label={label}
      suffix=" min"
      min={1}
      max={most}
      allowDecimal={false}
      clampBehavior="strict"
      maw={280}
      value={form.values[name]}
      onChange={(minutes) => form.setFieldValue(name, Number(minutes) || 1)}
      error={form.errors[name]}
      data-testid={testId}
    />
  );
}
