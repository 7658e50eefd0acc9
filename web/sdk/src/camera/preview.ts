import type { Picture, Reason } from "@remote-support/media";
import { icon } from "../dom";
import type { Host } from "../host";
import { PALETTE } from "../palette";
import { raise } from "../top-layer";
import { say } from "./words";

const CSS = `
:host { inset: 0 !important; width: auto !important; height: auto !important; margin: 0 !important; padding: 0 !important;
  border: 0 !important; background: none !important; overflow: visible !important; pointer-events: none !important; }
.card, .self { position: fixed; top: calc(env(safe-area-inset-top, 0px) + 152px); right: 12px; }
.card { width: min(340px, calc(100vw - 24px)); padding: 16px 18px; border-radius: 16px; background: var(--surface); color: var(--text); box-shadow: var(--shadow);
  font: 400 15px/1.45 var(--font); pointer-events: auto; }
.card p { margin: 0 0 4px; font-weight: 650; }
.card p + p { margin: 0; font-weight: 400; color: var(--soft); }
.card button { margin-top: 14px; width: 100%; padding: 11px; border-radius: 12px; font-weight: 600; text-align: center;
  background: var(--accent); color: var(--on-accent); }
.card button:hover { background: var(--accent-strong); }
.self { width: 124px; border-radius: 14px; overflow: hidden; background: #000; box-shadow: 0 0 0 2px #fff, var(--shadow);
  pointer-events: auto; }
.self.wide { width: 200px; }
.self.large { width: min(320px, calc(100vw - 24px)); }
.self video { display: block; width: 100%; min-height: 60px; max-height: 60vh; }
.mirrored video { transform: scaleX(-1); }
.self button { position: absolute; bottom: 6px; width: 40px; height: 40px; border-radius: 50%; display: grid; place-items: center;
  background: rgb(12 16 24 / .72); color: #fff; }
.self svg { width: 20px; height: 20px; }
.turn { right: 6px; } .size { left: 6px; }
@media (min-width: 1024px) { .card, .self { top: 72px; right: auto; left: 24px; } .self.wide { width: min(360px, 25vw); } }
`;

const TURN = "M4 9a8 8 0 0 1 14-3l2 2M20 4v4h-4M20 15a8 8 0 0 1-14 3l-2-2M4 20v-4h4";
const SIZE = "M9 4H4v5M15 20h5v-5M4 4l6 6M20 20l-6-6";

export interface PreviewButtons {
  turn(): void;
  start(): void;
}

/**
 * What the customer sees of it: the very picture that goes out, small, or why there is none and what helps. Below the head of
 * the chat on a phone, beside it where there is room.
 */
export function preview({ mount, element }: Host, buttons: PreviewButtons) {
  const { host, root, remove } = mount("camera", PALETTE + CSS);
  const video = element("video", { muted: true, autoplay: true, playsinline: true, "data-testid": "rs-self-view" });
  video.muted = true;
  video.onresize = () => self.classList.toggle("wide", video.videoWidth > video.videoHeight);
  const turn = element(
    "button",
    { type: "button", class: "turn", "aria-label": say().turn, "data-testid": "rs-turn-camera", click: buttons.turn },
    icon(TURN),
  );
  const size = element(
    "button",
    { type: "button", class: "size", "aria-label": say().size, click: () => self.classList.toggle("large") },
    icon(SIZE),
  );
  const self = element("div", { class: "self", hidden: true, role: "group" }, video, turn, size);
  const title = element("p", {});
  const hint = element("p", {});
  const start = element("button", { type: "button", "data-testid": "rs-start-camera", click: buttons.start });
  const card = element(
    "div",
    { class: "card", hidden: true, role: "status", "data-testid": "rs-camera-note" },
    title,
    hint,
    start,
  );
  root.append(self, card);
  raise(host, true);

  function note(words: { title: string; hint: string } | undefined, button?: string): void {
    card.hidden = !words;
    title.textContent = words?.title ?? "";
    hint.textContent = words?.hint ?? "";
    start.hidden = !button;
    start.textContent = button ?? "";
  }

  return {
    live(picture: Picture, stream: MediaStream, mirrored: boolean, turns: boolean): void {
      note(undefined);
      self.hidden = false;
      self.setAttribute("aria-label", say()[picture].yours);
      self.classList.toggle("mirrored", mirrored);
      turn.hidden = !turns;
      if (video.srcObject !== stream) video.srcObject = stream;
      video.play().catch(() => undefined);
    },
    asking(picture: Picture): void {
      self.hidden = true;
      video.srcObject = null;
      note(say()[picture].asking);
    },
    /** There is no picture; with a reason or, after the page was loaded anew, without. */
    idle(picture: Picture, reason: Reason | undefined): void {
      self.hidden = true;
      video.srcObject = null;
      const words = say()[picture];
      if (reason) note(reason === "denied" ? words.denied : say().reasons[reason], say().again);
      else note(words.paused, words.start);
    },
    remove,
  };
}
