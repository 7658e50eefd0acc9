import {
  Anchor,
  Box,
  Button,
  CloseButton,
  Group,
  Select,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconCoffee, IconInbox, IconSearch, IconSearchOff } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useShortcut } from "../app/shortcuts";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { toastHint, toastProblem } from "../ui/toasts";
import { EmbedHint } from "../sites/embed-hint";
import { FILTERS, SORTS, useAnswer, useSessions, useWaiting, useWaitingCount, type Filter, type Sort } from "./queries";
import { SessionRow } from "./session-row";
import classes from "./sessions.module.css";

const route = getRouteApi("/shell/sessions");

const FILTER_WORDS: Record<Filter, string> = { waiting: "Waiting", active: "Active", ended: "Ended", all: "All" };

export function SessionsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const sessions = useSessions(search);
  const waiting = useWaiting();
  const answer = useAnswerAndOpen();
  const change = (part: Partial<typeof search>) =>
    void navigate({ to: "/sessions", search: { ...search, ...part }, replace: true });

  useShortcut("a", () => {
    const first = waiting.data?.items[0];
    if (first) answer.start(first.id);
    else toastHint("Nobody is waiting", "New customers appear here by themselves.", "nobody-waiting");
  });

  const rows = sessions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Sessions"
      lead="Customers who ask for help appear here at once. Answer one to chat and see their page."
    >
      <Group className={classes.tools} gap="sm">
        <SegmentedControl
          value={search.show}
          onChange={(show) => change({ show: show as Filter })}
          aria-label="Show"
          data={FILTERS.map((filter) => ({
            value: filter,
            label: filter === "waiting" ? <WaitingLabel /> : FILTER_WORDS[filter],
          }))}
        />
        <SearchField value={search.q ?? ""} onChange={(q) => change({ q: q || undefined })} />
        <Select
          aria-label="Sort"
          w={164}
          data={[...SORTS]}
          value={search.sort}
          onChange={(sort) => change({ sort: (sort ?? "-requestedAt") as Sort })}
        />
      </Group>
      {sessions.isPending ? (
        <LoadingRows rows={6} height={76} />
      ) : sessions.isError && rows.length === 0 ? (
        <ProblemNote error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : rows.length === 0 ? (
        <NoSessions show={search.show} query={search.q} onShow={(show) => change({ show, q: undefined })} />
      ) : (
        <Stack gap="md">
          <ul className={classes.list} data-stale={sessions.isPlaceholderData || undefined}>
            {rows.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                onAnswer={() => answer.start(session.id)}
                answering={answer.busyWith === session.id}
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

/** Takes a session and opens it; one at a time. */
export function useAnswerAndOpen() {
  const navigate = useNavigate();
  const answer = useAnswer();
  return {
    busyWith: answer.isPending ? answer.variables : undefined,
    start: (id: string) => {
      if (answer.isPending) return;
      answer.mutate(id, {
        onSuccess: () => void navigate({ to: "/sessions/$id", params: { id } }),
        onError: toastProblem,
      });
    },
  };
}

function WaitingLabel() {
  const count = useWaitingCount();
  return (
    <>
      Waiting
      {count && <span className={classes.count}>{count}</span>}
    </>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const tell = useDebouncedCallback(onChange, 250);
  if (value !== known) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  useShortcut("/", () => field.current?.focus());
  return (
    <TextInput
      ref={field}
      className={classes.search}
      aria-label="Search sessions"
      placeholder="Search by name, e-mail, number or subject"
      leftSection={<IconSearch size={16} />}
      rightSection={
        text && (
          <CloseButton
            size="sm"
            aria-label="Clear the search"
            onClick={() => {
              setText("");
              onChange("");
            }}
          />
        )
      }
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
      data-testid="session-search"
    />
  );
}

interface NoSessionsProps {
  show: Filter;
  query: string | undefined;
  onShow: (show: Filter) => void;
}

function NoSessions({ show, query, onShow }: NoSessionsProps) {
  if (query) {
    return (
      <Empty
        icon={<IconSearchOff size={28} />}
        title={`Nothing matches “${query}”`}
        action={
          <Button variant="light" onClick={() => onShow("all")}>
            Clear the search
          </Button>
        }
      >
        Names, e-mail addresses, session numbers and subjects are searched{show !== "all" && " in this list only"}.
      </Empty>
    );
  }
  if (show === "active" || show === "ended") {
    return (
      <Empty
        icon={<IconInbox size={28} />}
        title={show === "active" ? "No session is running" : "No session has ended yet"}
        action={
          <Button variant="light" onClick={() => onShow("waiting")}>
            See who is waiting
          </Button>
        }
      >
        {show === "active"
          ? "A session is active from the moment somebody answers until it ends."
          : "Ended sessions stay here with their conversation."}
      </Empty>
    );
  }
  return (
    <Empty icon={<IconCoffee size={28} />} title="Nobody is waiting">
      <Text size="sm">
        Try it yourself: open the{" "}
        <Anchor href="/demo/" target="_blank" rel="noreferrer" size="sm" fw={600}>
          demo shop
        </Anchor>{" "}
        in another window, press its help button and write something. It appears here at once.
      </Text>
      <Box mt="lg" ta="left">
        <EmbedHint />
      </Box>
    </Empty>
  );
}
