import { Button, Group, Select, SegmentedControl, Stack } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useQueueSize } from "../queue/queries";
import { useAnswerAndOpen } from "../queue/use-answer";
import { LoadingRows, Page, ProblemNote } from "../ui/page";
import { FoundMessages } from "../search/found-messages";
import { Filters } from "./filters";
import { NoSessions } from "./no-sessions";
import { useSessions } from "./queries";
import { FILTERS, SORTS, type Filter, type SessionSearch, type Sort } from "./search";
import { SearchField } from "./search-field";
import { SessionRow } from "./session-row";
import classes from "./sessions.module.css";

const route = getRouteApi("/shell/sessions");

const FILTER_WORDS: Record<Filter, string> = { waiting: "Waiting", active: "Active", ended: "Ended", all: "All" };

export function SessionsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const sessions = useSessions(search);
  const answer = useAnswerAndOpen();
  const become = (next: SessionSearch) => void navigate({ to: "/sessions", search: next, replace: true });
  const change = (part: Partial<SessionSearch>) => become({ ...search, ...part });

  const inMessages = search.within === "messages";
  const rows = sessions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Sessions"
      lead="Everybody who asked for help, with what came of it. What you filter by is in the address: send it on."
    >
      <Group className={classes.tools} gap="sm">
        <SegmentedControl
          disabled={inMessages}
          value={search.show}
          onChange={(show) => change({ show: show as Filter })}
          aria-label="Show"
          data={FILTERS.map((filter) => ({
            value: filter,
            label: filter === "waiting" ? <WaitingLabel /> : FILTER_WORDS[filter],
          }))}
        />
        <SearchField
          value={search.q ?? ""}
          inMessages={inMessages}
          onChange={(q) => change({ q: q || undefined })}
          onInMessages={(within) => change({ within: within ? "messages" : undefined })}
        />
        {!inMessages && (
          <>
            <Filters search={search} onChange={change} />
            <Select
              aria-label="Sort"
              w={150}
              data={[...SORTS]}
              value={search.sort}
              onChange={(sort) => change({ sort: (sort ?? "-requestedAt") as Sort })}
            />
          </>
        )}
      </Group>
      {inMessages ? (
        <FoundMessages words={search.q ?? ""} />
      ) : sessions.isPending ? (
        <LoadingRows rows={6} height={76} />
      ) : sessions.isError && rows.length === 0 ? (
        <ProblemNote error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : rows.length === 0 ? (
        <NoSessions
          search={search}
          onClear={() => become({ show: "all", sort: search.sort })}
          onInMessages={() => change({ within: "messages" })}
          onQueue={() => void navigate({ to: "/queue" })}
        />
      ) : (
        <Stack gap="md">
          <ul className={classes.list} data-stale={sessions.isPlaceholderData || undefined}>
            {rows.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                onAnswer={() => answer.start(session.id)}
                answering={answer.busyWith === session.id}
                onTag={(tag) => change({ tag })}
              />
            ))}
          </ul>
          {sessions.hasNextPage && (
            <Button
              variant="default"
              mx="auto"
              loading={sessions.isFetchingNextPage}
              onClick={() => void sessions.fetchNextPage()}
              data-testid="load-more"
            >
              Load more
            </Button>
          )}
        </Stack>
      )}
    </Page>
  );
}

function WaitingLabel() {
  const count = useQueueSize();
  return (
    <>
      Waiting
      {count > 0 && <span className={classes.count}>{count}</span>}
    </>
  );
}
