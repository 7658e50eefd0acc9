import { guarded } from "@remote-support/sdk/dom";
import type { Host } from "@remote-support/sdk/host";
import { bubbles, type BubbleActions } from "./bubble";
import type { Entry } from "../chat/conversation";
import { line } from "../icons";
import { time } from "../format";
import { say } from "../words";

interface Shown {
  bubble: HTMLElement;
  body: HTMLElement;
  note: HTMLElement;
  bodyState: string;
  noteState: string;
}

/** The list of messages: each part of each is built once and then only brought up to date. */
export function messages(host: Host, log: HTMLElement, actions: Omit<BubbleActions, "grown">) {
  const { element } = host;
  const shown = new Map<string, Shown>();
  const bubble = bubbles(host, { ...actions, grown: stay });
  /** Whether the newest message is looked at: then it stays in sight, whatever grows around it. */
  let following = true;
  log.addEventListener("scroll", () => (following = log.scrollHeight - log.scrollTop - log.clientHeight < 80));
  new ResizeObserver(guarded(stay)).observe(log);

  function stay(): void {
    if (following) log.scrollTop = log.scrollHeight;
  }

  function build(entry: Entry): Shown {
    const body = element("div", {});
    const note = element("div", { class: "note" });
    const made = element("div", { "data-testid": "rs-message" }, body, note);
    return { bubble: made, body, note, bodyState: "", noteState: entry.key };
  }

  function bring(one: Shown, entry: Entry, first: boolean, last: boolean): void {
    one.bubble.className = `message ${entry.status}${entry.mine ? " mine" : ""}${first ? " first" : ""}`;
    one.bubble.dataset.status = entry.status;
    const { text, attachment, file, masked } = entry;
    const bodyState = JSON.stringify([text, attachment, file && [file.name, file.attachmentId], masked, first]);
    if (one.bodyState !== bodyState) {
      one.bodyState = bodyState;
      const body = bubble.body(entry, first);
      one.body.replaceWith(body);
      one.body = body;
    }
    const noteState = JSON.stringify([entry.status, entry.why, entry.at, last, file?.attachmentId]);
    if (one.noteState !== noteState) {
      one.noteState = noteState;
      one.note.replaceChildren(...noteOf(entry, last));
    } else if (file) bubble.progressed(one.note, file.progress);
  }

  function noteOf(entry: Entry, last: boolean): (Node | string)[] {
    if (entry.status === "failed") return bubble.failed(entry);
    if (entry.status === "sending") return bubble.sending(entry);
    if (!last || !entry.at) return [];
    const at = element("time", { datetime: entry.at }, time(entry.at));
    if (!entry.mine) return [at];
    const word = say[entry.status];
    const tick = line(entry.status === "sent" ? "tick" : "ticks");
    return [
      at,
      element("span", { class: "ticks", title: word }, tick, element("span", { class: "unseen" }, ` ${word}`)),
    ];
  }

  return (entries: Entry[]): void => {
    const keep = new Set(entries.map(({ key }) => key));
    for (const [key, { bubble: gone }] of shown) {
      if (keep.has(key)) continue;
      gone.remove();
      shown.delete(key);
    }
    let added = false;
    let before: Element | null = null;
    entries.forEach((entry, index) => {
      const previous = entries[index - 1];
      const next = entries[index + 1];
      let known = shown.get(entry.key);
      if (!known) {
        added = true;
        shown.set(entry.key, (known = build(entry)));
      }
      bring(known, entry, !previous || !together(previous, entry), !next || !together(entry, next));
      const place: Element | null = before ? before.nextElementSibling : log.firstElementChild;
      if (place !== known.bubble) log.insertBefore(known.bubble, place);
      before = known.bubble;
    });
    if (added && entries.at(-1)?.mine) following = true;
    stay();
  };
}

/** Written by the same person within a few minutes. */
function together(a: Entry, b: Entry): boolean {
  if (a.mine !== b.mine || a.name !== b.name) return a.mine && b.mine;
  return !a.at || !b.at || Date.parse(b.at) - Date.parse(a.at) < 180_000;
}
