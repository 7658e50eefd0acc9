import type { Site, Visitor } from "../host";

/**
 * What the site wants on its pages, asked once per page: the browser's own cache asks by tag, so that it costs next to nothing
 * while nothing has changed. Where it cannot be asked, what came with the introduction holds.
 */
export function rules(origin: string, siteKey: string, visitor: () => Promise<Visitor>): () => Promise<Site> {
  let known: Promise<Site> | undefined;

  async function ask(): Promise<Site> {
    try {
      const answer = await fetch(`${origin}/api/visitors/site/${encodeURIComponent(siteKey)}`, { credentials: "omit" });
      if (answer.ok) return (await answer.json()) as Site;
    } catch {
      // Then as below.
    }
    known = undefined;
    return (await visitor()).site;
  }

  return () => (known ??= ask());
}
