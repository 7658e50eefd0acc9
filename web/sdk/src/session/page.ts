import type { Page } from "../host";
import { publicUrl } from "../url";

/** The page that is on the screen, without the secrets in its address, and without its title where that is private. */
export function shownPage(selectors: string[] = []): Page {
  let { title } = document;
  try {
    if (document.querySelector("title")?.closest(["[data-private]", ...selectors].join())) title = "";
  } catch {
    title = "";
  }
  return { url: publicUrl(location.href).slice(0, 4096), title: title.slice(0, 512) };
}
