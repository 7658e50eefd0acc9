import { Button, Card, Group, PasswordInput, Radio, Stack, TagsInput, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { modals } from "@mantine/modals";
import { IconPlugConnected, IconRoute } from "@tabler/icons-react";
import { useState } from "react";
import { SaveBar } from "../settings/save-bar";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { ago, useNow } from "../ui/time";
import { toastDone } from "../ui/toasts";
import {
  useCallServers,
  useRemoveCallServers,
  useSaveCallServers,
  useTestServers,
  type CallServers,
  type CallServersChange,
  type Policy,
} from "./queries";
import { ServerAnswers } from "./server-answers";

export function CallServersPage() {
  const servers = useCallServers();
  const [writes, setWrites] = useState(false);
  return (
    <Page
      title="Call servers"
      lead="By which servers the two sides of a call find each other. A change counts for the next call, and within a minute for those that are on."
    >
      {servers.isPending ? (
        <LoadingRows rows={2} height={180} />
      ) : servers.isError ? (
        <ProblemNote error={servers.error} onRetry={() => void servers.refetch()} />
      ) : servers.data.own || writes ? (
        <OwnServers
          key={String(servers.data.own)}
          servers={servers.data.own ? servers.data : NOTHING}
          onClose={() => setWrites(false)}
        />
      ) : (
        <InstallationServers servers={servers.data} onOwn={() => setWrites(true)} />
      )}
    </Page>
  );
}

const NOTHING: CallServers = { own: false, stun: [], turn: [], policy: "all", secretKept: false };

function InstallationServers({ servers, onOwn }: { servers: CallServers; onOwn: () => void }) {
  const test = useTestServers();
  const urls = [...servers.stun, ...servers.turn];
  const own = (
    <Button onClick={onOwn} data-testid="servers-own">
      Set your own servers
    </Button>
  );
  if (urls.length === 0) {
    return (
      <Empty icon={<IconRoute size={28} />} title="Calls go directly, or not at all" action={own}>
        There is no server yet. Within one network, and between many homes, a call finds its way without. A STUN server
        finds the way between most networks; a TURN server such as coturn relays for those whose network lets nothing
        else through, as in many companies and on phones.
      </Empty>
    );
  }
  return (
    <Stack maw={720}>
      <Card padding="lg">
        <Text size="sm" fw={600} mb="xs">
          Your calls use the servers of this installation
        </Text>
        <Stack gap={4} mb="md">
          {urls.map((url) => (
            <Text key={url} size="sm" c="dimmed">
              {url}
            </Text>
          ))}
        </Stack>
        <Group>
          {own}
          <TestButton pending={test.isPending} onClick={() => test.mutate(undefined)} />
        </Group>
      </Card>
      {test.error && <ProblemNote error={test.error} />}
      {test.data && <ServerAnswers answers={test.data} />}
    </Stack>
  );
}

interface OwnServersProps {
  servers: CallServers;
  onClose: () => void;
}

function OwnServers({ servers, onClose }: OwnServersProps) {
  const now = useNow();
  const save = useSaveCallServers();
  const remove = useRemoveCallServers();
  const test = useTestServers();
  const form = useForm({
    initialValues: { stun: servers.stun, turn: servers.turn, policy: servers.policy, secret: "" },
    validate: {
      stun: (urls) => listProblem(urls, STUN, "stun:stun.example.com:3478"),
      turn: (urls, { policy }) =>
        policy === "relay" && urls.length === 0
          ? "Name at least one, as calls shall go through relays only"
          : listProblem(urls, TURN, "turn:turn.example.com:3478?transport=udp"),
      secret: (secret, { turn }) =>
        secret ? (secret.length < 16 ? "At least 16 characters" : null) : needsSecret(turn, servers),
    },
  });
  const submit = form.onSubmit((values) =>
    save.mutate(change(values), {
      onSuccess: () => {
        const stored = { ...values, secret: "" };
        form.setValues(stored);
        form.resetDirty(stored);
        toastDone("The next call uses these servers.");
      },
    }),
  );
  const tryThem = () => {
    if (!form.validate().hasErrors) test.mutate(change(form.values));
  };
  const askToRemove = () =>
    modals.openConfirmModal({
      title: "Use the installation's servers again?",
      children: <Text size="sm">Your own are forgotten with their secret. Calls that are on go on.</Text>,
      labels: { confirm: "Forget ours", cancel: "Keep ours" },
      confirmProps: { color: "red" },
      onConfirm: () => remove.mutate(undefined, { onSuccess: onClose }),
    });
  const problem = save.error ?? test.error;
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={720}>
        {problem && <ProblemNote error={problem} />}
        <Card padding="lg">
          <Stack>
            <TagsInput
              label="STUN servers"
              description="They tell a browser its public address; press Enter after each. At most four."
              placeholder={form.values.stun.length ? "" : "stun:stun.example.com:3478"}
              maxTags={4}
              splitChars={[",", " "]}
              acceptValueOnBlur
              {...form.getInputProps("stun")}
              data-testid="servers-stun"
            />
            <TagsInput
              label="TURN servers"
              description="They relay where no direct way is found: over UDP, and over TCP or TLS for strict networks. At most four."
              placeholder={form.values.turn.length ? "" : "turn:turn.example.com:3478?transport=udp"}
              maxTags={4}
              splitChars={[",", " "]}
              acceptValueOnBlur
              {...form.getInputProps("turn")}
              data-testid="servers-turn"
            />
            <PasswordInput
              label="Secret of the TURN servers"
              description={
                servers.secretKept
                  ? "One is kept, encrypted, and never shown again. Leave this empty to keep it."
                  : "coturn's static-auth-secret. It is kept encrypted and never shown again; browsers get credentials that end by themselves."
              }
              autoComplete="new-password"
              maxLength={256}
              {...form.getInputProps("secret")}
              data-testid="servers-secret"
            />
            <Radio.Group
              label="Ways that a call may take"
              value={form.values.policy}
              onChange={(policy) => form.setFieldValue("policy", policy as Policy)}
            >
              <Stack gap="xs" mt="xs">
                <Radio
                  value="all"
                  label="Any"
                  description="Directly where that is possible: the best sound, and no load on your servers."
                />
                <Radio
                  value="relay"
                  label="Relays only"
                  description="Nobody learns the other side's address. Every call goes through your TURN servers."
                  data-testid="servers-relay"
                />
              </Stack>
            </Radio.Group>
          </Stack>
        </Card>
        {test.data && <ServerAnswers answers={test.data} />}
        <Group justify="space-between">
          <SaveBar changed={form.isDirty()} saving={save.isPending} onReset={form.reset} />
          <Group gap="sm">
            <TestButton pending={test.isPending} onClick={tryThem} />
            {servers.own ? (
              <Button
                variant="subtle"
                color="red"
                onClick={askToRemove}
                loading={remove.isPending}
                data-testid="servers-remove"
              >
                Use the installation’s
              </Button>
            ) : (
              <Button variant="subtle" color="gray" onClick={onClose}>
                Cancel
              </Button>
            )}
          </Group>
        </Group>
        {servers.changedAt && (
          <Text size="xs" c="dimmed">
            Changed {ago(servers.changedAt, now)}
          </Text>
        )}
      </Stack>
    </form>
  );
}

function TestButton({ pending, onClick }: { pending: boolean; onClick: () => void }) {
  return (
    <Button
      variant="default"
      leftSection={<IconPlugConnected size={16} />}
      loading={pending}
      onClick={onClick}
      data-testid="servers-test"
    >
      Test from here
    </Button>
  );
}

const HOST = String.raw`([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?`;
const STUN = new RegExp(`^stuns?:${HOST}$`);
const TURN = new RegExp(String.raw`^turns?:${HOST}(\?transport=(udp|tcp))?$`);

function listProblem(urls: readonly string[], rule: RegExp, example: string): string | null {
  const wrong = urls.find((url) => !rule.test(url));
  return wrong === undefined ? null : `“${wrong}” is no such address; write it like ${example}`;
}

function needsSecret(turn: readonly string[], { secretKept }: CallServers): string | null {
  return turn.length > 0 && !secretKept ? "TURN servers need the secret that they share with us" : null;
}

function change({ secret, ...rest }: CallServersChange & { secret: string }): CallServersChange {
  return { ...rest, ...(secret && { secret }) };
}
