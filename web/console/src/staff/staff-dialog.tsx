import {
  Button,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  PasswordInput,
  Select,
  Stack,
  TagsInput,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import type { StaffMember, StaffRole } from "../api/model";
import { asProblem } from "../api/problem";
import { ROLE_HINTS, ROLE_NAMES } from "../auth/roles";
import { useUser } from "../auth/use-user";
import type { DeskMember } from "../desk/model";
import { useTeams } from "../desk/queries";
import { ProblemNote } from "../ui/page";
import { emailRule, passwordRule, required } from "../ui/rules";
import { toastDone } from "../ui/toasts";
import { showViolations } from "../ui/violations";
import { useSaveStaff, type StaffForm } from "./queries";
import { rolesToGive } from "./rules";

interface StaffDialogProps {
  member: StaffMember | undefined;
  /** How they take part in the desk; missing until they have. */
  profile: DeskMember | undefined;
  skills: string[];
  /** The last owner keeps the role. */
  lastOwner: boolean;
  onClose: () => void;
  /** Told the password that was made for somebody new. */
  onPassword: (password: string) => void;
}

/** What the server understands; people write as they like. */
export function skillOf(written: string): string {
  return written.trim().toLowerCase().replace(/\s+/g, "-");
}

export function StaffDialog({ member, profile, skills, lastOwner, onClose, onPassword }: StaffDialogProps) {
  const user = useUser();
  const teams = useTeams();
  const save = useSaveStaff();
  const form = useForm<StaffForm>({
    initialValues: {
      name: member?.name ?? "",
      email: member?.email ?? "",
      role: member?.role ?? "support",
      password: "",
      chatLimit: profile?.limits.chat ?? 5,
      callLimit: profile?.limits.call ?? 2,
      teamIds: profile?.teams.map(({ id }) => id) ?? [],
      skills: profile?.skills ?? [],
    },
    validate: {
      name: required("Enter a name"),
      email: emailRule,
      password: (value) => (value ? passwordRule(value) : null),
      chatLimit: limitRule,
      callLimit: limitRule,
      skills: (all) =>
        all.every((skill) => /^[a-z0-9][a-z0-9._-]*$/.test(skill)) ? null : "Letters a–z, digits and - only",
    },
  });
  const { error } = save;
  const submit = form.onSubmit((values) =>
    save.mutate(
      { id: member?.id, ...values },
      {
        onSuccess: (saved) => {
          toastDone(member ? `${values.name} is saved.` : `${values.name} can sign in now.`);
          onClose();
          if (saved?.initialPassword) onPassword(saved.initialPassword);
        },
        onError: (problem) => {
          showViolations(form, problem);
          if (asProblem(problem).code === "email-taken") {
            form.setFieldError("email", "This address has an account already");
          }
        },
      },
    ),
  );
  return (
    <Modal opened onClose={onClose} title={member ? `Edit ${member.name}` : "Add somebody"} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack>
          {error && asProblem(error).violations.length === 0 && <ProblemNote error={error} />}
          <Group grow align="flex-start">
            <TextInput label="Name" data-autofocus maxLength={200} autoComplete="off" {...form.getInputProps("name")} />
            <TextInput label="E-mail" type="email" autoComplete="off" {...form.getInputProps("email")} />
          </Group>
          <Select
            label="Role"
            data={rolesToGive(user).map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
            description={
              lastOwner ? "The last owner stays one: make somebody else an owner first" : ROLE_HINTS[form.values.role]
            }
            disabled={lastOwner}
            {...form.getInputProps("role")}
            onChange={(role) => form.setFieldValue("role", role as StaffRole)}
          />
          <PasswordInput
            label={member ? "New password" : "First password"}
            description={
              member
                ? "Leave empty to keep the present one"
                : "At least 12 characters; left empty, one is made and shown to you once"
            }
            autoComplete="new-password"
            {...form.getInputProps("password")}
          />
          <Group grow align="flex-start">
            <NumberInput label="Chats at once" min={0} max={100} {...form.getInputProps("chatLimit")} />
            <NumberInput label="Calls at once" min={0} max={100} {...form.getInputProps("callLimit")} />
          </Group>
          <MultiSelect
            label="Teams"
            placeholder={form.values.teamIds.length > 0 ? undefined : "None"}
            data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("teamIds")}
          />
          <TagsInput
            label="Skills"
            description="What a customer may need, such as french or billing; press Enter after each"
            data={skills}
            splitChars={[","]}
            acceptValueOnBlur
            {...form.getInputProps("skills")}
            onChange={(all) => form.setFieldValue("skills", [...new Set(all.map(skillOf))])}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending} data-testid="staff-save">
              {member ? "Save" : "Add"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function limitRule(value: number): string | null {
  return Number.isInteger(value) && value >= 0 && value <= 100 ? null : "Between 0 and 100";
}
