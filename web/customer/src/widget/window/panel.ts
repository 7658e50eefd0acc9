import { guarded } from "@remote-support/sdk/dom";
import type { Host, Visitor } from "@remote-support/sdk/host";
import type { Past } from "../past/archive";
import type { Chat } from "../chat/chat";
import { conversations } from "../past/conversations";
import { frame } from "./frame";
import { pastChat } from "../past/past-chat";
import { say } from "../words";
import { talk } from "../talk/talk";

export interface Panel {
  readonly open: boolean;
  show(open: boolean): void;
  conversations(): void;
  render(): void;
}

type View = "talk" | "list" | "past";

/** The widget's window: the chat that goes on, the list of all of them, and one of before. */
export function panel(host: Host, visitor: Visitor, chat: () => Chat): Panel {
  let open = false;
  let view: View = "talk";

  const talking = talk(
    host,
    visitor,
    chat,
    () => go("list"),
    () => render(),
  );
  const list = conversations(host, choose);
  const past = pastChat(host, resume);
  const pane = frame(host, visitor, {
    body: [talking.element, list.element, past.element],
    back: () => go(view === "past" ? "list" : "talk"),
    close: () => show(false),
    escape,
    conversations: () => go("list"),
    end: () => {
      go("talk");
      talking.ask(true);
    },
    drop: (files) => view === "talk" && talking.attach(files),
  });

  function go(next: View): void {
    const from = view;
    view = next;
    host.tab.set("view", next === "list" ? next : undefined);
    render();
    if (next === "list" && from !== "past") void list.load();
    if (!open) return;
    if (next === "talk") talking.focus();
    else pane.focusBack();
  }

  function choose(chosen: Past): void {
    if (chosen.id === chat().session) return go("talk");
    void past.show(chosen);
    go("past");
  }

  async function resume(): Promise<void> {
    await chat().resume();
    go("talk");
  }

  function escape(): void {
    if (view !== "talk") go(view === "past" ? "list" : "talk");
    else if (!talking.escape()) show(false);
  }

  function show(next: boolean): void {
    if (next === open) return;
    open = next;
    pane.show(open);
    host.tab.set("panel", open || undefined);
    host.launcher.expanded(open);
    if (open) chat().hours.look();
    render();
    if (open) talking.settle();
    // On a phone the keyboard would cover half of what there is to read.
    if (open && matchMedia("(pointer: fine)").matches) talking.focus();
    if (!open) host.launcher.focus();
  }

  function render(): void {
    const now = chat();
    talking.element.hidden = view !== "talk";
    list.element.hidden = view !== "list";
    past.element.hidden = view !== "past";
    talking.render();
    pane.render(now, view === "talk" ? undefined : say.conversations);
    if (open && view === "talk" && document.visibilityState === "visible") now.reading.seen();
    host.launcher.unread(open && view === "talk" ? 0 : now.reading.unread);
  }

  if (host.tab.get("view") === "list") go("list");
  document.addEventListener("visibilitychange", guarded(render));
  // What another tab has read or rated counts here, too.
  addEventListener("storage", guarded(render));
  return {
    get open() {
      return open;
    },
    show,
    conversations() {
      show(true);
      go("list");
    },
    render,
  };
}
