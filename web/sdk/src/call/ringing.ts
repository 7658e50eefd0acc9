import { canCall } from "@remote-support/media";
import type { Host } from "../host";
import { onlyOne } from "./only-one";
import { ring } from "./tone";
import type { Buttons, Card } from "./view";
import { set } from "./view";
import { say } from "./words";

/** Somebody calls. Nothing happens but by one of the two buttons; Escape only makes it quiet. */
export function ringingCard({ element }: Host, buttons: Buttons): Card {
  const words = say();
  const title = element("h2", { id: "title" });
  const before = document.activeElement;
  let hush: (() => void) | undefined;
  // In one of the tabs is enough.
  const letGo = onlyOne(
    "call-rings",
    false,
    () => (hush = ring()),
    () => undefined,
  );

  function quiet(): void {
    letGo();
    hush?.();
    hush = undefined;
  }

  const card = element(
    "section",
    {
      role: "alertdialog",
      tabindex: -1,
      "aria-labelledby": "title",
      "aria-describedby": "hint",
      "data-testid": "rs-call-ringing",
      keydown: ({ key }: KeyboardEvent) => {
        if (key !== "Escape") return;
        quiet();
        leave();
      },
    },
    title,
    element("p", { id: "hint" }, canCall() ? words.callsHint : words.cannot),
    element(
      "div",
      { class: "answers" },
      canCall() &&
        element(
          "button",
          { type: "button", class: "main", "data-testid": "rs-call-accept", click: buttons.accept },
          words.accept,
        ),
      element(
        "button",
        { type: "button", class: "plain", "data-testid": "rs-call-decline", click: buttons.decline },
        words.decline,
      ),
    ),
  );
  // Whoever writes something is told, and not taken away from it.
  const told = element("span", { role: "alert", class: "unseen" });
  card.append(told);
  let who = "";

  function leave(): void {
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }

  return {
    element: card,
    show(model) {
      who = model.who;
      set(title, words.calls(who));
    },
    opened() {
      // Not on a button: somebody who presses a key just now must not answer by accident.
      if (!isWriting(before)) card.focus({ preventScroll: true });
      else setTimeout(() => set(told, words.calls(who)), 50);
    },
    close() {
      quiet();
      if (card.matches(":focus-within")) leave();
    },
  };
}

/** Also in a chat window of ours, whose inside nobody sees from here. */
function isWriting(focused: Element | null): boolean {
  return !!focused && focused !== document.body && focused !== document.documentElement;
}
