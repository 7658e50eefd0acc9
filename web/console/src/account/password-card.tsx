import { Button, Card, Group, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { access, api } from "../api/client";
import { asProblem } from "../api/problem";
import { ProblemNote } from "../ui/page";
import { passwordRule, required } from "../ui/rules";
import { toastDone } from "../ui/toasts";
import { showViolations } from "../ui/violations";

export function PasswordCard() {
  const form = useForm({
    initialValues: { currentPassword: "", newPassword: "" },
    validate: { currentPassword: required("Enter your present password"), newPassword: passwordRule },
  });
  const change = useMutation({
    mutationFn: (values: typeof form.values) => api.post("/api/auth/password", values),
    onSuccess: async () => {
      toastDone("Your password is changed. Sign in with the new one.");
      await access.logout();
    },
    onError: (error) => showViolations(form, error),
    meta: { shown: true },
  });
  return (
    <Card padding="lg">
      <Title order={2} size="h5">
        Password
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        A new one signs you out in all browsers.
      </Text>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
        <Stack>
          {change.error && asProblem(change.error).violations.length === 0 && <ProblemNote error={change.error} />}
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            {...form.getInputProps("currentPassword")}
          />
          <PasswordInput
            label="New password"
            description="At least 12 characters; a few words are fine"
            autoComplete="new-password"
            {...form.getInputProps("newPassword")}
          />
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              Change the password
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
