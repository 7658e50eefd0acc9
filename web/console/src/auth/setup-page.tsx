import { Alert, Anchor, Button, PasswordInput, Skeleton, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { access, api } from "../api/client";
import { ProblemNote } from "../ui/page";
import { emailRule, passwordRule, required } from "../ui/rules";
import { showViolations } from "../ui/violations";
import { useSetupOpen } from "./login-page";
import { useTitle } from "../ui/title";
import { Welcome } from "./welcome";

interface SetupForm {
  setupToken: string;
  name: string;
  email: string;
  password: string;
}

export function SetupPage() {
  useTitle("Set up");
  const setup = useSetupOpen();
  return (
    <Welcome
      title="Set up Remote Support"
      lead="Make the operator's account. It creates organisations and their plans."
    >
      {setup.isPending && <Skeleton height={220} />}
      {setup.isError && <ProblemNote error={setup.error} onRetry={() => void setup.refetch()} />}
      {setup.data && (setup.data.open ? <OperatorForm /> : <Closed />)}
    </Welcome>
  );
}

function Closed() {
  return (
    <Alert color="petrol" title="Already set up">
      This installation has its operator, so set-up is closed for good.{" "}
      <Anchor component={Link} to="/login" size="sm" fw={600}>
        Sign in
      </Anchor>
    </Alert>
  );
}

function OperatorForm() {
  const client = useQueryClient();
  const form = useForm<SetupForm>({
    initialValues: { setupToken: "", name: "", email: "", password: "" },
    validate: {
      setupToken: required("Enter the set-up token"),
      name: required("Enter your name"),
      email: emailRule,
      password: passwordRule,
    },
  });
  const create = useMutation({
    mutationFn: async (values: SetupForm) => {
      await api.post("/api/setup", values, { open: true });
      client.setQueryData(["setup"], { open: false });
      await access.login(values.email, values.password);
    },
    onError: (error) => showViolations(form, error),
    meta: { shown: true },
  });
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(values))} noValidate>
      <Stack>
        {create.isError && <ProblemNote error={create.error} />}
        <PasswordInput
          label="Set-up token"
          description="REMOTE_SUPPORT_SETUP_TOKEN of the gateway; it works once"
          autoFocus
          {...form.getInputProps("setupToken")}
        />
        <TextInput label="Your name" autoComplete="name" {...form.getInputProps("name")} />
        <TextInput label="E-mail" type="email" autoComplete="username" {...form.getInputProps("email")} />
        <PasswordInput
          label="Password"
          description="At least 12 characters"
          autoComplete="new-password"
          {...form.getInputProps("password")}
        />
        <Button type="submit" size="md" loading={create.isPending}>
          Create the operator
        </Button>
      </Stack>
    </form>
  );
}
