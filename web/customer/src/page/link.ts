import type { Host } from "@remote-support/sdk/host";

/** A link to another view of this page: it goes there without a load, unless it is wanted in another tab. */
export function link(
  { element }: Host,
  href: string,
  props: Record<string, unknown>,
  ...children: (Node | string)[]
): HTMLAnchorElement {
  return element(
    "a",
    {
      ...props,
      href,
      click: (event: MouseEvent) => {
        if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(href);
      },
    },
    ...children,
  );
}

export function go(path: string): void {
  if (path !== location.pathname) history.pushState(null, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
}
