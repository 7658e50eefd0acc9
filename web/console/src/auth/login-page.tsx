import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { access, api } from "../api/client";
import { asProblem, type Problem } from "../api/problem";
import { emailRule, required } from "../ui/rules";
import { useTitle } from "../ui/title";
import { useSignIn } from "./use-user";
import { Welcome } from "./welcome";

export function useSetupOpen() {
  return useQuery({
    queryKey: ["setup"],
    queryFn: ({ signal }) => api.get<{ open: boolean }>("/api/setup", { open: true, signal }),
    staleTime: 60_000,
  });
}

export function LoginPage() {
  useTitle("Sign in");
  const setup = useSetupOpen();
  const [problem, setProblem] = useState<Problem>();
  const form = useForm({
    initialValues: { email: "", password: "" },
    validate: { email: emailRule, password: required("Enter your password") },
  });
  const out = useSignIn();
  const because = out.status === "out" ? out.because : undefined;
  const [busy, setBusy] = useState(false);

  const signIn = form.onSubmit(async ({ email, password }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await access.login(email.trim(), password);
    } catch (error) {
      setProblem(asProblem(error));
      form.setFieldValue("password", "");
    } finally {
      setBusy(false);
    }
  });

  return (
    <Welcome title="Sign in" lead="Help your customers right where they are stuck.">
      <form onSubmit={signIn} noValidate>
        <Stack gap="md">
          {setup.data?.open && (
            <Alert color="petrol" title="First start">
              Nobody can sign in yet.{" "}
              <Anchor component={Link} to="/setup" size="sm" fw={600}>
                Set up this installation
              </Anchor>
            </Alert>
          )}
          {because && !problem && (
            <Alert color="amber" role="status" title={because} data-testid="signed-out-because">
              Sign in to go on where you were. What your customers wrote is kept.
            </Alert>
          )}
          {problem && (
            <Alert
              color="red"
              role="alert"
              title={problem.status === 401 ? "E-mail or password is wrong" : problem.title}
            >
              {problem.status === 401
                ? "Check both and try again. Capital letters count in the password."
                : problem.detail}
            </Alert>
          )}
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            size="md"
            autoFocus
            data-testid="login-email"
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            size="md"
            data-testid="login-password"
            {...form.getInputProps("password")}
          />
          <Button type="submit" size="md" loading={busy} mt="xs" data-testid="login-submit">
            Sign in
          </Button>
          <Text size="xs" c="dimmed">
            No account, or the password forgotten? A supervisor of your organisation makes accounts and sets new
            passwords under Settings, Staff.
          </Text>
        </Stack>
      </form>
    </Welcome>
  );
}
