import { Anchor, Badge, Box, Group, Kbd, SimpleGrid, Tabs, Text } from "@mantine/core";
import { IconCoffee, IconMoodSmile, IconPhoneX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Session } from "../api/model";
import { mayGive } from "../auth/permissions";
import { useUser } from "../auth/use-user";
import { MissedCalls } from "../call/missed-calls";
import { toCallBack, useMissedCalls } from "../call/queries";
import { useDeskMe, useTeams } from "../desk/queries";
import { EmbedHint } from "../sites/embed-hint";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { Figure } from "../ui/figure";
import { formatDuration, secondsBetween, useNow } from "../ui/time";
import { GiveDialog } from "./give-dialog";
import { useQueue, type Queue } from "./queries";
import { QueueRow } from "./queue-row";
import { useAnswerAndOpen } from "./use-answer";
import rows from "../ui/rows.module.css";
import classes from "./queue.module.css";

export function QueuePage() {
  const [tab, setTab] = useState<string | null>("waiting");
  const back = toCallBack(useMissedCalls().data);
  return (
    <Page
      title="Queue"
      lead={
        <>
          Customers who wait for somebody, the longest first. <Kbd size="xs">a</Kbd> takes the first one.
        </>
      }
    >
      <Tabs value={tab} onChange={setTab}>
        <Tabs.List mb="md">
          <Tabs.Tab value="waiting">Waiting</Tabs.Tab>
          <Tabs.Tab
            value="missed"
            leftSection={<IconPhoneX size={16} />}
            rightSection={
              back > 0 && (
                <Badge size="sm" variant="filled" aria-label={`${back} to call back`} data-testid="missed-count">
                  {back}
                </Badge>
              )
            }
            data-testid="missed-tab"
          >
            Missed calls
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="waiting">{tab === "waiting" && <WaitingCustomers />}</Tabs.Panel>
        <Tabs.Panel value="missed">{tab === "missed" && <MissedCalls />}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function WaitingCustomers() {
  const user = useUser();
  const queue = useQueue();
  const teams = useTeams();
  const answer = useAnswerAndOpen();
  const [given, setGiven] = useState<Session>();
  const [previewed, setPreviewed] = useState<string>();
  const teamNames = new Map(teams.data?.map((team) => [team.id, team.name]));
  return (
    <>
      {queue.isPending ? (
        <LoadingRows rows={6} height={76} />
      ) : queue.isError && !queue.data ? (
        <ProblemNote error={queue.error} onRetry={() => void queue.refetch()} />
      ) : (
        <>
          <Summary queue={queue.data} at={queue.dataUpdatedAt} />
          {queue.data.items.length === 0 ? (
            <NobodyWaits />
          ) : (
            <ul className={`${rows.list} ${classes.grid}`} aria-label="Waiting customers">
              {queue.data.items.map((waiting) => (
                <QueueRow
                  key={waiting.session.id}
                  waiting={waiting}
                  fetchedAt={queue.dataUpdatedAt}
                  team={waiting.teamId ? teamNames.get(waiting.teamId) : undefined}
                  onAnswer={() => answer.start(waiting.session.id)}
                  answering={answer.busyWith === waiting.session.id}
                  open={previewed === waiting.session.id}
                  onToggle={() =>
                    setPreviewed((shown) => (shown === waiting.session.id ? undefined : waiting.session.id))
                  }
                  onGive={mayGive(user) ? () => setGiven(waiting.session) : undefined}
                />
              ))}
            </ul>
          )}
          {queue.data.waiting > queue.data.items.length && (
            <Text size="sm" c="dimmed" ta="center" mt="md">
              and {queue.data.waiting - queue.data.items.length} more, who asked later
            </Text>
          )}
        </>
      )}
      {given && <GiveDialog session={given} onClose={() => setGiven(undefined)} />}
    </>
  );
}

function Summary({ queue, at }: { queue: Queue; at: number }) {
  const now = useNow();
  const longest = queue.waiting > 0 ? queue.longestWaitSeconds + secondsBetween(new Date(at).toISOString(), now) : 0;
  return (
    <SimpleGrid cols={{ base: 3 }} mb="md" spacing="sm">
      <Figure name="Waiting" value={queue.waiting.toLocaleString()} testId="queue-waiting" />
      <Figure name="Longest wait" value={queue.waiting > 0 ? formatDuration(longest) : "–"} />
      <Figure
        name="Staff available"
        value={queue.available.toLocaleString()}
        warning={queue.waiting > 0 && queue.available === 0}
      />
    </SimpleGrid>
  );
}

function NobodyWaits() {
  const me = useDeskMe();
  if (me.data && me.data.availability !== "online") {
    return (
      <Empty icon={<IconCoffee size={28} />} title="Nobody is waiting">
        You are not online. Switch to <b>Online</b> at the top, and new customers are offered to you as they come.
      </Empty>
    );
  }
  return (
    <Empty icon={<IconMoodSmile size={28} />} title="Nobody is waiting">
      <Group gap={6} justify="center">
        <Text size="sm">
          New customers are offered to you as they come. Try it: open the{" "}
          <Anchor href="/demo/" target="_blank" rel="noreferrer" size="sm" fw={600}>
            demo shop
          </Anchor>{" "}
          in another window, press its help button and write something. What is over is under{" "}
          <Anchor component={Link} to="/sessions" size="sm" fw={600}>
            Sessions
          </Anchor>
          .
        </Text>
      </Group>
      <Box mt="lg" ta="left">
        <EmbedHint />
      </Box>
    </Empty>
  );
}
