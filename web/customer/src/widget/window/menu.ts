import type { Host } from "@remote-support/sdk/host";
import { line } from "../icons";
import { say } from "../words";

/** What one seldom needs, behind three dots. */
export function menu({ element }: Host, items: HTMLButtonElement[]) {
  const list = element(
    "div",
    { class: "menu", hidden: true, role: "group", "aria-label": say.more, click: close },
    ...items,
  );
  const button = element(
    "button",
    {
      type: "button",
      class: "tool",
      "aria-label": say.more,
      title: say.more,
      "aria-expanded": "false",
      "data-testid": "rs-more",
      click: () => (list.hidden ? open() : close()),
    },
    line("more"),
  );
  const root = element(
    "div",
    {
      class: "holder",
      keydown: (event: KeyboardEvent) => {
        if (list.hidden) return;
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (event.key === "Escape") {
          event.stopPropagation();
          close();
          button.focus();
        } else if (step) {
          event.preventDefault();
          move(step);
        }
      },
      focusout: ({ relatedTarget }: FocusEvent) => {
        if (!root.contains(relatedTarget as Node | null)) close();
      },
    },
    button,
    list,
  );

  const choices = () => items.filter((item) => !item.hidden);

  function open(): void {
    show(true);
    choices()[0]?.focus();
  }

  function close(): void {
    show(false);
  }

  function show(some: boolean): void {
    list.hidden = !some;
    button.ariaExpanded = String(some);
  }

  function move(step: number): void {
    const all = choices();
    const at = all.findIndex((item) => item.matches(":focus"));
    all[(at + step + all.length) % all.length]?.focus();
  }

  return {
    element: root,
    /** Shown only where there is anything in it. */
    render: () => (root.hidden = !choices().length),
  };
}
