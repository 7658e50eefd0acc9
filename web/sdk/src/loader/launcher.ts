import { element, icon, mount } from "../dom";
import type { Launcher } from "../host";
import * as de from "../words/de";
import * as en from "../words/en";
import { inPageLanguage } from "../words/language";

const CSS = `
button { position: fixed; right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom));
  width: 56px; height: 56px; border-radius: 50%; display: grid; place-items: center; color: var(--on-accent);
  background: var(--accent); box-shadow: 0 2px 6px rgb(15 23 42 / .16), 0 10px 28px rgb(15 23 42 / .24);
  transition: transform .18s cubic-bezier(.2,.8,.3,1.2), background .18s; animation: in .3s both; }
button:hover { background: var(--accent-strong); transform: translateY(-2px); }
button:active { transform: scale(.95); }
svg { grid-area: 1 / 1; transition: opacity .15s, transform .2s; }
svg + svg, [aria-expanded=true] svg { opacity: 0; transform: rotate(-45deg); }
[aria-expanded=true] svg + svg { opacity: 1; transform: none; }
i { position: absolute; top: -3px; right: -3px; min-width: 22px; height: 22px; padding: 0 5px; border-radius: 11px; background: #c8323c;
  border: 2px solid var(--surface); color: #fff; font: 700 12px/18px var(--font); text-align: center; }
@keyframes in { from { opacity: 0; transform: scale(.6); } }
@media (max-width: 480px) { button[aria-expanded=true] { display: none; } }
`;

export function launcher(site: string, pressed: () => void): Launcher {
  const dot = element("i", { hidden: true });
  const button = element(
    "button",
    {
      type: "button",
      "data-testid": "rs-launcher",
      "aria-haspopup": "dialog",
      "aria-expanded": "false",
      click: pressed,
    },
    icon("M21 11.5a8.4 8.4 0 0 1-12.3 7.5L3 21l2-5.7A8.4 8.4 0 1 1 21 11.5Z"),
    icon("m6 9.5 6 6 6-6"),
    dot,
  );
  function unread(count: number): void {
    const say = inPageLanguage({ en: en.launcher, de: de.launcher });
    dot.hidden = !count;
    dot.textContent = count > 9 ? "9+" : String(count);
    button.ariaLabel = say.chatWith(site) + (count ? `, ${say.unread(count)}` : "");
  }
  unread(0);
  mount("launcher", CSS).root.append(button);
  return {
    unread,
    expanded(open) {
      button.ariaExpanded = String(open);
    },
    focus: () => button.focus(),
  };
}
