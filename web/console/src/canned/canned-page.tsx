import { ActionIcon, Badge, Button, Code, Menu, Table, Text, TextInput } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconBolt, IconDots, IconEdit, IconPlus, IconSearch, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { may } from "../auth/permissions";
import { useUser } from "../auth/use-user";
import { useTeams } from "../desk/queries";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { DataTable } from "../ui/table";
import { toastDone } from "../ui/toasts";
import { CannedDialog } from "./canned-dialog";
import type { CannedAnswer } from "./model";
import { useCannedAnswers, useRemoveCanned } from "./queries";

export function CannedAnswersPage() {
  const mayChange = may(useUser(), "manage-canned-answers");
  const answers = useCannedAnswers();
  const teams = useTeams();
  const [edited, setEdited] = useState<CannedAnswer | "new">();
  const [filter, setFilter] = useState("");
  const teamNames = new Map(teams.data?.map((team) => [team.id, team.name]));
  const wanted = filter.trim().toLowerCase();
  const shown = (answers.data ?? []).filter((one) => `${one.code} ${one.text}`.toLowerCase().includes(wanted));
  return (
    <Page
      title="Canned answers"
      lead={
        <>
          What is written again and again. In a chat, type <Code>/</Code> and the code.
        </>
      }
      actions={
        mayChange && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited("new")} data-testid="canned-add">
            Add an answer
          </Button>
        )
      }
    >
      {answers.isPending ? (
        <LoadingRows rows={4} height={56} />
      ) : answers.isError ? (
        <ProblemNote error={answers.error} onRetry={() => void answers.refetch()} />
      ) : answers.data.length === 0 ? (
        <Empty
          icon={<IconBolt size={28} />}
          title="No canned answer yet"
          action={mayChange && <Button onClick={() => setEdited("new")}>Add the first one</Button>}
        >
          A greeting such as <Code>/hello</Code> that fills in the customer’s name saves a minute in every chat.
          {!mayChange && " Team leads add them."}
        </Empty>
      ) : (
        <>
          <TextInput
            mb="md"
            maw={360}
            aria-label="Search canned answers"
            placeholder="Search"
            leftSection={<IconSearch size={16} />}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
          <DataTable head={mayChange ? ["Code", "Text", "For", ""] : ["Code", "Text", "For"]}>
            {shown.map((answer) => (
              <Row
                key={answer.id}
                answer={answer}
                team={answer.teamId ? (teamNames.get(answer.teamId) ?? "A team") : undefined}
                onEdit={mayChange ? () => setEdited(answer) : undefined}
              />
            ))}
          </DataTable>
        </>
      )}
      {edited && <CannedDialog answer={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </Page>
  );
}

function Row({ answer, team, onEdit }: { answer: CannedAnswer; team: string | undefined; onEdit?: () => void }) {
  const remove = useRemoveCanned();
  const ask = () =>
    modals.openConfirmModal({
      title: `Remove /${answer.code}?`,
      children: <Text size="sm">Messages that were written with it stay as they are.</Text>,
      labels: { confirm: "Remove", cancel: "Keep" },
      confirmProps: { color: "red" },
      onConfirm: () => remove.mutate(answer.id, { onSuccess: () => toastDone(`/${answer.code} is removed.`) }),
    });
  return (
    <Table.Tr data-testid="canned-row">
      <Table.Td>
        <Code>/{answer.code}</Code>
      </Table.Td>
      <Table.Td maw={480}>
        <Text size="sm" lineClamp={2}>
          {answer.text}
        </Text>
      </Table.Td>
      <Table.Td>{team ? <Badge color="gray">{team}</Badge> : <Text size="sm">Everybody</Text>}</Table.Td>
      {onEdit && (
        <Table.Td ta="right">
          <Menu position="bottom-end" width={150}>
            <Menu.Target>
              <ActionIcon aria-label={`Actions for ${answer.code}`}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconEdit size={16} />} onClick={onEdit}>
                Edit
              </Menu.Item>
              <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={ask}>
                Remove
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Table.Td>
      )}
    </Table.Tr>
  );
}
