import { canCall } from "@remote-support/media";
import type { Host, Visitor } from "@remote-support/sdk/host";
import { Announcer } from "./announcer";
import type { Chat } from "../chat/chat";
import { line } from "../icons";
import { excuse } from "../excuse";
import { menu } from "./menu";
import { News } from "./news";
import { notice, status } from "../chat/standing";
import { CSS } from "../styles";
import { say } from "../words";

interface Parts {
  body: HTMLElement[];
  back(): void;
  close(): void;
  escape(): void;
  conversations(): void;
  ownPage(): Promise<void>;
  end(): void;
  drop(files: File[]): void;
}

const PHONE = "(max-width: 480px)";

/** The window around everything: its head, its keys, and how it sits on the screen. */
export function frame(host: Host, visitor: Visitor, parts: Parts) {
  const { element } = host;
  const { root: shadow } = host.mount("widget", CSS + Announcer.CSS);
  const announcer = new Announcer(host);
  const news = new News(announcer);

  const title = element("h2", {}, visitor.site.name);
  const state = element("div", { class: "status", role: "status" });
  const face = element(
    "div",
    { class: "face", "aria-hidden": "true" },
    [...visitor.site.name][0]?.toUpperCase() ?? "?",
  );
  const back = tool("back", say.back, parts.back);
  const list = element("button", { type: "button", click: parts.conversations }, line("list"), say.conversations);
  const all = element(
    "button",
    { type: "button", "data-testid": "rs-own-page", click: () => parts.ownPage().catch(complain) },
    line("leave"),
    say.allConversations,
  );
  const complaint = element("p", { class: "complaint top", role: "alert", hidden: true });
  const end = element("button", { type: "button", class: "end", click: parts.end }, line("stop"), say.endChat);
  const more = menu(host, [list, all, end]);
  const call = tool("phone", say.callUs, () => ask().catch(complain));
  call.dataset.testid = "rs-call-start";
  const close = tool("down", say.closeWindow, parts.close);
  const dropping = element("div", { class: "dropping", "aria-hidden": "true", hidden: true }, say.dropHere);

  const root = element(
    "section",
    {
      class: "panel",
      role: "dialog",
      lang: say.language,
      dir: "ltr",
      "aria-label": say.chatWith(visitor.site.name),
      "data-testid": "rs-panel",
      hidden: true,
      keydown,
      dragover: drag,
      dragenter: drag,
      dragleave: ({ relatedTarget }: DragEvent) => {
        if (!root.contains(relatedTarget as Node | null)) dropping.hidden = true;
      },
      drop: (event: DragEvent) => {
        event.preventDefault();
        dropping.hidden = true;
        parts.drop([...(event.dataTransfer?.files ?? [])]);
      },
    },
    element("header", {}, back, face, element("div", { class: "who" }, title, state), call, more.element, close),
    complaint,
    ...parts.body,
    dropping,
  );
  shadow.append(root, announcer.element);

  function tool(icon: "back" | "phone" | "down", label: string, click: () => void): HTMLButtonElement {
    return element("button", { type: "button", class: "tool", "aria-label": label, title: label, click }, line(icon));
  }

  /** What it says is beside the window, or where that fills a phone, behind it. */
  async function ask(): Promise<void> {
    const script = await host.load("call");
    if (matchMedia(PHONE).matches) parts.close();
    await script.ask();
  }

  function complain(problem: unknown): void {
    complaint.textContent = excuse(problem);
    complaint.hidden = false;
  }

  function drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    // Otherwise the browser would leave the page for the file.
    event.preventDefault();
    dropping.hidden = false;
  }

  function keydown(event: KeyboardEvent): void {
    if (event.key === "Escape") return parts.escape();
    if (event.key === "Tab" && matchMedia(PHONE).matches) keepFocus(event);
  }

  /** On a phone the window covers the page, so the focus stays within. */
  function keepFocus(event: KeyboardEvent): void {
    const stops = [
      ...root.querySelectorAll<HTMLElement>("button, a[href], input, textarea, summary, [tabindex='0']"),
    ].filter((stop) => stop.tabIndex >= 0 && stop.getClientRects().length);
    const last = event.shiftKey ? stops[0] : stops.at(-1);
    if (shadow.activeElement !== last) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }

  /** What a phone's keyboard leaves. */
  function fit(): void {
    const view = window.visualViewport;
    if (!view) return;
    root.style.setProperty("--high", `${view.height}px`);
    root.style.setProperty("--top", `${view.offsetTop}px`);
  }

  window.visualViewport?.addEventListener("resize", fit);
  window.visualViewport?.addEventListener("scroll", fit);

  return {
    show(open: boolean): void {
      complaint.hidden = true;
      root.hidden = !open;
      if (open) fit();
    },

    focusBack: () => back.focus(),

    render(chat: Chat, heading: string | undefined): void {
      const text = status(chat);
      // While a card says more of it, it is not told twice.
      state.ariaLive = notice(chat) ? "off" : "polite";
      if (state.textContent !== text) state.textContent = text;
      const live = chat.standing?.state === "active" && chat.connected;
      state.className = `status ${chat.phase !== "open" ? "" : live ? "live" : "soon"}`;
      state.hidden = !!heading;
      back.hidden = !heading;
      face.hidden = !!heading;
      title.textContent = heading ?? visitor.site.name;
      list.hidden = !!heading;
      call.hidden = !!heading || !canCall() || chat.phase === "ended" || (chat.phase === "new" && !chat.hours.open);
      end.hidden = chat.phase !== "open";
      more.render();
      root.classList.toggle("below", chat.phase === "open" && !!chat.standing?.shared);
      news.follow(chat);
    },
  };
}
