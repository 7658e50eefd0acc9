import { Button, Group, Modal, PasswordInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { StaffMember, StaffRole } from "../api/model";
import { asProblem } from "../api/problem";
import { atLeast, ROLE_HINTS, ROLE_NAMES, STAFF_ROLES } from "../auth/roles";
import { useUser } from "../auth/use-user";
import { ProblemNote } from "../ui/page";
import { emailRule, passwordRule, required } from "../ui/rules";
import { toastDone } from "../ui/toasts";
import { showViolations } from "../ui/violations";
import { useAddStaff, useChangeStaff, type NewStaff } from "./queries";

export function StaffDialog({ member, onClose }: { member: StaffMember | undefined; onClose: () => void }) {
  const user = useUser();
  const add = useAddStaff();
  const change = useChangeStaff();
  const form = useForm<NewStaff>({
    initialValues: {
      name: member?.name ?? "",
      email: member?.email ?? "",
      role: member?.role ?? "support",
      password: "",
    },
    validate: {
      name: required("Enter a name"),
      email: emailRule,
      password: (value) => (member && !value ? null : passwordRule(value)),
    },
  });
  const { isPending, error } = member ? change : add;

  const save = form.onSubmit(({ name, email, role, password }) => {
    const onError = (problem: unknown) => {
      showViolations(form, problem);
      if (asProblem(problem).code === "email-taken") form.setFieldError("email", "This address has an account already");
    };
    const onSuccess = () => {
      toastDone(member ? `${name} is saved.` : `${name} can sign in now.`);
      onClose();
    };
    if (member) change.mutate({ id: member.id, name, role, password: password || undefined }, { onSuccess, onError });
    else add.mutate({ name, email: email.trim(), role, password }, { onSuccess, onError });
  });

  // Nobody gives more rights than they have.
  const roles = STAFF_ROLES.filter((role) => atLeast(user.role, role));
  return (
    <Modal opened onClose={onClose} title={member ? `Edit ${member.name}` : "Add somebody"}>
      <form onSubmit={save} noValidate>
        <Stack>
          {error && asProblem(error).violations.length === 0 && <ProblemNote error={error} />}
          <TextInput label="Name" data-autofocus maxLength={200} autoComplete="off" {...form.getInputProps("name")} />
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="off"
            disabled={!!member}
            description={member ? "The name to sign in with; it stays" : "The name to sign in with"}
            {...form.getInputProps("email")}
          />
          <Select
            label="Role"
            data={roles.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
            description={ROLE_HINTS[form.values.role]}
            {...form.getInputProps("role")}
            onChange={(role) => form.setFieldValue("role", role as StaffRole)}
          />
          <PasswordInput
            label={member ? "New password" : "First password"}
            description={
              member
                ? "Leave empty to keep the present one"
                : "At least 12 characters; hand it over in person or by a safe way"
            }
            autoComplete="new-password"
            {...form.getInputProps("password")}
          />
          {!member && (
            <Text size="xs" c="dimmed">
              The account works at once.
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending} data-testid="staff-save">
              {member ? "Save" : "Add"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
