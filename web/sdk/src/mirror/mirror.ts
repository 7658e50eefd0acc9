import { MIRROR, MIRROR_BEAT, type ToMirror } from "@remote-support/protocol";
import { guarded, icon } from "../dom";
import type { Host } from "../host";
import * as de from "../words/de";
import * as en from "../words/en";
import { inPageLanguage } from "../words/language";

const CSS = `
.bar .eye { padding: 7px; margin-right: -4px; background: none; color: #fff; }
.bar .eye svg { width: 20px; height: 20px; }
.bar .eye:hover { background: rgb(255 255 255 / .18); }
`;

export interface Mirror {
  /** As long as anybody may see the page. */
  show(allowed: boolean, technicians: string[], watched: boolean): void;
  tell(message: ToMirror): void;
  remove(): void;
}

/**
 * A window beside the page, of the gateway's origin and so out of the site's reach, in which customers see what technicians
 * see: it gets all that is sent. It asks the page for that by itself, so it goes on with the next page.
 *
 * @param stop the bar's button, beside which ours comes
 * @param whole called when everything has to be sent from its beginning
 */
export function mirror(host: Host, stop: HTMLElement, whole: () => void): Mirror {
  const say = inPageLanguage({ en: en.mirror, de: de.mirror });
  let state: { technicians: string[]; watched: boolean } | undefined;
  let port: MessagePort | undefined;

  const hear = guarded(({ origin, source, data }: MessageEvent) => {
    if (origin !== host.origin || data !== MIRROR || !source || !state) return;
    const { port1, port2 } = new MessageChannel();
    (source as Window).postMessage(MIRROR, origin, [port2]);
    port?.close();
    port = port1;
    tellState();
    whole();
  });

  async function open(): Promise<void> {
    const opened = window.open(`${host.origin}/mirror`, "remote-support-mirror", "popup,width=960,height=760");
    if (!opened) (await host.load("notice")).tell("blocked");
  }

  function tell(message: ToMirror): void {
    port?.postMessage(message);
  }

  function tellState(): void {
    if (state) tell({ type: "state", ...state });
  }

  function close(): void {
    tell({ type: "over" });
    port?.close();
    port = undefined;
  }

  addEventListener("message", hear);
  const beat = setInterval(tellState, MIRROR_BEAT);

  const button = host.element(
    "button",
    { type: "button", class: "eye", title: say.see, "aria-label": say.see, "data-testid": "rs-mirror", click: open },
    icon("M12 4C6.5 4 2.5 8.5 1 12c1.5 3.5 5.5 8 11 8s9.5-4.5 11-8c-1.5-3.5-5.5-8-11-8zm0 12a4 4 0 110-8 4 4 0 010 8z"),
  );

  stop.before(button);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  (button.getRootNode() as ShadowRoot).adoptedStyleSheets.push(sheet);

  return {
    show(allowed, technicians, watched) {
      button.hidden = !allowed;
      state = allowed ? { technicians, watched } : undefined;
      if (state) tellState();
      else close();
    },
    tell,
    remove() {
      removeEventListener("message", hear);
      clearInterval(beat);
      button.remove();
      close();
    },
  };
}
