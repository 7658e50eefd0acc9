import type { ChatMessage } from "@remote-support/protocol";
import { guarded, LOOK } from "@remote-support/sdk/dom";
import type { Host, Visitor } from "@remote-support/sdk/host";
import { Chat } from "../widget/chat/chat";
import { Conversation } from "../widget/chat/conversation";
import { status } from "../widget/chat/standing";
import type { Past } from "../widget/rare/archive";
import { pastChat } from "../widget/rare/past-chat";
import { CSS } from "../widget/styles";
import { messages } from "../widget/talk/messages";
import { talk } from "../widget/talk/talk";
import { Announcer } from "../widget/window/announcer";
import { News } from "../widget/window/news";
import type { OpenSession } from "./host";

/** What the parts of the widget need beside their own styles, where there is no window around them. */
const PLACE = `
:host { display: flex; flex-direction: column; min-height: 0; flex: 1; }
.reader { flex: 1; min-height: 0; display: flex; flex-direction: column; font: 400 15px/1.45 var(--font); color: var(--text);
  background: var(--surface); }
.stamp, .hello .link, .after > .given { display: none; }
.log { padding: 18px 20px; }
.hello { width: 100%; max-width: 560px; }
`;

/** The chat of one session: the widget's own parts, in a page. One that is open goes on here, one of before is read. */
export function reader(host: Host, visitor: Visitor, changed: (chat: Chat, live: boolean) => void) {
  const { element } = host;
  const session = host.session as OpenSession;
  const place = element("div", { class: "chat" });
  const shadow = place.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOOK + CSS + Announcer.CSS + PLACE);
  shadow.adoptedStyleSheets = [sheet];

  const chat = new Chat(host, guarded(render));
  const talking = talk(host, visitor, () => chat, nothing, render);
  const past = pastChat(host, draw, () => Promise.resolve());
  const announcer = new Announcer(host);
  const news = new News(announcer);
  shadow.append(element("div", { class: "reader" }, talking.element, past.element), announcer.element);

  function draw(log: HTMLElement, id: string, all: ChatMessage[]): void {
    const conversation = new Conversation();
    conversation.take(all);
    const actions = { session: () => id, retry: nothing, canRetry: () => false, discard: nothing };
    messages(host, log, actions)(conversation.entries());
  }

  function render(): void {
    if (!place.isConnected) return;
    talking.render();
    news.follow(chat);
    const looked = !talking.element.hidden && document.visibilityState === "visible";
    if (looked) chat.reading.seen();
    host.launcher.unread(looked ? 0 : chat.reading.unread);
    changed(chat, !talking.element.hidden);
  }

  function turn(live: boolean): void {
    talking.element.hidden = !live;
    past.element.hidden = live;
    render();
    if (live) talking.settle();
  }

  document.addEventListener("visibilitychange", guarded(render));

  return {
    element: place,
    chat,
    status: () => (talking.element.hidden ? "" : status(chat)),

    /** The session's chat: live while it is open. */
    show(one: Past): void {
      if (one.state === "ended") {
        // An end that was seen happen keeps its question how it was.
        if (chat.phase === "ended" && chat.last.get()?.session === one.id) return turn(true);
        this.rest();
        turn(false);
        void past.show(one);
        return;
      }
      // A new one has just begun here, with what was written: it goes on.
      if (chat.session !== one.id) {
        this.rest();
        session.show(one.id);
      }
      turn(true);
    },

    /** Before the first message of a new one. */
    begin(): void {
      this.rest();
      chat.hours.look();
      turn(true);
      talking.focus();
    },

    /** Nobody looks at an open one any more. */
    rest(): void {
      talking.element.hidden = true;
      chat.restart();
      session.show(undefined);
    },

    /** Asks whether it shall really end. */
    end: () => talking.ask(true),
  };
}

function nothing(): void {
  // There is no window around it.
}
