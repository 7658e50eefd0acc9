import { Badge, Box, Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { IconFolders, IconPlus } from "@tabler/icons-react";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { ago, dayAndTime, useNow } from "../ui/time";
import { useAddCase, useCases, type Case } from "./queries";
import type { CaseSearch } from "./search";
import rows from "../ui/rows.module.css";

const route = getRouteApi("/shell/cases");

export function CasesPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const cases = useCases(search);
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title="Cases"
      lead="Sessions about one matter, kept together until it is solved."
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)} data-testid="case-add">
          New case
        </Button>
      }
    >
      <SegmentedControl
        mb="md"
        aria-label="Show"
        value={search.status}
        onChange={(status) =>
          void navigate({ to: "/cases", search: { status: status as CaseSearch["status"] }, replace: true })
        }
        data={[
          { value: "open", label: "Open" },
          { value: "closed", label: "Closed" },
          { value: "all", label: "All" },
        ]}
      />
      {cases.isPending ? (
        <LoadingRows rows={4} height={64} />
      ) : cases.isError ? (
        <ProblemNote error={cases.error} onRetry={() => void cases.refetch()} />
      ) : cases.data.length === 0 ? (
        <Empty
          icon={<IconFolders size={28} />}
          title={search.status === "closed" ? "No case is closed" : "No case yet"}
        >
          When a customer comes back about the same matter, put the sessions into one case: open a session, then
          Details, then Cases.
        </Empty>
      ) : (
        <ul className={rows.list}>
          {cases.data.map((one) => (
            <CaseRow key={one.id} one={one} />
          ))}
        </ul>
      )}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function CaseRow({ one }: { one: Case }) {
  const now = useNow();
  const changed = one.changedAt;
  return (
    <li className={rows.row} data-testid="case-row">
      <Link to="/cases/$id" params={{ id: one.id } as never} className={rows.cover} aria-label={`Open ${one.title}`} />
      <Text c="dimmed" size="sm" className="numbers">
        #{one.number}
      </Text>
      <Box flex={1} miw={0}>
        <Text fw={650} truncate>
          {one.title}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {[one.customer?.name, sessionsWords(one.sessions.length), `by ${one.openedBy.name}`]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </Box>
      <Text size="xs" c="dimmed" title={dayAndTime(changed)}>
        {ago(changed, now)}
      </Text>
      <CaseStatus status={one.status} />
    </li>
  );
}

export function CaseStatus({ status }: { status: Case["status"] }) {
  return <Badge color={status === "open" ? "petrol" : "gray"}>{status === "open" ? "Open" : "Closed"}</Badge>;
}

function sessionsWords(count: number): string {
  return count === 1 ? "1 session" : `${count} sessions`;
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const add = useAddCase();
  const [title, setTitle] = useState("");
  return (
    <Modal opened onClose={onClose} title="New case">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!title.trim()) return;
          add.mutate(
            { title: title.trim() },
            { onSuccess: (made) => void navigate({ to: "/cases/$id", params: { id: made.id } }) },
          );
        }}
      >
        <Stack>
          {add.error && <ProblemNote error={add.error} />}
          <TextInput
            label="Title"
            description="Sessions are put into it from their own page"
            data-autofocus
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            data-testid="case-title"
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={add.isPending} disabled={!title.trim()} data-testid="case-save">
              Make the case
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
