import { Alert, Box, Button, Center, Group, Paper, Skeleton, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { asProblem } from "../api/problem";
import { useTitle } from "./title";
import classes from "./page.module.css";

interface PageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every page that is a list or a form. */
export function Page({ title, lead, actions, children }: PageProps) {
  useTitle(title);
  return (
    <Box className={classes.page}>
      <Group justify="space-between" align="flex-end" mb="lg" gap="md">
        <Box maw={720}>
          <Title order={1} fz={27} className={classes.title}>
            {title}
          </Title>
          {lead && (
            <Text component="div" c="dimmed" size="sm" mt={4}>
              {lead}
            </Text>
          )}
        </Box>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Box>
  );
}

interface EmptyProps {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** What to do when there is nothing yet. */
export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <Paper className={classes.empty} withBorder data-testid="empty">
      <Center>
        <Stack align="center" gap="xs" maw={560} ta="center">
          <ThemeIcon size={56} radius="xl" variant="light">
            {icon}
          </ThemeIcon>
          <Title order={2} size="h4" mt="xs">
            {title}
          </Title>
          <Text component="div" c="dimmed" size="sm">
            {children}
          </Text>
          {action && <Box mt="sm">{action}</Box>}
        </Stack>
      </Center>
    </Paper>
  );
}

/** A failed load, with what to do about it. */
export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = asProblem(error);
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle size={20} />}
      title={problem.title}
      radius="lg"
      role="alert"
      data-testid="problem"
    >
      <Text size="sm">{problem.detail}</Text>
      {problem.id && (
        <Text size="xs" c="dimmed" mt={4}>
          Reference {problem.id}
        </Text>
      )}
      {onRetry && (
        <Button mt="sm" size="xs" variant="light" color="red" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}

export function LoadingRows({ rows = 5, height = 72 }: { rows?: number; height?: number }) {
  return (
    <Stack gap="sm" aria-busy="true" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="lg" />
      ))}
    </Stack>
  );
}
