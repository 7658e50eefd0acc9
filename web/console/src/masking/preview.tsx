import { Badge, Box, Card, Group, Mark, Stack, Text, Textarea, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { ProblemNote } from "../ui/page";
import { useMaskingPreview, type Finding } from "./queries";
import classes from "./masking.module.css";

const EXAMPLE = "Hi, my card 4111 1111 1111 1111 was charged twice. My PIN is 4821, please check.";

/** Shows at once what the stored rules find in a text; it is not kept anywhere. */
export function Preview() {
  const [text, setText] = useState(EXAMPLE);
  const [asked] = useDebouncedValue(text, 300);
  const preview = useMaskingPreview(asked);
  const findings = preview.data?.findings ?? [];
  return (
    <Card padding="lg" className={classes.preview}>
      <Title order={2} size="h5">
        Try it
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        With the saved rules. What you type here is not stored.
      </Text>
      <Stack>
        <Textarea
          aria-label="Text to try"
          autosize
          minRows={4}
          maxRows={10}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-testid="masking-text"
        />
        {preview.isError ? (
          <ProblemNote error={preview.error} onRetry={() => void preview.refetch()} />
        ) : text.trim() ? (
          <div aria-live="polite">
            <Text size="xs" c="dimmed" mb={4}>
              What is found
            </Text>
            <Box className={classes.text}>
              <Marked text={asked} findings={preview.isPlaceholderData ? [] : findings} />
            </Box>
            <Text size="xs" c="dimmed" mt="sm" mb={4}>
              What is stored
            </Text>
            <Box className={classes.text} data-testid="masking-result">
              {preview.data?.masked ?? "…"}
            </Box>
            <Group gap={6} mt="sm">
              {findings.length === 0 ? (
                <Text size="sm" c="dimmed">
                  Nothing secret found.
                </Text>
              ) : (
                [...new Set(findings.map(({ kind }) => kind))].map((kind) => (
                  <Badge key={kind} color="amber">
                    {kind}
                  </Badge>
                ))
              )}
            </Group>
          </div>
        ) : (
          <Text size="sm" c="dimmed">
            Write something that should be hidden.
          </Text>
        )}
      </Stack>
    </Card>
  );
}

function Marked({ text, findings }: { text: string; findings: readonly Finding[] }) {
  const parts = [];
  let at = 0;
  for (const { from, to, kind } of [...findings].sort((a, b) => a.from - b.from)) {
    if (from < at || to > text.length) continue; // overlaps, or of an older text
    parts.push(text.slice(at, from));
    parts.push(
      <Mark key={from} title={kind}>
        {text.slice(from, to)}
      </Mark>,
    );
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
