import { icon } from "../dom";
import type { Host } from "../host";
import { raise } from "../top-layer";
import * as de from "../words/de";
import * as en from "../words/en";
import { inPageLanguage } from "../words/language";

const CSS = `
:host { inset: 0 !important; width: auto !important; height: auto !important; margin: 0 !important; padding: 0 !important;
  border: 0 !important; background: none !important; overflow: visible !important; pointer-events: none !important; }
.edge { position: fixed; inset: 0; border: 3px solid var(--tone); opacity: .9; }
.bar { position: fixed; top: max(10px, env(safe-area-inset-top)); left: 50%; transform: translateX(-50%); width: max-content;
  max-width: calc(100vw - 20px); display: flex; align-items: center; gap: 12px; padding: 6px 6px 6px 16px; border-radius: 999px;
  background: #151a24; color: #fff; font: 500 14px/1.35 var(--font); pointer-events: auto; animation: in .25s both;
  box-shadow: 0 0 0 1px rgb(255 255 255 / .12), 0 10px 30px rgb(15 23 42 / .35); }
.dot { flex: none; width: 9px; height: 9px; border-radius: 50%; background: var(--tone); animation: pulse 2s 3; }
.what { min-width: 0; }
.bar button { flex: none; display: flex; align-items: center; gap: 6px; padding: 8px 14px 8px 10px; border-radius: 999px;
  font-weight: 600; background: #fff; color: #151a24; transition: background .15s; }
.bar button:hover { background: #ffdedc; }
.bar svg { width: 16px; height: 16px; fill: currentColor; }
.viewing { --tone: #3ccf91; } .controlling { --tone: #ffab3d; } .away { --tone: #9aa4b5; }
@keyframes in { from { opacity: 0; transform: translate(-50%, -12px); } }
@keyframes pulse { 50% { opacity: .35; } }
@media (max-width: 480px) { .bar { font-size: 13px; gap: 8px; padding-left: 12px; } }
`;

export interface Granted {
  view: boolean;
  control: boolean;
}

/** Says what is allowed as long as anything is, in front of everything, with one button that takes it all back. */
export function bar({ mount, element }: Host, stop: () => void) {
  const { host, root, remove } = mount("bar", CSS);
  const say = inPageLanguage({ en: en.session, de: de.session });
  const what = element("span", { class: "what", role: "status" });
  const button = element(
    "button",
    { type: "button", "data-testid": "rs-stop", click: stop },
    icon("M6 6h12v12H6z"),
    say.stop,
  );
  const frame = element(
    "div",
    { hidden: true },
    element("div", { class: "edge" }),
    element(
      "div",
      { class: "bar", role: "region", "aria-label": say.access, "data-testid": "rs-bar" },
      element("span", { class: "dot" }),
      what,
      button,
    ),
  );
  root.append(frame);

  return {
    /** @param picture what is said of a live picture, where there is one */
    show(granted: Granted, technicians: string[], connected: boolean, picture?: string): void {
      const who = technicians.length > 1 ? say.someone : (technicians[0] ?? say.someone);
      const any = granted.view || granted.control || !!picture;
      const can = picture ?? (granted.control ? say.canControl(who) : say.canSee(who));
      const text = connected ? can : `${say.reconnecting} ${can}`;
      frame.className = !connected ? "away" : granted.control ? "controlling" : "viewing";
      if (what.textContent !== text) what.textContent = text;
      if (frame.hidden !== any) return;
      frame.hidden = !any;
      raise(host, any);
    },
    /** The button that takes it all back. */
    stop: button,
    remove,
  };
}
