import { Anchor, Badge, Button, Checkbox, Group, Modal, Skeleton, Stack, Table, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { modals } from "@mantine/modals";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client";
import type { ApiKey, Page as PageOf, Scope } from "../api/model";
import { asProblem } from "../api/problem";
import { SecretOnce } from "../ui/copy";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { required } from "../ui/rules";
import { DataTable } from "../ui/table";
import { ago, useNow } from "../ui/time";
import { toastDone } from "../ui/toasts";
import { showViolations } from "../ui/violations";

const KEY = ["keys"];

export function KeysPage() {
  const keys = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await api.get<PageOf<ApiKey>>("/api/keys", { signal })).items,
  });
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  return (
    <Page
      title="API keys"
      lead={
        <>
          Let other systems start sessions, write messages and read figures. Each key is sent as{" "}
          <code>Authorization: Bearer</code>;{" "}
          <Anchor href="/api/docs" target="_blank" rel="noreferrer" size="sm">
            the API is described here
          </Anchor>
          .
        </>
      }
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)} data-testid="key-add">
          Make a key
        </Button>
      }
    >
      {keys.isPending ? (
        <LoadingRows rows={3} height={58} />
      ) : keys.isError ? (
        <ProblemNote error={keys.error} onRetry={() => void keys.refetch()} />
      ) : keys.data.length === 0 ? (
        <Empty
          icon={<IconKey size={28} />}
          title="No key yet"
          action={<Button onClick={() => setAdding(true)}>Make the first key</Button>}
        >
          Make one for each system that talks to Remote Support, so that each can be taken back alone.
        </Empty>
      ) : (
        <DataTable head={["Name", "May", "Made", "Last used", ""]}>
          {keys.data.map((key) => (
            <Row key={key.id} apiKey={key} />
          ))}
        </DataTable>
      )}
      {adding && <KeyDialog onClose={() => setAdding(false)} onCreated={(key) => setSecret(key.secret)} />}
      <SecretOnce
        title="The new API key"
        secret={secret}
        hint="Keep it where your other secrets are, never in a page or a repository."
        onClose={() => setSecret(undefined)}
      />
    </Page>
  );
}

function Row({ apiKey }: { apiKey: ApiKey }) {
  const now = useNow();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => api.delete(`/api/keys/${apiKey.id}`),
    onSuccess: () => {
      toastDone(`${apiKey.name} no longer works.`);
      return client.invalidateQueries({ queryKey: KEY });
    },
  });
  const ask = () =>
    modals.openConfirmModal({
      title: `Revoke ${apiKey.name}?`,
      children: <Text size="sm">Systems that use it are refused within minutes. This cannot be undone.</Text>,
      labels: { confirm: "Revoke the key", cancel: "Keep it" },
      confirmProps: { color: "red" },
      onConfirm: () => revoke.mutate(),
    });
  return (
    <Table.Tr data-testid="key-row">
      <Table.Td>
        <Text size="sm" fw={600}>
          {apiKey.name}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {apiKey.scopes.map((scope) => (
            <Badge key={scope} color="gray" size="sm">
              {scope}
            </Badge>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>{apiKey.createdAt ? ago(apiKey.createdAt, now) : "–"}</Table.Td>
      <Table.Td>{apiKey.lastUsedAt ? ago(apiKey.lastUsedAt, now) : "Never"}</Table.Td>
      <Table.Td ta="right">
        <Button size="compact-sm" variant="subtle" color="red" onClick={ask} loading={revoke.isPending}>
          Revoke
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function KeyDialog({ onClose, onCreated }: { onClose: () => void; onCreated: (key: ApiKey) => void }) {
  const client = useQueryClient();
  const scopes = useQuery({
    queryKey: ["scopes"],
    queryFn: async ({ signal }) => (await api.get<PageOf<Scope>>("/api/keys/scopes", { signal })).items,
    staleTime: Infinity,
  });
  const form = useForm({
    initialValues: { name: "", scopes: [] as string[] },
    validate: {
      name: required("Give it the name of the system that will use it"),
      scopes: (scopes) => (scopes.length === 0 ? "Choose at least one" : null),
    },
  });
  const create = useMutation({
    mutationFn: (values: { name: string; scopes: string[] }) => api.post<ApiKey>("/api/keys", values),
    onSuccess: (key) => {
      onClose();
      onCreated(key);
      return client.invalidateQueries({ queryKey: KEY });
    },
    onError: (error) => showViolations(form, error),
    meta: { shown: true },
  });
  return (
    <Modal opened onClose={onClose} title="Make an API key">
      <form onSubmit={form.onSubmit((values) => create.mutate(values))} noValidate>
        <Stack>
          {create.error && asProblem(create.error).violations.length === 0 && <ProblemNote error={create.error} />}
          <TextInput
            label="Name"
            placeholder="Ticket system"
            data-autofocus
            maxLength={100}
            {...form.getInputProps("name")}
          />
          {scopes.isError && <ProblemNote error={scopes.error} onRetry={() => void scopes.refetch()} />}
          <Checkbox.Group label="It may" description="Choose no more than it needs" {...form.getInputProps("scopes")}>
            <Stack gap={8} mt={6}>
              {scopes.isPending && <Skeleton height={160} />}
              {scopes.data?.map(({ scope, title }) => (
                <Checkbox key={scope} value={scope} label={title} description={scope} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={create.isPending} data-testid="key-save">
              Make the key
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
