import type { Host } from "@remote-support/sdk/host";
import type { Entry } from "./conversation";
import { time } from "./words";

/** The list of messages: each is built once and then only brought up to date. */
export function messages({ element }: Host, log: HTMLElement, retry: (key: string) => void) {
  const shown = new Map<string, { bubble: HTMLElement; state: string }>();

  function build(entry: Entry, first: boolean, last: boolean): HTMLElement {
    const note =
      entry.status === "failed"
        ? element(
            "div",
            { class: "note", role: "alert" },
            `Not sent. ${entry.why ?? ""}`,
            element("button", { type: "button", click: () => retry(entry.key) }, "Try again"),
          )
        : entry.status === "sending"
          ? element("div", { class: "note" }, "Sending…")
          : last && entry.at
            ? element("div", { class: "note" }, element("time", { datetime: entry.at }, time(entry.at)))
            : null;
    return element(
      "div",
      {
        class: `message ${entry.status}${entry.mine ? " mine" : ""}${first ? " first" : ""}`,
        "data-testid": "rs-message",
        "data-status": entry.status,
      },
      first && !entry.mine ? element("div", { class: "by" }, entry.name) : null,
      element(
        "div",
        { class: "text" },
        element("span", { class: "unseen" }, entry.mine ? "You: " : ""),
        ...linked(entry.text),
      ),
      note,
    );
  }

  function linked(text: string): (Node | string)[] {
    return text
      .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
      .map((part, index) =>
        index % 2 ? element("a", { href: part, target: "_blank", rel: "noopener noreferrer" }, part) : part,
      );
  }

  return (entries: Entry[]): void => {
    const keep = new Set(entries.map(({ key }) => key));
    for (const [key, { bubble }] of shown) {
      if (keep.has(key)) continue;
      bubble.remove();
      shown.delete(key);
    }
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    let added = false;
    let before: Element | null = null;
    entries.forEach((entry, index) => {
      const previous = entries[index - 1];
      const next = entries[index + 1];
      const first = !previous || !together(previous, entry);
      const last = !next || !together(entry, next);
      const state = [entry.status, entry.why, entry.at, first, last].join();
      let known = shown.get(entry.key);
      if (known?.state !== state) {
        const bubble = build(entry, first, last);
        if (known) {
          bubble.style.animation = "none";
          known.bubble.replaceWith(bubble);
        } else added = true;
        known = { bubble, state };
        shown.set(entry.key, known);
      }
      const place: Element | null = before ? before.nextElementSibling : log.firstElementChild;
      if (place !== known.bubble) log.insertBefore(known.bubble, place);
      before = known.bubble;
    });
    if (added && (atEnd || entries.at(-1)?.mine)) log.scrollTop = log.scrollHeight;
  };
}

/** Written by the same person within a few minutes. */
function together(a: Entry, b: Entry): boolean {
  if (a.mine !== b.mine || a.name !== b.name) return a.mine && b.mine;
  return !a.at || !b.at || Date.parse(b.at) - Date.parse(a.at) < 180_000;
}
