import { Button, Divider, Group, Modal, PasswordInput, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRef } from "react";
import { asProblem } from "../api/problem";
import { ProblemNote } from "../ui/page";
import { emailRule, passwordRule, required } from "../ui/rules";
import { toastDone } from "../ui/toasts";
import { planOption } from "./plan";
import { useCreateOrganisation, usePlans, type NewOrganisation } from "./queries";

export function OrganisationDialog({ onClose }: { onClose: () => void }) {
  const plans = usePlans();
  const create = useCreateOrganisation();
  const made = useRef<{ id?: string }>({});
  const form = useForm<NewOrganisation>({
    initialValues: { name: "", plan: "", adminName: "", adminEmail: "", adminPassword: "" },
    validate: {
      name: required("Enter the organisation's name"),
      plan: (plan) => (plan ? null : "Choose a plan"),
      adminName: required("Enter a name"),
      adminEmail: emailRule,
      adminPassword: passwordRule,
    },
  });

  const save = form.onSubmit((values) =>
    create.mutate(
      { form: values, made: made.current },
      {
        onSuccess: () => {
          toastDone(`${values.name} is ready; ${values.adminName} can sign in.`);
          onClose();
        },
        onError: (error) => {
          for (const { field, message } of asProblem(error).violations) {
            const name = field.split(".").pop() ?? "";
            const own = made.current.id ? `admin${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
            if (own in values) form.setFieldError(own, message);
          }
        },
      },
    ),
  );

  return (
    <Modal opened onClose={onClose} title="New organisation" size="lg">
      <form onSubmit={save} noValidate>
        <Stack>
          {create.error && asProblem(create.error).violations.length === 0 && <ProblemNote error={create.error} />}
          <Group grow align="flex-start">
            <TextInput label="Name" data-autofocus maxLength={200} {...form.getInputProps("name")} />
            <Select
              label="Plan"
              placeholder="Choose"
              data={plans.data?.map(planOption) ?? []}
              {...form.getInputProps("plan")}
            />
          </Group>
          <Divider label="Its first administrator" labelPosition="left" />
          <TextInput label="Name" autoComplete="off" {...form.getInputProps("adminName")} />
          <TextInput label="E-mail" type="email" autoComplete="off" {...form.getInputProps("adminEmail")} />
          <PasswordInput
            label="First password"
            description="At least 12 characters"
            autoComplete="new-password"
            {...form.getInputProps("adminPassword")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={create.isPending} data-testid="organisation-save">
              Create
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
