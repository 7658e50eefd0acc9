/** Into the browser's top layer, over whatever the site puts there, where the browser has one; or out of it. */
export function raise(host: HTMLElement, up: boolean): void {
  try {
    host.popover = "manual";
    if (up) host.showPopover();
    else host.hidePopover();
  } catch {
    // The highest z-index has to do.
  }
}
