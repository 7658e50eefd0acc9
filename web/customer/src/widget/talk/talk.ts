import type { Host, Visitor } from "@remote-support/sdk/host";
import type { Chat } from "../chat/chat";
import { composer } from "../write/composer";
import { home } from "./home";
import { messages } from "./messages";
import { over } from "./over";
import { notice } from "../chat/standing";
import { excuse } from "../excuse";
import { say } from "../words";

/** The chat that goes on now, from the greeting to the rating. */
export function talk(host: Host, visitor: Visitor, chat: () => Chat, list: () => void, changed: () => void) {
  const { element } = host;
  let asking = false;

  const start = home(host, visitor, chat, list, () => write.focus());
  const noticeTitle = element("b", {});
  const noticeText = element("span", {});
  const card = element(
    "div",
    { class: "notice", role: "status", "data-testid": "rs-notice", hidden: true },
    noticeTitle,
    noticeText,
  );
  const idle = element("div", { class: "notice idle", role: "status", "data-testid": "rs-idle", hidden: true });
  const log = element("div", {
    class: "log",
    role: "log",
    "aria-live": "off",
    "aria-label": say.messages,
    tabindex: 0,
  });
  const showMessages = messages(host, log, {
    session: () => chat().session,
    retry(key) {
      chat().retry(key);
      write.focus();
    },
    canRetry(key) {
      const pending = chat().conversation.pending.find(({ clientMessageId }) => clientMessageId === key);
      return !!pending && chat().phase !== "ended" && chat().outbox.canRetry(pending);
    },
    discard(key) {
      chat().discard(key);
      write.focus();
    },
  });
  const dots = element("span", { class: "dots", "aria-hidden": "true" }, ...[1, 2, 3].map(() => element("i", {})));
  const typist = element("span", {});
  const typing = element("div", { class: "typing", "data-testid": "rs-typing", hidden: true }, dots, typist);
  const write = composer(host, {
    send: (text, files) => chat().send(text, files, chat().phase === "new" ? start.who() : undefined),
    typing: () => chat().typing.say(),
  });

  const complaint = element("p", { class: "complaint", role: "alert", hidden: true });
  const keep = element("button", { type: "button", class: "plain", click: () => ask(false) }, say.keepChatting);
  const act = element("button", { type: "button", class: "main", "data-testid": "rs-end", click: end }, say.endChat);
  const question = element("div", { class: "question" }, element("p", {}, say.endReally), complaint, keep, act);
  const done = over(host, chat, () => {
    chat().restart();
    write.focus();
  });

  function ask(really: boolean): void {
    asking = really && chat().phase === "open";
    complaint.hidden = true;
    changed();
    if (asking) keep.focus();
    else write.focus();
  }

  async function end(): Promise<void> {
    act.disabled = true;
    try {
      await chat().end();
      asking = false;
      changed();
      // What can be filled in comes first, once it is there.
      await host.load("rare").catch(() => undefined);
      done.element.querySelector<HTMLElement>("input, button")?.focus();
    } catch (problem) {
      complaint.textContent = excuse(problem);
      complaint.hidden = false;
    } finally {
      act.disabled = false;
    }
  }

  function renderNotice(now: Chat): void {
    const told = notice(now);
    card.hidden = !told;
    card.classList.toggle("moving", !!told?.moving);
    set(noticeTitle, told?.title ?? "");
    set(noticeText, told?.text ?? "");
    const left = now.idleEndsAt ? Date.parse(now.idleEndsAt) - Date.now() : 0;
    idle.hidden = !now.idleEndsAt || left < 0;
    if (!idle.hidden) set(idle, say.idle(Math.max(1, Math.round(left / 60_000))));
  }

  const root = element(
    "div",
    { class: "talk" },
    card,
    idle,
    start.element,
    log,
    typing,
    write.element,
    question,
    done.element,
  );

  return {
    element: root,
    ask,
    settle() {
      write.settle();
      log.scrollTop = log.scrollHeight;
    },
    /** On the first thing that can be filled in. */
    focus() {
      if (!write.element.hidden) return write.focus();
      const fields = [...root.querySelectorAll<HTMLElement>("input, textarea, button")];
      fields.find((field) => !field.closest("[hidden]"))?.focus();
    },
    attach: (files: File[]) => chat().phase !== "ended" && write.attach(files),

    /** Whether there was something to escape from. */
    escape(): boolean {
      if (!asking) return false;
      ask(false);
      return true;
    },

    render(): void {
      const now = chat();
      const entries = now.conversation.entries();
      const fresh = now.phase === "new" && !entries.length;
      if (now.phase !== "open") asking = false;
      start.element.hidden = !fresh;
      log.hidden = fresh;
      if (fresh) start.render();
      renderNotice(now);
      showMessages(entries);
      const { who } = now.typing;
      typing.hidden = !who || now.phase !== "open";
      set(typist, who ? say.typing(who) : "");
      write.element.hidden = now.phase === "ended" || asking || (fresh && start.closed);
      question.hidden = !asking;
      done.render();
    },
  };
}

/** Only what changed: a screen reader reads it again otherwise. */
function set(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
