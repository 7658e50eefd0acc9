import { ActionIcon, Button, Card, Code, Group, Stack, Switch, Text, TextInput, Title, Tooltip } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { SaveBar } from "../settings/save-bar";
import { LoadingRows, Page, ProblemNote } from "../ui/page";
import { toastDone } from "../ui/toasts";
import { Preview } from "./preview";
import { useMasking, useSaveMasking, type MaskingRule } from "./queries";
import classes from "./masking.module.css";

export function MaskingPage() {
  const rules = useMasking();
  return (
    <Page
      title="Masking"
      lead="What must never be stored is made unreadable before a message is kept, sent on, mailed or logged."
    >
      {rules.isPending ? (
        <LoadingRows rows={3} height={120} />
      ) : rules.isError ? (
        <ProblemNote error={rules.error} onRetry={() => void rules.refetch()} />
      ) : (
        <div className={classes.columns}>
          <Rules key={JSON.stringify(rules.data)} rules={rules.data} />
          <Preview />
        </div>
      )}
    </Page>
  );
}

/** What the built-in kinds find. */
const HINTS: Record<string, string> = {
  card: "Payment cards in every spelling; the last four digits stay",
  iban: "International bank account numbers; the last four characters stay",
  social_security: "As they are written where they are used",
  pin: "After words that announce one",
  security_code: "The three or four digits on a card, after words that announce them",
  password: "After words that announce one",
  one_time_code: "Codes for signing in or paying, after words that announce one",
  account: "After words that announce one; the last four digits stay",
};

function Rules({ rules }: { rules: MaskingRule[] }) {
  const save = useSaveMasking();
  const form = useForm({
    initialValues: { rules },
    validate: ({ rules }) => problemsOf(rules),
  });
  const submit = form.onSubmit((values) =>
    save.mutate(values.rules, { onSuccess: () => toastDone("New messages are masked by these rules.") }),
  );
  const list = form.values.rules.map((rule, index) => ({ rule, index }));
  const own = list.filter(({ rule }) => isOwn(rule));
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {save.error && <ProblemNote error={save.error} />}
        <Card padding="lg">
          <Title order={2} size="h5" mb="sm">
            Built in
          </Title>
          <Stack gap="sm">
            {list
              .filter(({ rule }) => !isOwn(rule))
              .map(({ rule, index }) => (
                <Switch
                  key={rule.name}
                  label={rule.name}
                  description={rule.kind ? HINTS[rule.kind] : undefined}
                  {...form.getInputProps(`rules.${index}.enabled`, { type: "checkbox" })}
                  data-testid="masking-rule"
                />
              ))}
          </Stack>
        </Card>
        <Card padding="lg">
          <Title order={2} size="h5">
            Your own
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            A regular expression, such as <Code>{"KD-\\d{6}"}</Code> for customer numbers. What it matches is masked.
          </Text>
          <Stack gap="sm">
            {own.map(({ index }) => (
              <Group key={index} gap="xs" align="flex-start" wrap="nowrap">
                <TextInput
                  aria-label="Name"
                  placeholder="Name"
                  w={160}
                  maxLength={60}
                  {...form.getInputProps(`rules.${index}.name`)}
                />
                <TextInput
                  aria-label="Pattern"
                  placeholder="Pattern"
                  flex={1}
                  maxLength={200}
                  classNames={{ input: classes.pattern }}
                  {...form.getInputProps(`rules.${index}.pattern`)}
                />
                <Switch
                  mt={8}
                  aria-label="In use"
                  {...form.getInputProps(`rules.${index}.enabled`, { type: "checkbox" })}
                />
                <Tooltip label="Remove">
                  <ActionIcon mt={4} aria-label="Remove this rule" onClick={() => form.removeListItem("rules", index)}>
                    <IconTrash size={17} />
                  </ActionIcon>
                </Tooltip>
              </Group>
            ))}
            <Group>
              <Button
                size="xs"
                variant="light"
                leftSection={<IconPlus size={14} />}
                onClick={() => form.insertListItem("rules", { name: "", pattern: "", enabled: true })}
                data-testid="masking-add"
              >
                Add a rule
              </Button>
            </Group>
          </Stack>
        </Card>
        <SaveBar changed={form.isDirty()} saving={save.isPending} onReset={form.reset} />
      </Stack>
    </form>
  );
}

function isOwn(rule: MaskingRule | undefined): boolean {
  return rule?.pattern !== undefined && rule.pattern !== null;
}

/** By the path of the field, as the form wants it. */
function problemsOf(rules: readonly MaskingRule[]): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const [index, rule] of rules.entries()) {
    if (!rule.name.trim()) problems[`rules.${index}.name`] = "Name it";
    if (isOwn(rule) && !rule.pattern?.trim()) problems[`rules.${index}.pattern`] = "Write a regular expression";
  }
  return problems;
}
