import { guarded, icon } from "../dom";
import type { Host } from "../host";
import { deviceChoice } from "./devices";
import { clock, type Model } from "./model";
import { pictures } from "./pictures";
import { microphoneTrouble, troubleNote } from "./trouble";
import type { Buttons, Card } from "./view";
import { set } from "./view";
import { say } from "./words";

const MICROPHONE = "M12 14a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3ZM6 11a6 6 0 0 0 12 0M12 17v4";
const PAUSE = "M9 5v14M15 5v14";
const CAMERA = "M3 7h12v10H3zM15 11l6-3v8l-6-3";
const SCREEN = "M3 5h18v11H3zM9 20h6M12 16v4";
const SETTINGS = "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4";
const HANG_UP = "M4 14c0-2 4-4 8-4s8 2 8 4v2l-4-1v-2.5c-2.6-.7-5.4-.7-8 0V15l-4 1v-2Z";

/** On every keyboard, and no browser's own. */
const SHORTCUT = "Alt+Shift+M";

const isShortcut = ({ code, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent) =>
  code === "KeyM" && altKey && shiftKey && !ctrlKey && !metaKey;

/** The call itself: with whom, how long, how it sounds, and all there is to do. */
export function activeCard(host: Host, buttons: Buttons): Card {
  const { element } = host;
  const words = say();
  let model: Model | undefined;

  const title = element("h2", {});
  const line = element("span", { role: "status", "data-testid": "rs-call-status" });
  const time = element("div", { role: "timer", "data-testid": "rs-call-time" });
  const bars = [1, 2, 3, 4, 5].map(() => element("i", {}));
  const how = element("span", {});
  const quality = element(
    "div",
    { class: "quality", "data-testid": "rs-call-quality" },
    element("span", { class: "bars", "aria-hidden": "true" }, ...bars),
    how,
  );
  const shown = pictures(element);
  const trouble = microphoneTrouble(element, buttons.openMicrophone);
  const pictureTrouble = troubleNote(element, "rs-call-picture-trouble");
  const way = troubleNote(element, "rs-call-way");
  const silent = troubleNote(element, "rs-call-blocked");
  const choice = deviceChoice(host, buttons);

  const own = () => model?.own;
  const mute = toggle(words.mute, "rs-call-mute", MICROPHONE, () => buttons.mute(!own()?.muted));
  mute.title = `${words.mute} (${SHORTCUT})`;
  mute.setAttribute("aria-keyshortcuts", SHORTCUT);
  const hold = toggle(words.hold, "rs-call-hold", PAUSE, () => buttons.hold(!own()?.held));
  const camera = toggle(words.camera, "rs-call-camera", CAMERA, () => show("camera"));
  const screen = toggle(words.screen, "rs-call-screen", SCREEN, () => show("screen"));
  // Phones have no screen to choose.
  screen.hidden = !(navigator.mediaDevices as Partial<MediaDevices>).getDisplayMedia;
  const settings = toggle(words.devices, "rs-call-devices", SETTINGS, () => {
    choice.open(!!choice.element.hidden);
    settings.ariaExpanded = String(!choice.element.hidden);
    card.classList.toggle("open", !choice.element.hidden);
  });
  settings.removeAttribute("aria-pressed");
  settings.setAttribute("aria-expanded", "false");
  const hangUp = element(
    "button",
    { type: "button", class: "end", title: words.hangUp, "data-testid": "rs-call-hang-up", click: buttons.hangUp },
    icon(HANG_UP),
    element("span", {}, words.hangUp),
  );

  function toggle(label: string, test: string, path: string, click: () => void): HTMLButtonElement {
    return element(
      "button",
      { type: "button", "aria-label": label, title: label, "aria-pressed": "false", "data-testid": test, click },
      icon(path),
    );
  }

  function show(picture: "camera" | "screen"): void {
    buttons.show(own()?.picture === picture ? "none" : picture);
  }

  const keydown = guarded((event: KeyboardEvent) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    event.stopPropagation();
    buttons.mute(!own()?.muted);
  });
  addEventListener("keydown", keydown, { capture: true });

  const card = element(
    "section",
    { role: "region", "aria-label": words.call, "data-testid": "rs-call" },
    shown.element,
    element(
      "div",
      { class: "row" },
      element(
        "div",
        { class: "head" },
        element("div", { class: "who" }, title, line),
        element("div", { class: "facts" }, time, quality),
      ),
      element("div", { class: "tools" }, mute, hold, camera, screen, settings, hangUp),
    ),
    way.element,
    silent.element,
    trouble.element,
    pictureTrouble.element,
    choice.element,
  );

  const tick = setInterval(
    guarded(() => renderTime()),
    1_000,
  );

  function renderTime(): void {
    const since = model?.since;
    const passed = since === undefined ? "" : clock((Date.now() - since) / 1000);
    set(time, passed);
    time.ariaLabel = passed && words.duration(passed);
  }

  function renderQuality(score: number | undefined): void {
    const steps = score === undefined ? 0 : Math.min(5, Math.max(1, Math.round(score)));
    bars.forEach((bar, index) => bar.classList.toggle("on", index < steps));
    quality.classList.toggle("poor", steps > 0 && steps <= 2);
    quality.hidden = !steps;
    const said = words.qualities[steps - 1];
    set(how, said ?? "");
    how.ariaLabel = said ? words.sound(said) : words.measuring;
  }

  function status({ link, who, own, other }: Model): string {
    if (own?.held) return words.held;
    if (link === "awaited") return words.awaiting(who);
    if (link === "connecting") return words.connecting;
    if (link === "reconnecting") return words.reconnecting;
    if (link === "handed-on") return words.takesOver(who);
    if (other.held) return words.isHolding(who);
    const said = [own?.muted && words.muted, other.muted && words.isMuted(who)].filter(Boolean);
    return said.join(" · ") || words.talking(who);
  }

  function renderPictureTrouble({ own }: Model): void {
    const { noCamera, cameraRefused } = words.troubles;
    const problem = own?.pictureProblem;
    // Who closes the browser's picker wanted to; who ends the picture, too.
    if (problem === "missing") pictureTrouble.show(noCamera);
    else if (problem === "refused" && asked === "camera") pictureTrouble.show(cameraRefused);
    else pictureTrouble.show(undefined);
  }

  let asked: "camera" | "screen" | undefined;
  camera.addEventListener("click", () => (asked = "camera"));
  screen.addEventListener("click", () => (asked = "screen"));

  return {
    element: card,
    show(next) {
      model = next;
      set(title, next.who);
      set(line, status(next));
      renderTime();
      renderQuality(next.score);
      renderPictureTrouble(next);
      const { own } = next;
      mute.ariaPressed = String(!!own?.muted);
      hold.ariaPressed = String(!!own?.held);
      camera.ariaPressed = String(own?.picture === "camera");
      screen.ariaPressed = String(own?.picture === "screen");
      trouble.show(own);
      way.show(next.trouble && words.ways[next.trouble]);
      if (next.blocked) {
        silent.show({ title: words.clickToHear, hint: words.clickToHearHint }, words.clickToHear, buttons.hear);
      } else silent.show(undefined);
      card.classList.toggle("large", shown.show(next));
    },
    close() {
      clearInterval(tick);
      choice.open(false);
      removeEventListener("keydown", keydown, { capture: true });
    },
  };
}
