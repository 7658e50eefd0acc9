import type { ChatMessage } from "@remote-support/protocol";
import { guarded } from "@remote-support/sdk/dom";
import type { Host, Visitor } from "@remote-support/sdk/host";
import type { Chat } from "../chat/chat";
import { Conversation } from "../chat/conversation";
import { excuse } from "../excuse";
import { frame } from "./frame";
import { openOwnPage } from "./own-page";
import type { Past } from "../rare/archive";
import type { RareViews } from "../rare/rare";
import { messages } from "../talk/messages";
import { talk } from "../talk/talk";
import { say } from "../words";

export interface Panel {
  readonly open: boolean;
  show(open: boolean): void;
  conversations(): void;
  render(): void;
}

type View = "talk" | "list" | "past";

/** The widget's window: the chat that goes on, the list of all of them, and one of before. */
export function panel(host: Host, visitor: Visitor, chat: () => Chat): Panel {
  const { element } = host;
  let open = false;
  let view: View = "talk";

  const talking = talk(
    host,
    visitor,
    chat,
    () => go("list"),
    () => render(),
  );
  /** What was before, once somebody has asked for it. */
  let history: { list: ReturnType<RareViews["conversations"]>; past: ReturnType<RareViews["pastChat"]> } | undefined;
  const place = element("p", { class: "empty", role: "status", hidden: true });
  const pane = frame(host, visitor, {
    body: [talking.element, place],
    back: () => go(view === "past" ? "list" : "talk"),
    close: () => show(false),
    escape,
    conversations: () => go("list"),
    ownPage: () => openOwnPage(host),
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
    if (next === "list" && from !== "past") guarded(list)();
    if (!open) return;
    if (next === "talk") talking.focus();
    else pane.focusBack();
  }

  async function list(): Promise<void> {
    place.textContent = say.loading;
    try {
      const rare = await host.load("rare");
      if (!history) {
        history = { list: rare.conversations(choose), past: rare.pastChat(draw, resume) };
        place.after(history.list.element, history.past.element);
      }
      render();
      await history.list.load();
    } catch (problem) {
      place.textContent = excuse(problem);
    }
  }

  function draw(log: HTMLElement, session: string, all: ChatMessage[]): void {
    const conversation = new Conversation();
    conversation.take(all);
    const past = { session: () => session, retry: nothing, canRetry: () => false, discard: nothing };
    messages(host, log, past)(conversation.entries());
  }

  function choose(chosen: Past): void {
    if (chosen.id === chat().session) return go("talk");
    void history?.past.show(chosen);
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
    place.hidden = view === "talk" || !!history;
    if (history) {
      history.list.element.hidden = view !== "list";
      history.past.element.hidden = view !== "past";
    }
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

function nothing(): void {
  // What is past is as it is.
}
