import type { Site } from "../host";
import { shownPage } from "../session/page";

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
    title: shownPage(site.maskSelectors).title,
    visible: document.visibilityState === "visible",
  };
}
