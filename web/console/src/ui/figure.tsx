import { Box, Text } from "@mantine/core";
import classes from "./figure.module.css";

interface FigureProps {
  name: string;
  value: string;
  /** Marks a figure that wants attention. */
  warning?: boolean;
  testId?: string;
}

export function Figure({ name, value, warning, testId }: FigureProps) {
  return (
    <Box className={classes.figure} data-warning={warning || undefined}>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text className={classes.value} data-testid={testId}>
        {value}
      </Text>
    </Box>
  );
}
