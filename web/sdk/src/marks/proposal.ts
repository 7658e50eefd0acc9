import { icon } from "../dom";
import type { Host } from "../host";
import { PALETTE } from "../palette";
import { frame } from "../session/box";
import * as de from "../words/de";
import * as en from "../words/en";
import { inPageLanguage } from "../words/language";

export interface Proposal {
  element: Element;
  /** What stands on it. */
  words: string | undefined;
  /** Who proposes it. */
  name: string;
  /** Whether control is still granted. */
  stands(): boolean;
}

/** Without an answer it is a No. */
const PATIENCE = 60_000;

const CSS = `
:host { inset: 0 !important; width: auto !important; height: auto !important; margin: 0 !important; padding: 0 !important;
  border: 0 !important; background: none !important; overflow: visible !important; pointer-events: none !important; }
.mark { position: fixed; border: 3px solid #ff9f2e; border-radius: 8px; background: rgb(255 159 46 / .16);
  box-shadow: 0 0 0 4px rgb(255 159 46 / .25); }
.card { position: fixed; left: 50%; bottom: max(20px, env(safe-area-inset-bottom)); transform: translateX(-50%);
  width: min(440px, calc(100vw - 24px)); padding: 18px 20px; border-radius: 18px; background: var(--surface); color: var(--text);
  font: 400 15px/1.45 var(--font); pointer-events: auto; animation: in .2s both;
  box-shadow: 0 0 0 1px rgb(15 23 42 / .12), 0 18px 50px rgb(15 23 42 / .35); }
.card:focus { outline: none; }
h2 { display: flex; gap: 10px; align-items: center; margin: 0 0 6px; font: 650 16px/1.3 var(--font); }
h2 svg { flex: none; width: 20px; height: 20px; color: #d97706; }
p { margin: 0; overflow-wrap: anywhere; }
.hint { margin-top: 6px; color: var(--soft); font-size: 13px; }
.answers { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; margin-top: 14px; }
.answers button { padding: 11px; border-radius: 11px; font-weight: 600; text-align: center; }
.no { background: var(--raised); }
.no:hover { background: var(--line); }
.yes { background: var(--accent); color: var(--on-accent); }
.yes:hover { background: var(--accent-strong); }
@keyframes in { from { opacity: 0; transform: translate(-50%, 12px); } }
`;

const SHIELD = "M12 3 5 6v5c0 4.5 3 8.3 7 10 4-1.7 7-5.5 7-10V6l-7-3Zm-1 5v4m0 3h.01";

let open: ((yes: boolean) => void) | undefined;

/** Shows what a technician proposes, and where. A newer proposal takes the place of the one before. */
export function propose(
  { mount, element }: Host,
  { element: target, words, name, stands }: Proposal,
): Promise<boolean> {
  open?.(false);
  const say = inPageLanguage({ en: en.proposal, de: de.proposal });
  const { host, root, remove } = mount("proposal", PALETTE + CSS);
  return new Promise((resolve) => {
    const mark = element("div", { class: "mark" });
    const answer = (yes: boolean) => {
      if (open === answer) open = undefined;
      clearInterval(clock);
      clearTimeout(silence);
      remove();
      resolve(yes);
    };
    const button = (kind: string, test: string, text: string, yes: boolean) =>
      element("button", { type: "button", class: kind, "data-testid": test, click: () => answer(yes) }, text);
    const card = element(
      "div",
      {
        class: "card",
        role: "alertdialog",
        tabindex: -1,
        "aria-labelledby": "title",
        "aria-describedby": "what",
        "data-testid": "rs-proposal",
        keydown: (event: KeyboardEvent) => event.key === "Escape" && answer(false),
      },
      element("h2", { id: "title" }, icon(SHIELD), say.proposes(name)),
      element("p", { id: "what" }, words ? say.press(words) : say.pressThis),
      element("p", { class: "hint" }, say.hint),
      element(
        "div",
        { class: "answers" },
        button("no", "rs-proposal-no", say.no, false),
        button("yes", "rs-proposal-yes", say.yes, true),
      ),
    );
    const place = () => {
      if (!target.isConnected || !stands()) return answer(false);
      frame(mark, target, 6);
    };
    const clock = setInterval(place, 100);
    const silence = setTimeout(() => answer(false), PATIENCE);
    open = answer;
    root.append(mark, card);
    target.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    place();
    try {
      host.popover = "manual";
      host.showPopover();
    } catch {
      // The highest z-index has to do.
    }
  });
}
