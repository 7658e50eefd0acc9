import type { Site } from "../host";

/** What is told of the page that is on the screen. */
export interface Shown {
  url: string;
  title: string;
  visible: boolean;
}

/** Without query and fragment, where secrets are, and without a title that the site keeps private. */
export function shown(site: Site): Shown {
  return {
    url: (location.origin + location.pathname).slice(0, 4096),
    title: privateTitle(site.maskSelectors) ? "" : document.title.slice(0, 512),
    visible: document.visibilityState === "visible",
  };
}

function privateTitle(selectors: string[]): boolean {
  try {
    return !!document.querySelector("title")?.closest(["[data-private]", ...selectors].join());
  } catch {
    // A selector that cannot be understood might have meant it.
    return true;
  }
}
