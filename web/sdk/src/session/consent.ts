import type { Capability } from "@remote-support/protocol";
import { icon } from "../dom";
import type { Host } from "../host";
import { PALETTE } from "../palette";
import * as de from "../words/de";
import * as en from "../words/en";
import { inPageLanguage } from "../words/language";
import type { GrantRequest } from "./room";

const CSS = `
dialog { width: min(420px, calc(100vw - 32px)); padding: 28px; border: 0; border-radius: 20px; background: var(--surface);
  color: var(--text); box-shadow: var(--shadow); font: 400 15px/1.5 var(--font); animation: in .22s cubic-bezier(.2,.8,.3,1) both; }
dialog:focus { outline: none; }
dialog::backdrop { background: rgb(10 14 24 / .5); }
.badge { width: 48px; height: 48px; border-radius: 14px; display: grid; place-items: center; margin-bottom: 16px;
  color: var(--accent); background: color-mix(in srgb, var(--accent) 13%, transparent); }
h2 { margin: 0 0 6px; font: 650 19px/1.3 var(--font); letter-spacing: -.01em; }
p { margin: 0; }
.why { margin-top: 12px; padding: 10px 14px; border-radius: 12px; background: var(--raised); overflow-wrap: anywhere; }
ul { margin: 16px 0 0; padding: 0; list-style: none; display: grid; gap: 8px; color: var(--soft); font-size: 14px; }
li { display: flex; gap: 10px; align-items: flex-start; }
li svg { flex: none; width: 18px; height: 18px; margin-top: 1px; color: var(--good); }
.answers { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; margin-top: 24px; }
.answers button { padding: 12px; border-radius: 12px; font-weight: 600; text-align: center; transition: background .15s; }
.no { background: var(--raised); }
.no:hover { background: var(--line); }
.yes { background: var(--accent); color: var(--on-accent); }
.yes:hover { background: var(--accent-strong); }
.hint { margin-top: 14px; color: var(--soft); font-size: 13px; text-align: center; }
@keyframes in { from { opacity: 0; transform: translateY(10px) scale(.98); } }
`;

const EYE = "M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7S2 12 2 12Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z";
const CURSOR = "m4 3 7.5 17 2.3-7.2L21 10.5 4 3Z";
const CHECK = "m5 12.5 4.5 4.5L19 7.5";

const ICONS: Partial<Record<Capability, string>> = { view: EYE, control: CURSOR };

interface Words {
  would: string;
  facts: string[];
}

/** What is asked and what it means, where another script knows. */
type WordsOf = (capability: Capability) => Words | undefined;

/** Asks one question at a time. Nothing is allowed but by the Yes button; Escape, time and silence mean No. */
export function consent(
  { mount, element, visitor }: Host,
  answer: (request: string, allowed: boolean, capability: Capability) => void,
) {
  const { root, remove } = mount("consent", PALETTE + CSS);
  let site = "";
  let asked: GrantRequest | undefined;
  let dialog: HTMLDialogElement | undefined;
  let before: Element | null = null;
  void visitor().then(
    (known) => (site = known.site.name),
    () => undefined,
  );

  function close(): void {
    asked = undefined;
    dialog?.close();
    dialog?.remove();
    dialog = undefined;
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }

  function decide(allowed: boolean): void {
    const request = asked;
    close();
    if (request) answer(request.request, allowed, request.capability);
  }

  function open({ capability, staffName, reason }: GrantRequest, known?: WordsOf): void {
    const say = inPageLanguage({ en: en.session, de: de.session });
    const own: Partial<Record<Capability, Words>> = say;
    const words = known?.(capability) ?? own[capability];
    before = document.activeElement;
    dialog = element(
      "dialog",
      {
        role: "alertdialog",
        tabindex: -1,
        "data-testid": "rs-consent",
        "aria-labelledby": "title",
        "aria-describedby": "what",
        cancel: (event: Event) => {
          event.preventDefault();
          decide(false);
        },
      },
      element("div", { class: "badge" }, icon(ICONS[capability] ?? EYE)),
      element("h2", { id: "title" }, say.requested),
      element(
        "p",
        { id: "what" },
        element("strong", {}, staffName || say.technician),
        `${site && say.from(site)} ${words?.would ?? say.asks(capability)}`,
      ),
      reason ? element("p", { class: "why" }, `“${reason}”`) : null,
      element("ul", {}, ...(words?.facts ?? []).map((fact) => element("li", {}, icon(CHECK), fact))),
      element(
        "div",
        { class: "answers" },
        element(
          "button",
          { type: "button", class: "no", "data-testid": "rs-deny", click: () => decide(false) },
          say.no,
        ),
        element(
          "button",
          { type: "button", class: "yes", "data-testid": "rs-allow", click: () => decide(true) },
          say.yes,
        ),
      ),
      element("p", { class: "hint" }, say.hint),
    );
    root.append(dialog);
    dialog.showModal();
    // Not on a button: somebody who is typing must not answer by accident.
    dialog.focus();
  }

  return {
    show(request: GrantRequest | undefined, known?: WordsOf): void {
      if (request?.request === asked?.request) return;
      close();
      asked = request;
      if (request) open(request, known);
    },
    remove,
  };
}
