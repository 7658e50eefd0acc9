import { Group, Tooltip } from "@mantine/core";
import { IconStar, IconStarFilled } from "@tabler/icons-react";

/** What the customer said of a session. */
export function Stars({ rating, feedback }: { rating: number; feedback?: string | null }) {
  const words = `${rating} of 5${feedback ? `: “${feedback}”` : ""}`;
  return (
    <Tooltip label={words} multiline maw={320}>
      <Group gap={1} wrap="nowrap" role="img" aria-label={words} w="fit-content" pos="relative" style={{ zIndex: 1 }}>
        {[1, 2, 3, 4, 5].map((star) =>
          star <= rating ? (
            <IconStarFilled key={star} size={13} color="var(--mantine-color-amber-5)" />
          ) : (
            <IconStar key={star} size={13} stroke={1.4} color="var(--mantine-color-dimmed)" />
          ),
        )}
      </Group>
    </Tooltip>
  );
}
