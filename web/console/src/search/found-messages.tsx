import { Button, Group, Mark, Stack, Text } from "@mantine/core";
import { IconHeadset, IconMessageSearch, IconUser } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Empty, LoadingRows, ProblemNote } from "../ui/page";
import { dayAndTime } from "../ui/time";
import { useFoundMessages, type Finding } from "./queries";
import classes from "./search.module.css";

/** What was said, wherever it was said. */
export function FoundMessages({ words }: { words: string }) {
  const found = useFoundMessages(words);
  if (!words) {
    return (
      <Empty icon={<IconMessageSearch size={28} />} title="Search in what was said">
        All words have to stand in a message. “In quotes” they stand side by side, and -without leaves out.
      </Empty>
    );
  }
  if (found.isPending) return <LoadingRows rows={5} height={70} />;
  if (found.isError) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />;
  const findings = found.data.pages.flatMap((page) => page.items);
  if (findings.length === 0 && !found.hasNextPage) {
    return (
      <Empty icon={<IconMessageSearch size={28} />} title={`Nobody said “${words}”`}>
        Only conversations that you may read are searched. Try fewer words, or the beginning of one.
      </Empty>
    );
  }
  return (
    <Stack gap="md">
      <ul className={classes.list} data-stale={found.isPlaceholderData || undefined}>
        {findings.map((finding) => (
          <Row key={`${finding.sessionId}/${finding.sequence}`} finding={finding} />
        ))}
      </ul>
      {findings.length === 0 && (
        <Text c="dimmed" ta="center" mt="lg">
          Nothing among the newest messages. Older ones are looked through bit by bit.
        </Text>
      )}
      {found.hasNextPage && (
        <Button
          variant="default"
          mx="auto"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {findings.length === 0 ? "Look further back" : "Load more"}
        </Button>
      )}
    </Stack>
  );
}

function Row({ finding }: { finding: Finding }) {
  const SeatIcon = finding.seat === "technician" ? IconHeadset : IconUser;
  return (
    <li>
      <Link to="/sessions/$id" params={{ id: finding.sessionId }} className={classes.row} data-testid="found-message">
        <Group justify="space-between" gap="xs">
          <Group gap={6}>
            <SeatIcon
              size={15}
              stroke={1.7}
              role="img"
              aria-label={finding.seat === "technician" ? "Staff" : "Customer"}
            />
            <Text size="sm" fw={600}>
              {finding.name}
            </Text>
          </Group>
          <Text size="xs" c="dimmed">
            {dayAndTime(finding.at)}
          </Text>
        </Group>
        <Text size="sm" className={classes.snippet}>
          <Marked finding={finding} />
        </Text>
      </Link>
    </li>
  );
}

function Marked({ finding: { snippet, marks } }: { finding: Finding }) {
  return (
    <>
      {marks.map(({ from, to }, index) => (
        <span key={from}>
          {snippet.slice(marks[index - 1]?.to ?? 0, from)}
          <Mark>{snippet.slice(from, to)}</Mark>
        </span>
      ))}
      {snippet.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
}
