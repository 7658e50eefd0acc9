import { Stack } from "@mantine/core";
import { useForm, type UseFormInput, type UseFormReturnType } from "@mantine/form";
import type { UseMutationResult, UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { LoadingRows, Page, ProblemNote } from "../ui/page";
import { toastDone } from "../ui/toasts";
import { showViolations } from "../ui/violations";
import { SaveBar } from "./save-bar";

interface SettingsPageProps<Settings extends object> extends SettingsFormProps<Settings> {
  title: string;
  lead: string;
  settings: UseQueryResult<Settings>;
}

interface SettingsFormProps<Settings extends object> {
  save: UseMutationResult<Settings | undefined, Error, Settings>;
  /** Said when they are. */
  saved: string;
  validate: UseFormInput<Settings>["validate"];
  children: (form: UseFormReturnType<Settings>) => ReactNode;
}

/** A page of settings that are read, changed and saved as a whole. */
export function SettingsPage<Settings extends object>({ title, lead, settings, ...form }: SettingsPageProps<Settings>) {
  return (
    <Page title={title} lead={lead}>
      {settings.isPending ? (
        <LoadingRows rows={2} height={180} />
      ) : settings.isError ? (
        <ProblemNote error={settings.error} onRetry={() => void settings.refetch()} />
      ) : (
        <SettingsForm initial={settings.data} {...form} />
      )}
    </Page>
  );
}

function SettingsForm<Settings extends object>({
  initial,
  save,
  saved,
  validate,
  children,
}: SettingsFormProps<Settings> & { initial: Settings }) {
  const form = useForm<Settings>({ initialValues: initial, validate });
  const submit = form.onSubmit((values) =>
    save.mutate(values, {
      onSuccess: () => {
        form.resetDirty(values);
        toastDone(saved);
      },
      onError: (error) => showViolations(form, error),
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={720}>
        {save.error && <ProblemNote error={save.error} />}
        {children(form)}
        <SaveBar changed={form.isDirty()} saving={save.isPending} onReset={form.reset} />
      </Stack>
    </form>
  );
}
