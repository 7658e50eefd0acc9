import type { Host } from "../host";
import { PALETTE } from "../palette";
import * as de from "../words/de";
import * as en from "../words/en";
import { inPageLanguage } from "../words/language";

const CSS = `
p { position: fixed; left: 50%; bottom: 24px; translate: -50% 0; width: max-content; max-width: min(440px, calc(100vw - 32px));
  margin: 0; padding: 14px 20px; border-radius: 14px; background: var(--surface); color: var(--text); box-shadow: var(--shadow);
  font: 400 15px/1.45 var(--font); overflow-wrap: anywhere; }
`;

/** So long it can be read without haste. */
const SHOWN = 8_000;

/** Tells something that needs no answer; read out by screen readers, too. */
export function notice({ mount, element }: Host, what: keyof typeof en.notice): void {
  const { root, remove } = mount("notice", PALETTE + CSS);
  const line = element("p", { role: "status", "data-testid": "rs-notice" });
  root.append(line);
  // A live region speaks of what comes into it, not of what it comes with.
  setTimeout(() => (line.textContent = inPageLanguage({ en: en.notice, de: de.notice })[what]), 50);
  setTimeout(remove, SHOWN);
}
