import { Card, SegmentedControl, SimpleGrid } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api } from "../api/client";
import type { DailyStatistics, DayFigures } from "../api/model";
import { atLeast } from "../auth/roles";
import { useUser } from "../auth/use-user";
import { Figure } from "../ui/figure";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { formatDuration } from "../ui/time";
import { CallFigures } from "./call-figures";
import type { DayChartProps } from "./day-chart";
import { everyDay, lastDays } from "./days";

const DayChart = lazy(async () => ({ default: (await import("./day-chart")).DayChart }));

const RANGES = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
];

export function StatisticsPage() {
  const user = useUser();
  const [range, setRange] = useState("30");
  const { from, to } = lastDays(Number(range), new Date());
  const daily = useQuery({
    queryKey: ["statistics", from, to],
    queryFn: ({ signal }) => api.get<DailyStatistics>("/api/stats/daily", { query: { from, to }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  return (
    <Page
      title="Statistics"
      lead={`What happened, counted from the events of every session${atLeast(user.role, "supervisor") ? "" : " of your teams"}. Days are in UTC.`}
      actions={<SegmentedControl data={RANGES} value={range} onChange={setRange} aria-label="Period" />}
    >
      {daily.isPending ? (
        <LoadingRows rows={3} height={120} />
      ) : daily.isError ? (
        <ProblemNote error={daily.error} onRetry={() => void daily.refetch()} />
      ) : (
        <Figures statistics={daily.data} from={from} to={to} />
      )}
      {atLeast(user.role, "supervisor") && <CallFigures from={from} to={to} />}
    </Page>
  );
}

function Figures({ statistics, from, to }: { statistics: DailyStatistics; from: string; to: string }) {
  const { totals } = statistics;
  const ended = totals.sessionsEnded;
  const nothing = totals.sessionsRequested === 0 && totals.messages === 0;
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 4 }} mb="md">
        <Figure name="Sessions asked for" value={totals.sessionsRequested.toLocaleString()} />
        <Figure name="Sessions ended" value={ended.toLocaleString()} />
        <Figure name="Messages" value={totals.messages.toLocaleString()} />
        <Figure name="Mean duration" value={ended > 0 ? formatDuration(totals.totalDurationSeconds / ended) : "–"} />
      </SimpleGrid>
      {nothing ? (
        <Empty icon={<IconChartBar size={28} />} title="Nothing to count yet">
          Figures appear here a moment after the first customer asks for help.
        </Empty>
      ) : (
        <Card padding="md">
          <Suspense fallback={<LoadingRows rows={1} height={320} />}>
            <DayChart {...sessionsByDay(everyDay(statistics.days, from, to))} />
          </Suspense>
        </Card>
      )}
    </>
  );
}

function sessionsByDay(days: readonly DayFigures[]): DayChartProps {
  return {
    days: days.map(({ day }) => day),
    left: "Sessions",
    right: "Messages",
    series: [
      { name: "Sessions asked for", kind: "bar", values: days.map((day) => day.sessionsRequested) },
      { name: "Sessions ended", kind: "bar", values: days.map((day) => day.sessionsEnded) },
      { name: "Messages", kind: "line", values: days.map((day) => day.messages) },
    ],
    label: "Sessions and messages per day",
    testId: "daily-chart",
  };
}
