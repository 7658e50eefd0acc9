import { Badge, Button, Select, Table, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconBuilding, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Organisation } from "../api/model";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { DataTable } from "../ui/table";
import { dayAndTime } from "../ui/time";
import { toastDone } from "../ui/toasts";
import { OrganisationDialog } from "./organisation-dialog";
import { planLimits } from "./plan";
import { useChangeOrganisation, useOrganisations, usePlans } from "./queries";

export function OrganisationsPage() {
  const organisations = useOrganisations();
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title="Organisations"
      lead="Each organisation has its own staff, sites and sessions, and sees nothing of the others."
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)} data-testid="organisation-add">
          New organisation
        </Button>
      }
    >
      {organisations.isPending ? (
        <LoadingRows rows={4} height={58} />
      ) : organisations.isError ? (
        <ProblemNote error={organisations.error} onRetry={() => void organisations.refetch()} />
      ) : organisations.data.length === 0 ? (
        <Empty
          icon={<IconBuilding size={28} />}
          title="No organisation yet"
          action={<Button onClick={() => setAdding(true)}>Create the first one</Button>}
        >
          Create an organisation with its first administrator, who then adds staff and sites.
        </Empty>
      ) : (
        <DataTable head={["Name", "Plan", "Staff", "State", ""]}>
          {organisations.data.map((organisation) => (
            <Row key={organisation.id} organisation={organisation} />
          ))}
        </DataTable>
      )}
      {adding && <OrganisationDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Row({ organisation }: { organisation: Organisation }) {
  const plans = usePlans();
  const change = useChangeOrganisation();
  const { id, name, suspended } = organisation;
  const suspend = () =>
    modals.openConfirmModal({
      title: `Suspend ${name}?`,
      children: (
        <Text size="sm">
          Its staff are signed out and its sites stop offering help. Everything is kept, and you can resume it at any
          time.
        </Text>
      ),
      labels: { confirm: "Suspend", cancel: "Leave it running" },
      confirmProps: { color: "red" },
      onConfirm: () => change.mutate({ id, suspended: true }, { onSuccess: () => toastDone(`${name} is suspended.`) }),
    });
  return (
    <Table.Tr data-testid="organisation-row">
      <Table.Td>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {organisation.createdAt && (
          <Text size="xs" c="dimmed">
            since {dayAndTime(organisation.createdAt)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Select
          aria-label={`Plan of ${name}`}
          size="xs"
          w={150}
          value={organisation.plan}
          data={plans.data?.map((plan) => ({ value: plan.id, label: plan.name })) ?? [organisation.plan]}
          onChange={(plan) =>
            plan && change.mutate({ id, plan }, { onSuccess: () => toastDone(`${name} has a new plan.`) })
          }
        />
        <Text size="xs" c="dimmed" mt={4} data-testid="plan-limits">
          {planLimits(plans.data?.find((plan) => plan.id === organisation.plan))}
        </Text>
      </Table.Td>
      <Table.Td className="numbers">{organisation.staffCount}</Table.Td>
      <Table.Td>
        <Badge color={suspended ? "red" : "petrol"}>{suspended ? "Suspended" : "Running"}</Badge>
      </Table.Td>
      <Table.Td ta="right">
        {suspended ? (
          <Button
            size="compact-sm"
            variant="light"
            loading={change.isPending}
            onClick={() =>
              change.mutate({ id, suspended: false }, { onSuccess: () => toastDone(`${name} runs again.`) })
            }
          >
            Resume
          </Button>
        ) : (
          <Button size="compact-sm" variant="subtle" color="red" loading={change.isPending} onClick={suspend}>
            Suspend
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
