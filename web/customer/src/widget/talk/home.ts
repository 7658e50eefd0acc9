import { LIMITS } from "@remote-support/protocol";
import type { Host, Visitor } from "@remote-support/sdk/host";
import type { Chat, Who } from "../chat/chat";
import type { Hours } from "../chat/hours";
import { line } from "../icons";
import { later } from "../later";
import { say } from "../words";

/** How long a chat of before is worth a question. */
const RECENT = 24 * 60 * 60_000;

export interface Home {
  element: HTMLElement;
  /** Whether the way in is the form for when nobody is here. */
  readonly closed: boolean;
  /** What they say of themselves beside their first message. */
  who(): Who;
  render(): void;
}

/** What is there before the first message: a greeting while we are here, a form while we are not. */
export function home(
  host: Host,
  visitor: Visitor,
  chat: () => Chat,
  conversations: () => void,
  left: () => void,
): Home {
  const { element, local } = host;
  const unknown = visitor.kind === "visitor";

  const name = field("name", "name", say.namePlaceholder);
  const email = field("email", "email", say.emailPlaceholder);
  email.type = "email";
  name.value = local.get<string>("name") ?? "";
  email.value = local.get<string>("email") ?? "";
  const emailLabel = element("label", {}, say.email, " ", element("i", {}, say.optional), email);
  const greeting = element("p", {});
  const hello = element(
    "div",
    {},
    element("h3", {}, say.howCanWeHelp),
    greeting,
    unknown ? element("label", {}, say.name, " ", element("i", {}, say.optional), name) : null,
    unknown ? emailLabel : null,
  );
  const form = element("div", { hidden: true });
  let bringForm: ((hours: Hours) => void) | undefined;
  const last = element("div", { class: "last", hidden: true });
  const root = element(
    "div",
    { class: "hello" },
    hello,
    form,
    last,
    element(
      "button",
      { type: "button", class: "link", "data-testid": "rs-conversations", click: conversations },
      line("list"),
      say.conversations,
    ),
  );
  let asked = "";

  function field(id: string, autocomplete: AutoFill, placeholder: string): HTMLInputElement {
    return element("input", { class: "field", id, autocomplete, maxlength: LIMITS.NAME, placeholder });
  }

  /** The last chat can be rated on the page after it, too. */
  function renderLast(): void {
    const finished = chat().last.get();
    const open = finished?.helped && !finished.rated && Date.now() - finished.at < RECENT;
    const ask = open ? finished.session : "";
    if (ask === asked) return;
    asked = ask;
    last.hidden = !ask;
    last.replaceChildren(...(ask ? [later(host, (rare) => rare.rating(ask, say.howWasLast, () => rated(ask)))] : []));
  }

  function renderForm(hours: Hours): void {
    form.hidden = hours.open;
    if (hours.open) return;
    bringForm?.(hours);
    if (form.hasChildNodes()) return;
    form.append(
      later(host, (rare) => {
        const made = rare.leaveMessage(unknown, (text, who) => {
          chat().send(text, [], who);
          left();
        });
        bringForm = made.render;
        made.render(chat().hours);
        return made.element;
      }),
    );
  }

  function rated(session: string): void {
    // The thanks stay where they are.
    asked = "";
    chat().last.rated(session);
  }

  return {
    element: root,
    get closed() {
      return !chat().hours.open;
    },
    who() {
      const who = { name: name.value.trim(), email: email.checkValidity() ? email.value.trim() : "" };
      if (who.name) local.set("name", who.name);
      if (who.email) local.set("email", who.email);
      return who;
    },
    render() {
      const { hours } = chat();
      hello.hidden = !hours.open;
      renderForm(hours);
      emailLabel.hidden = hours.staffAvailable;
      const text = hours.staffAvailable ? say.hello : say.helloNobody;
      if (greeting.textContent !== text) greeting.textContent = text;
      renderLast();
    },
  };
}
