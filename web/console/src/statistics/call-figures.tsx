import { Card, SimpleGrid, Table, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { api } from "../api/client";
import { Figure } from "../ui/figure";
import { LoadingRows, ProblemNote } from "../ui/page";
import { formatDuration } from "../ui/time";
import type { DayChartProps } from "./day-chart";

const DayChart = lazy(async () => ({ default: (await import("./day-chart")).DayChart }));

/** How the calls of some span of time went, by the day on which they were asked for. */
interface Calls {
  asked: number;
  answered: number;
  missed: number;
  declined: number;
  averageWaitSeconds: number;
  averageDurationSeconds: number;
  averageScore: number | null;
}

interface CallDay extends Calls {
  day: string;
}

interface SupportStatistics {
  callFigures: { totals: Calls; days: CallDay[] };
}

/** How calls went; who may not see it is not shown it. */
export function CallFigures({ from, to }: { from: string; to: string }) {
  const statistics = useQuery({
    queryKey: ["statistics", "calls", from, to],
    queryFn: ({ signal }) => api.get<SupportStatistics>("/api/admin/support/stats", { query: { from, to }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  if (statistics.isPending) return <LoadingRows rows={1} height={120} />;
  if (statistics.isError) return <ProblemNote error={statistics.error} onRetry={() => void statistics.refetch()} />;
  const { totals, days } = statistics.data.callFigures;
  return (
    <section aria-labelledby="calls" data-testid="call-figures">
      <Title order={2} size="h3" mt="xl" mb="sm" id="calls">
        Calls
      </Title>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} mb="md">
        <Figure name="Asked for" value={totals.asked.toLocaleString()} />
        <Figure name="Answered" value={totals.answered.toLocaleString()} />
        <Figure name="Missed or declined" value={(totals.missed + totals.declined).toLocaleString()} />
        <Figure name="Mean wait" value={waitOf(totals)} />
        <Figure name="Mean duration" value={durationOf(totals)} />
        <Figure name="Mean quality of 5" value={scoreOf(totals)} />
      </SimpleGrid>
      {totals.asked > 0 && (
        <Card padding="md">
          <Suspense fallback={<LoadingRows rows={1} height={320} />}>
            <DayChart {...callsByDay(days)} />
          </Suspense>
          <Table.ScrollContainer minWidth={640}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  {["Day", "Calls", "Answered", "Missed", "Declined", "Mean wait", "Mean duration", "Quality"].map(
                    (name) => (
                      <Table.Th key={name}>{name}</Table.Th>
                    ),
                  )}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody className="numbers">
                {days
                  .filter(({ asked }) => asked > 0)
                  .reverse()
                  .map((day) => (
                    <Table.Tr key={day.day} data-testid="call-day">
                      <Table.Td>{day.day}</Table.Td>
                      <Table.Td>{day.asked}</Table.Td>
                      <Table.Td>{day.answered}</Table.Td>
                      <Table.Td>{day.missed}</Table.Td>
                      <Table.Td>{day.declined}</Table.Td>
                      <Table.Td>{waitOf(day)}</Table.Td>
                      <Table.Td>{durationOf(day)}</Table.Td>
                      <Table.Td>{scoreOf(day)}</Table.Td>
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Card>
      )}
    </section>
  );
}

const waitOf = (calls: Calls) => (calls.answered > 0 ? formatDuration(calls.averageWaitSeconds) : "–");
const durationOf = (calls: Calls) => (calls.answered > 0 ? formatDuration(calls.averageDurationSeconds) : "–");
const scoreOf = (calls: Calls) => calls.averageScore?.toFixed(1) ?? "–";

function callsByDay(days: readonly CallDay[]): DayChartProps {
  return {
    days: days.map(({ day }) => day),
    left: "Calls",
    right: "Quality",
    series: [
      { name: "Calls asked for", kind: "bar", values: days.map(({ asked }) => asked) },
      { name: "Calls answered", kind: "bar", values: days.map(({ answered }) => answered) },
      { name: "Quality, 5 is best", kind: "line", values: days.map(({ averageScore }) => averageScore) },
    ],
    label: "Calls and their quality per day",
    testId: "call-chart",
  };
}
