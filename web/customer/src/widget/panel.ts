import { icon } from "@remote-support/sdk/dom";
import type { Host, Visitor } from "@remote-support/sdk/host";
import { LIMITS } from "@remote-support/protocol";
import type { Chat } from "./chat";
import { messages } from "./messages";
import { CSS } from "./styles";
import { status } from "./words";

export interface Panel {
  readonly open: boolean;
  show(open: boolean): void;
  render(): void;
}

/** The chat as it is seen: built once, brought up to date by `render`. */
export function panel(host: Host, visitor: Visitor, chat: () => Chat): Panel {
  const { element } = host;
  let open = false;
  let asking = false;

  const line = element("div", { class: "status", role: "status" });
  const endButton = element("button", { type: "button", class: "end", click: () => ask(true) }, "End chat");
  const header = element(
    "header",
    {},
    element("div", { class: "face", "aria-hidden": "true" }, [...visitor.site.name][0]?.toUpperCase() ?? "?"),
    element("div", { class: "who" }, element("h2", {}, visitor.site.name), line),
    endButton,
    element(
      "button",
      {
        type: "button",
        class: "tool",
        "aria-label": "Close the chat window",
        title: "Minimise",
        click: () => show(false),
      },
      icon("m6 9 6 6 6-6"),
    ),
  );

  const name = element("input", {
    class: "name",
    id: "name",
    autocomplete: "name",
    maxlength: LIMITS.NAME,
    placeholder: "So we know what to call you",
  });
  const hello = element(
    "div",
    { class: "hello" },
    element("h3", {}, "How can we help?"),
    element(
      "p",
      {},
      "Send us a message. Somebody from our team will answer right here, and can look at the page with you if you like.",
    ),
    visitor.kind === "visitor" ? element("label", { for: "name" }, "Your name ", element("i", {}, "(optional)")) : null,
    visitor.kind === "visitor" ? name : null,
  );
  name.value = host.local.get<string>("name") ?? "";
  const log = element("div", {
    class: "log",
    role: "log",
    "aria-live": "polite",
    "aria-label": "Messages",
    tabindex: 0,
  });
  const showMessages = messages(host, log, (key) => chat().retry(key));

  const input = element("textarea", {
    rows: 1,
    maxlength: LIMITS.MESSAGE_TEXT,
    placeholder: "Write a message…",
    "aria-label": "Message",
    "data-testid": "rs-input",
    input: draft,
    keydown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      submit();
    },
  });
  input.value = host.tab.get<string>("draft") ?? "";
  const send = element(
    "button",
    { type: "submit", class: "send", "aria-label": "Send", "data-testid": "rs-send" },
    icon("M12 19V5m-6.5 6.5L12 5l6.5 6.5"),
  );
  const form = element(
    "form",
    {
      submit: (event: Event) => {
        event.preventDefault();
        submit();
      },
    },
    input,
    send,
  );

  const question = element("p", {});
  const keep = element("button", { type: "button", class: "plain", click: () => ask(false) }, "Keep chatting");
  const act = element("button", { type: "button", class: "main", click: () => void (asking ? end() : restart()) });
  const over = element("div", { class: "over" }, question, keep, act);

  const root = element(
    "section",
    {
      class: "panel",
      role: "dialog",
      "aria-label": `Chat with ${visitor.site.name}`,
      "data-testid": "rs-panel",
      hidden: true,
      keydown: (event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        if (asking) ask(false);
        else show(false);
      },
    },
    header,
    hello,
    log,
    element("div", {}, form, over),
  );
  host.mount("widget", CSS).root.append(root);

  function draft(): void {
    send.ariaDisabled = String(!input.value.trim());
    host.tab.set("draft", input.value || undefined);
    // Browsers without field-sizing.
    input.style.height = "auto";
    input.style.height = `${Math.min(132, input.scrollHeight)}px`;
  }

  function submit(): void {
    const text = input.value.trim();
    if (!text) return;
    input.value = "";
    draft();
    if (name.value.trim()) host.local.set("name", name.value.trim());
    chat().send(text, name.value.trim());
    input.focus();
  }

  function ask(really: boolean): void {
    asking = really;
    render();
    (really ? keep : input).focus();
  }

  async function end(): Promise<void> {
    act.disabled = true;
    try {
      await chat().end();
    } catch {
      // Still open: the person sees it and can try again.
    }
    act.disabled = false;
    asking = false;
    render();
    act.focus();
  }

  function restart(): void {
    chat().restart();
    input.focus();
  }

  function show(next: boolean): void {
    if (next === open) return;
    open = next;
    root.hidden = !open;
    host.tab.set("panel", open || undefined);
    host.launcher.expanded(open);
    render();
    if (open) {
      draft();
      log.scrollTop = log.scrollHeight;
      // On a phone the keyboard would cover half of what there is to read.
      if (matchMedia("(pointer: fine)").matches) input.focus();
    } else host.launcher.focus();
  }

  function render(): void {
    const now = chat();
    const entries = now.conversation.entries();
    const ended = now.phase === "ended";
    const text = status(now);
    if (line.textContent !== text) line.textContent = text;
    line.className = `status ${now.phase !== "open" ? "" : now.standing?.state === "active" && now.connection === "connected" ? "live" : "soon"}`;
    root.classList.toggle("below", now.phase === "open" && !!now.standing?.shared);
    endButton.hidden = now.phase !== "open";
    hello.hidden = entries.length > 0 || now.phase !== "new";
    log.hidden = !hello.hidden;
    showMessages(entries);
    form.hidden = ended || asking;
    over.hidden = !form.hidden;
    keep.hidden = ended;
    question.textContent = ended ? "Thank you for chatting with us." : "End this chat?";
    act.textContent = ended ? "Start a new chat" : "End chat";
    if (ended) asking = false;
    if (open && document.visibilityState === "visible") now.markRead();
    host.launcher.unread(!open && now.unread);
  }

  document.addEventListener("visibilitychange", render);
  draft();
  return {
    get open() {
      return open;
    },
    show,
    render,
  };
}
