import { Anchor, Box, Button, Select, Text } from "@mantine/core";
import { IconEyeSearch, IconQrcode } from "@tabler/icons-react";
import { useState } from "react";
import { InviteDialog } from "../invite/invite-dialog";
import { EmbedHint } from "../sites/embed-hint";
import { useSites } from "../sites/queries";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { AccessDialog } from "./access-dialog";
import { useLiveVisitors, type LiveVisitor } from "./queries";
import { VisitorRow } from "./visitor-row";
import classes from "./visitors.module.css";

/** Who is on the organisation's sites now. */
export function VisitorsPage() {
  const sites = useSites();
  const [site, setSite] = useState<string | null>(null);
  const [inviting, setInviting] = useState(false);
  const [asked, setAsked] = useState<LiveVisitor>();
  const visitors = useLiveVisitors(site);
  const names = new Map(sites.data?.map((one) => [one.id, one.name]));
  return (
    <Page
      title="Visitors"
      lead="Who is on your sites now. Nothing is shown before a visitor says yes."
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconQrcode size={16} />}
            onClick={() => setInviting(true)}
            data-testid="invite"
          >
            Invite by code
          </Button>
          <Select
            aria-label="Site"
            placeholder="All sites"
            clearable
            w={220}
            data={sites.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={site}
            onChange={setSite}
            data-testid="visitors-site"
          />
        </>
      }
    >
      {visitors.isPending ? (
        <LoadingRows rows={5} height={86} />
      ) : visitors.isError && !visitors.data ? (
        <ProblemNote error={visitors.error} onRetry={() => void visitors.refetch()} />
      ) : visitors.data.items.length === 0 ? (
        <NobodyHere filtered={site !== null} />
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="xs" aria-live="polite" data-testid="visitors-total">
            {visitors.data.total === 1 ? "1 visitor" : `${visitors.data.total.toLocaleString()} visitors`}
          </Text>
          <ul className={classes.list} aria-label="Visitors">
            {visitors.data.items.map((visitor) => (
              <VisitorRow
                key={visitor.id}
                visitor={visitor}
                site={names.get(visitor.siteId)}
                onAsk={() => setAsked(visitor)}
              />
            ))}
          </ul>
          {visitors.data.total > visitors.data.items.length && (
            <Text size="sm" c="dimmed" ta="center" mt="md">
              and {(visitors.data.total - visitors.data.items.length).toLocaleString()} more, who came earlier
            </Text>
          )}
        </>
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {asked && <AccessDialog visitor={asked} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}

function NobodyHere({ filtered }: { filtered: boolean }) {
  return (
    <Empty
      icon={<IconEyeSearch size={28} />}
      title={filtered ? "Nobody is on this site now" : "Nobody is on your sites now"}
    >
      Everybody with a page open appears here within seconds, and is gone as soon as it is closed. Try it: open the{" "}
      <Anchor href="/demo/" target="_blank" rel="noreferrer" size="sm" fw={600}>
        demo shop
      </Anchor>{" "}
      in another window. An admin decides for each site whether its visitors are shown.
      <Box mt="lg" ta="left">
        <EmbedHint />
      </Box>
    </Empty>
  );
}
