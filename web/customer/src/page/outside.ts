import { element } from "@remote-support/sdk/dom";
import type { Refused } from "@remote-support/sdk/host";
import { excuse } from "../widget/excuse";
import { arrival } from "./arrival";
import type { OwnPage } from "./door";
import { say } from "./words";

/** Where the customer came from, if it is the site's own page; else the site, where it is known. */
export function wayBack(site: OwnPage["site"] | undefined): string | undefined {
  const { from } = arrival;
  if (from && site?.origins.includes(originOf(from))) return from;
  return site?.origins[0];
}

/** Of a page in the web; nothing else is a link of ours. */
export function originOf(url: string): string {
  try {
    const { protocol, origin } = new URL(url);
    return protocol === "https:" || protocol === "http:" ? origin : "";
  } catch {
    return "";
  }
}

/** Nobody is let in: why, and how it is done. */
export function closed(why: Refused, site?: OwnPage["site"]): HTMLElement {
  const code = why.code === "code-refused";
  const back = wayBack(site);
  return card(
    code ? say.codeTitle : say.closedTitle,
    element("p", {}, code ? say.codeHint : say.closedHint),
    element("p", {}, say.howTo),
    back && site ? element("a", { class: "main", href: back }, say.goToSite(site.name)) : null,
  );
}

export function failed(problem: unknown, again: () => void): HTMLElement {
  return card(
    say.failedTitle,
    element("p", { role: "alert" }, excuse(problem)),
    element("button", { type: "button", class: "main", click: again }, say.tryAgain),
  );
}

function card(title: string, ...content: (HTMLElement | null)[]): HTMLElement {
  return element("main", { class: "outside", "data-testid": "my-outside" }, element("h1", {}, title), ...content);
}
