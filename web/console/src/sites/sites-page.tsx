import { ActionIcon, Anchor, Badge, Button, Card, Group, Loader, Menu, Stack, Text, Title } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconCircleCheck, IconDots, IconEdit, IconKey, IconPlus, IconTrash, IconWorldPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Site } from "../api/model";
import { Copyable, SecretOnce } from "../ui/copy";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { ago, dayAndTime, useNow } from "../ui/time";
import { toastDone } from "../ui/toasts";
import { snippetFor } from "./embed-hint";
import { PlanLimits } from "./plan-limits";
import { useDeleteSite, useSites } from "./queries";
import { SecretDialog } from "./secret-dialog";
import { SiteDialog } from "./site-dialog";

/** How often it is looked whether a script has called, while one has not. */
const WATCH = 3_000;

export function SitesPage() {
  const sites = useSites(WATCH);
  const [edited, setEdited] = useState<Site | "new">();
  const [secret, setSecret] = useState<string>();
  return (
    <Page
      title="Sites"
      lead="A site is a website of yours. One line in its pages gives every visitor the help button."
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited("new")} data-testid="site-add">
          Add a site
        </Button>
      }
    >
      <PlanLimits />
      {sites.isPending ? (
        <LoadingRows rows={2} height={220} />
      ) : sites.isError ? (
        <ProblemNote error={sites.error} onRetry={() => void sites.refetch()} />
      ) : sites.data.length === 0 ? (
        <Empty
          icon={<IconWorldPlus size={28} />}
          title="No site yet"
          action={<Button onClick={() => setEdited("new")}>Add your first site</Button>}
        >
          Add the website you want to help on. You get one line to paste into its pages, and see here when it works.
        </Empty>
      ) : (
        <Stack>
          {sites.data.map((site) => (
            <SiteCard key={site.id} site={site} onEdit={() => setEdited(site)} onSecret={setSecret} />
          ))}
        </Stack>
      )}
      {edited && (
        <SiteDialog
          site={edited === "new" ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onCreated={(site) => setSecret(site.siteSecret)}
        />
      )}
      <SecretOnce
        title="The site's secret"
        secret={secret}
        hint="Your server signs identify tokens with it, so that customers who are signed in on your website need not say who they are. Keep it on the server; it never belongs into a page."
        onClose={() => setSecret(undefined)}
      />
    </Page>
  );
}

interface SiteCardProps {
  site: Site;
  onEdit: () => void;
  onSecret: (secret: string) => void;
}

function SiteCard({ site, onEdit, onSecret }: SiteCardProps) {
  const remove = useDeleteSite();
  const [renewing, setRenewing] = useState(false);

  const askRemove = () =>
    modals.openConfirmModal({
      title: `Remove ${site.name}?`,
      children: (
        <Text size="sm">
          The help button disappears from its pages at once. Sessions and conversations stay. This cannot be undone: a
          new site has a new key.
        </Text>
      ),
      labels: { confirm: "Remove the site", cancel: "Keep it" },
      confirmProps: { color: "red" },
      onConfirm: () => remove.mutate(site.id, { onSuccess: () => toastDone(`${site.name} is removed.`) }),
    });

  return (
    <Card padding="lg" data-testid="site">
      <Group justify="space-between" wrap="nowrap" mb="sm" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {site.name}
          </Title>
          <Group gap={6} mt={6}>
            {site.allowedOrigins.map((origin) => (
              <Badge key={origin} color="gray" fw={500}>
                {origin}
              </Badge>
            ))}
          </Group>
        </div>
        <Group gap={4} wrap="nowrap">
          <ScriptSeen site={site} />
          <Menu position="bottom-end" width={190}>
            <Menu.Target>
              <ActionIcon aria-label={`Actions for ${site.name}`}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconEdit size={16} />} onClick={onEdit}>
                Edit
              </Menu.Item>
              <Menu.Item
                leftSection={<IconKey size={16} />}
                onClick={() => setRenewing(true)}
                data-testid="site-secret"
              >
                New secret
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={askRemove}>
                Remove
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      <Stack gap={6}>
        <Text size="sm">Paste this line into every page, best before the end of its head:</Text>
        <Copyable value={snippetFor(site)} label="snippet" />
        {!site.scriptSeenAt && (
          <Text size="sm" c="dimmed">
            Then open a page of your website; this card turns green within seconds. Nothing happens?{" "}
            <Anchor href="/help" target="_blank" rel="noreferrer" size="sm">
              See what to check
            </Anchor>
            .
          </Text>
        )}
        <Facts site={site} />
      </Stack>
      {renewing && <SecretDialog site={site} onClose={() => setRenewing(false)} onSecret={onSecret} />}
    </Card>
  );
}

/** What is true of the site besides its snippet. */
function Facts({ site }: { site: Site }) {
  const mask = site.maskSelectors?.length ?? 0;
  const guard = site.guardSelectors?.length ?? 0;
  return (
    <Text size="sm" c="dimmed" component="div" data-testid="site-facts">
      {site.allowedOrigins.length === 0 && <div>Closed: no origin is allowed to use it.</div>}
      {site.scriptSeenPage && (
        <div>
          Seen last on <b data-testid="script-page">{site.scriptSeenPage}</b>
        </div>
      )}
      <div>
        {mask === 0 ? "Nothing is hidden" : `${mask} selector${mask === 1 ? "" : "s"} hidden`} beyond passwords and
        data-private · {guard === 0 ? "nothing more" : `${guard} selector${guard === 1 ? "" : "s"}`} for the customer
        alone · visitors are {site.liveVisitors ? "shown live" : "not shown"}
      </div>
      {site.oldSecretUntil && <div>The old secret counts until {dayAndTime(site.oldSecretUntil)}.</div>}
    </Text>
  );
}

function ScriptSeen({ site }: { site: Site }) {
  const now = useNow();
  if (!site.scriptSeenAt) {
    return (
      <Badge size="lg" color="amber" leftSection={<Loader size={10} color="amber" />} data-testid="script-waiting">
        Waiting for the script
      </Badge>
    );
  }
  return (
    <Badge
      size="lg"
      leftSection={<IconCircleCheck size={14} />}
      title={site.scriptSeenOrigin ?? undefined}
      data-testid="script-seen"
    >
      Script seen {ago(site.scriptSeenAt, now)}
    </Badge>
  );
}
