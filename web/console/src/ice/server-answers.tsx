import { Card, Group, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { ServerAnswer, ServerWord } from "@remote-support/media";

const WORDS: Record<ServerWord, { title: string; help: string }> = {
  answers: { title: "Answers", help: "" },
  refused: {
    title: "Refuses the credentials",
    help: "The secret is not the server's static-auth-secret, or the clocks of both differ by minutes.",
  },
  busy: { title: "Answers, but has no relay free", help: "Raise user-quota or total-quota of the server." },
  unreachable: {
    title: "Cannot be reached from here",
    help: "Is it running, and are its port and the way of its address (UDP, TCP, TLS) open in the firewalls? For turns: the certificate must be one that browsers trust.",
  },
  unusable: { title: "Is no address that browsers take", help: "Compare it with the examples beside the field." },
};

/** What each server said, and what to do. */
export function ServerAnswers({ answers }: { answers: readonly ServerAnswer[] }) {
  const bad = answers.filter(({ word }) => word !== "answers").length;
  return (
    <Card padding="lg" role="status" data-testid="server-answers">
      <Title order={2} size="h5" mb="sm">
        {bad === 0
          ? "All of them answer, from this computer"
          : `${bad} of ${answers.length} do not help, from this computer`}
      </Title>
      <Stack gap="sm">
        {answers.map(({ url, word, milliseconds }) => (
          <Group key={url} gap="sm" wrap="nowrap" align="flex-start" data-testid="server-answer" data-word={word}>
            <ThemeIcon variant="light" color={word === "answers" ? "teal" : "red"} size="md" mt={2}>
              {word === "answers" ? <IconCheck size={16} /> : <IconAlertTriangle size={16} />}
            </ThemeIcon>
            <div>
              <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
                {url}
              </Text>
              <Text size="sm" c="dimmed">
                {WORDS[word].title}
                {milliseconds !== undefined && ` after ${milliseconds} ms`}. {WORDS[word].help}
              </Text>
            </div>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
