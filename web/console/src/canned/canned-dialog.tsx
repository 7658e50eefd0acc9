import { Button, Code, Group, Modal, Paper, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRef } from "react";
import { asProblem } from "../api/problem";
import { useUser } from "../auth/use-user";
import { useTeams } from "../desk/queries";
import { ProblemNote } from "../ui/page";
import { required } from "../ui/rules";
import { toastDone } from "../ui/toasts";
import { showViolations } from "../ui/violations";
import { fillIn, VARIABLES, type CannedAnswer } from "./model";
import { useSaveCanned, type CannedForm } from "./queries";

const EVERYBODY = "everybody";
const TO_INSERT = {
  "customer.name": "{{customer.name|there}}",
  "staff.name": "{{staff.name}}",
  "session.number": "{{session.number}}",
} as const;

export function CannedDialog({ answer, onClose }: { answer: CannedAnswer | undefined; onClose: () => void }) {
  const user = useUser();
  const teams = useTeams();
  const save = useSaveCanned();
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useForm<CannedForm>({
    initialValues: { code: answer?.code ?? "", text: answer?.text ?? "", teamId: answer?.teamId ?? null },
    validate: {
      code: (code) =>
        /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/.test(code) ? null : "Up to 32 letters, digits, - and _, without the slash",
      text: required("Write what is to be said"),
    },
  });
  const insert = (variable: string) => {
    const at = field.current?.selectionStart ?? form.values.text.length;
    form.setFieldValue("text", form.values.text.slice(0, at) + variable + form.values.text.slice(at));
    field.current?.focus();
  };
  const submit = form.onSubmit((values) =>
    save.mutate(
      { id: answer?.id, ...values },
      {
        onSuccess: () => {
          toastDone(`/${values.code} is ready to be used.`);
          onClose();
        },
        onError: (error) => showViolations(form, error),
      },
    ),
  );
  const seenBy = (customer: string) =>
    fillIn(form.values.text, { "customer.name": customer, "staff.name": user.name, "session.number": "1042" });
  const preview = seenBy("Grace Hopper");
  const nameless = seenBy("");
  return (
    <Modal opened onClose={onClose} title={answer ? `Edit /${answer.code}` : "Add a canned answer"} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack>
          {save.error && asProblem(save.error).violations.length === 0 && <ProblemNote error={save.error} />}
          <Group grow align="flex-start">
            <TextInput
              label="Code"
              leftSection="/"
              placeholder="hello"
              data-autofocus
              {...form.getInputProps("code")}
              data-testid="canned-code"
            />
            <Select
              label="For"
              data={[
                { value: EVERYBODY, label: "Everybody" },
                ...(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={form.values.teamId ?? EVERYBODY}
              onChange={(id) => form.setFieldValue("teamId", id === EVERYBODY ? null : id)}
            />
          </Group>
          <div>
            <Textarea
              ref={field}
              label="Text"
              autosize
              minRows={4}
              maxRows={12}
              maxLength={4000}
              {...form.getInputProps("text")}
              data-testid="canned-text"
            />
            <Group gap={6} mt={6}>
              <Text size="xs" c="dimmed">
                Fill in:
              </Text>
              {VARIABLES.map((name) => (
                <Button key={name} size="compact-xs" variant="default" onClick={() => insert(TO_INSERT[name])}>
                  {name}
                </Button>
              ))}
            </Group>
            <Text size="xs" c="dimmed" mt={6}>
              Behind the bar in <Code>{TO_INSERT["customer.name"]}</Code> stands what is said to who has given no name.
              Without it the name is left out.
            </Text>
          </div>
          {preview.trim() && (
            <Paper withBorder p="sm" radius="md">
              <Text size="xs" c="dimmed" mb={4}>
                This is how a customer would see it
              </Text>
              <Text size="sm" style={{ whiteSpace: "pre-wrap" }} data-testid="canned-preview">
                {preview}
              </Text>
              {nameless !== preview && (
                <>
                  <Text size="xs" c="dimmed" mt="xs" mb={4}>
                    and one who has given no name
                  </Text>
                  <Text size="sm" style={{ whiteSpace: "pre-wrap" }} data-testid="canned-preview-nameless">
                    {nameless}
                  </Text>
                </>
              )}
            </Paper>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending} data-testid="canned-save">
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
