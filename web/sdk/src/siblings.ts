/**
 * What the other domains of a site have to know while a session is open: who the visitor is, and which session. Storage
 * ends at the edge of an origin; a cookie of the widest domain that the browser lets us set does not.
 */

const DAY = 86_400;

const nameOf = (siteKey: string) => `remote-support-${siteKey}=`;

/** What this or another domain has said: key and session with a colon between them, or nothing. */
export function told(siteKey: string): string {
  return new RegExp(`${nameOf(siteKey)}([^;]+)`).exec(document.cookie)?.[1] ?? "";
}

export function tell(siteKey: string, visitorKey: string | undefined, session: string | undefined): void {
  const value = visitorKey && session ? `${visitorKey}:${session}` : "";
  const labels = location.hostname.split(".");
  const rest = `;path=/;max-age=${value ? DAY : 0};samesite=lax${location.protocol === "https:" ? ";secure" : ""}`;
  // From two labels on: the browser refuses those that belong to many.
  for (let from = labels.length - 2; from >= 0 && told(siteKey) !== value; from--) {
    document.cookie = `${nameOf(siteKey)}${value};domain=${labels.slice(from).join(".")}${rest}`;
  }
}
