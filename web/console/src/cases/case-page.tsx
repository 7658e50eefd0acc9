import { ActionIcon, Box, Button, Group, Text, TextInput, Tooltip } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconArrowLeft, IconCircleCheck, IconFolderOff, IconLinkOff, IconRotate, IconTrash } from "@tabler/icons-react";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { StateBadge } from "../sessions/session-facts";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { dayAndTime } from "../ui/time";
import { toastDone } from "../ui/toasts";
import { CaseStatus } from "./cases-page";
import { useCase, useChangeCase, useLinkSession, useRemoveCase, type Case, type CaseSession } from "./queries";
import rows from "../ui/rows.module.css";

const route = getRouteApi("/shell/cases/$id");

export function CasePage() {
  const { id } = route.useParams();
  const one = useCase(id);
  if (one.isPending) {
    return (
      <Page title="Case">
        <LoadingRows rows={3} />
      </Page>
    );
  }
  if (!one.data) {
    return (
      <Page title="Case">
        <ProblemNote error={one.error} onRetry={() => void one.refetch()} />
        <AllCases />
      </Page>
    );
  }
  return <Opened one={one.data} />;
}

function AllCases() {
  return (
    <Button component={Link} to="/cases" variant="subtle" color="gray" px={8} leftSection={<IconArrowLeft size={16} />}>
      All cases
    </Button>
  );
}

function Opened({ one }: { one: Case }) {
  const { sessions } = one;
  return (
    <Page
      title={one.title}
      lead={
        <Group gap="sm" component="span">
          <CaseStatus status={one.status} />
          <span>
            {[`#${one.number}`, one.customer?.name, `opened ${dayAndTime(one.openedAt)} by ${one.openedBy.name}`]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </Group>
      }
      actions={<Actions one={one} />}
    >
      <Group justify="space-between" mb="sm">
        <AllCases />
        <Rename key={one.title} one={one} />
      </Group>
      {sessions.length === 0 ? (
        <Empty icon={<IconFolderOff size={28} />} title="No session in this case">
          Open a session, choose Details and then Cases to put it here.
        </Empty>
      ) : (
        <ul className={rows.list}>
          {sessions.map((session) => (
            <Linked key={session.id} session={session} caseId={one.id} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Rename({ one }: { one: Case }) {
  const change = useChangeCase();
  const [title, setTitle] = useState(one.title);
  const changed = title.trim() && title.trim() !== one.title;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed)
          change.mutate({ ...one, title: title.trim() }, { onSuccess: () => toastDone("The title is saved.") });
      }}
    >
      <Group gap="xs">
        <TextInput
          aria-label="Title"
          w={280}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!changed} loading={change.isPending}>
          Rename
        </Button>
      </Group>
    </form>
  );
}

function Actions({ one }: { one: Case }) {
  const navigate = useNavigate();
  const change = useChangeCase();
  const remove = useRemoveCase();
  const open = one.status === "open";
  const ask = () =>
    modals.openConfirmModal({
      title: `Remove “${one.title}”?`,
      children: <Text size="sm">The case disappears from the lists. Its sessions stay, with all that is in them.</Text>,
      labels: { confirm: "Remove the case", cancel: "Keep it" },
      confirmProps: { color: "red" },
      onConfirm: () =>
        remove.mutate(one.id, {
          onSuccess: () => {
            toastDone("The case is removed.");
            void navigate({ to: "/cases" });
          },
        }),
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={open ? <IconCircleCheck size={16} /> : <IconRotate size={16} />}
        loading={change.isPending}
        onClick={() => change.mutate({ id: one.id, title: one.title, status: open ? "closed" : "open" })}
        data-testid="case-status"
      >
        {open ? "Close the case" : "Open it again"}
      </Button>
      <Button variant="light" color="red" leftSection={<IconTrash size={16} />} onClick={ask} data-testid="case-remove">
        Remove
      </Button>
    </>
  );
}

function Linked({ session, caseId }: { session: CaseSession; caseId: string }) {
  const link = useLinkSession();
  return (
    <li className={rows.row} data-testid="case-session">
      <Link
        to="/sessions/$id"
        params={{ id: session.id }}
        className={rows.cover}
        aria-label={`Open session ${session.number}`}
      />
      <Text c="dimmed" size="sm" className="numbers">
        #{session.number}
      </Text>
      <Box flex={1} miw={0}>
        <Text fw={600} truncate>
          {session.subject ? `“${session.subject}”` : `Session ${session.number}`}
        </Text>
        <Text size="sm" c="dimmed">
          {dayAndTime(session.requestedAt)}
        </Text>
      </Box>
      <StateBadge state={session.state} />
      <Tooltip label="Take out of the case">
        <ActionIcon
          className={rows.action}
          aria-label={`Take session ${session.number} out of the case`}
          onClick={() => link.mutate({ caseId, sessionId: session.id, link: false })}
          loading={link.isPending}
        >
          <IconLinkOff size={17} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
