import { Card, NumberInput, Stack, Switch, TagsInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { LoadingRows, Page, ProblemNote } from "../ui/page";
import { emailRule } from "../ui/rules";
import { toastDone } from "../ui/toasts";
import { showViolations } from "../ui/violations";
import { useMailSettings, useSaveMailSettings, type MailSettings } from "./queries";
import { SaveBar } from "./save-bar";

export function MailPage() {
  const settings = useMailSettings();
  return (
    <Page title="Mail" lead="Who is told when a customer finds nobody, or waits too long.">
      {settings.isPending ? (
        <LoadingRows rows={1} height={220} />
      ) : settings.isError ? (
        <ProblemNote error={settings.error} onRetry={() => void settings.refetch()} />
      ) : (
        <MailForm settings={settings.data} />
      )}
    </Page>
  );
}

function MailForm({ settings }: { settings: MailSettings }) {
  const save = useSaveMailSettings();
  const form = useForm<MailSettings>({
    initialValues: settings,
    validate: {
      alertTo: (addresses, { missedChats, nobodyThere, waitMinutes }) =>
        (missedChats || nobodyThere || waitMinutes !== undefined) && addresses.length === 0
          ? "Name at least one address, or switch the mail off"
          : (addresses.map(emailRule).find((problem) => problem !== null) ?? null),
    },
  });
  const submit = form.onSubmit((values) =>
    save.mutate(values, {
      onSuccess: () => {
        form.resetDirty(values);
        toastDone("The mail settings are saved.");
      },
      onError: (error) => showViolations(form, error),
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={720}>
        {save.error && <ProblemNote error={save.error} />}
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
        <SaveBar changed={form.isDirty()} saving={save.isPending} onReset={form.reset} />
      </Stack>
    </form>
  );
}
