import type { Host, Site } from "./host";

/**
 * What the site wants on its pages, as it is now: the browser's own cache asks by tag, so that it costs next to nothing while
 * nothing has changed. Where it cannot be asked, what came with the introduction holds.
 */
export async function siteRules({ request, siteKey, visitor }: Host): Promise<Site> {
  try {
    return await request<Site>(`visitors/site/${encodeURIComponent(siteKey)}`);
  } catch {
    return (await visitor()).site;
  }
}
