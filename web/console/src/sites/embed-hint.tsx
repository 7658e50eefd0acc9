import { Anchor, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Site } from "../api/model";
import { atLeast } from "../auth/roles";
import { useUser } from "../auth/use-user";
import { Copyable } from "../ui/copy";
import { useSites } from "./queries";

export function snippetFor(site: Site, origin = globalThis.location.origin): string {
  return `<script async src="${origin}/sdk/v1.js" data-site-key="${site.siteKey}"></script>`;
}

/** How the help button gets onto a website: the snippet of the first site, or where to make one. */
export function EmbedHint() {
  const user = useUser();
  const sites = useSites();
  const site = sites.data?.[0];
  if (!site) {
    if (!atLeast(user.role, "admin")) return null;
    return (
      <Text size="sm" ta="center">
        Your own website?{" "}
        <Anchor component={Link} to="/sites" size="sm" fw={600}>
          Add it as a site
        </Anchor>{" "}
        and paste one line into its pages.
      </Text>
    );
  }
  return (
    <Stack gap={6}>
      <Text size="sm">
        On your own website, paste this line into every page of <b>{site.name}</b>:
      </Text>
      <Copyable value={snippetFor(site)} label="snippet" />
    </Stack>
  );
}
