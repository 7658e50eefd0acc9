import type { OwnState } from "@remote-support/media";
import type { Element } from "../dom";
import { say } from "./words";

interface Words {
  title: string;
  hint: string;
}

/** Says what is wrong and what helps, with a button where one does. */
export function troubleNote(element: Element, test: string) {
  const title = element("b", {});
  const hint = element("span", {});
  const words = element("div", { role: "alert" }, title, hint);
  const button = element("button", { type: "button", "data-testid": `${test}-again` });
  const note = element("div", { class: "trouble", hidden: true, "data-testid": test }, words, button);
  let click: (() => void) | undefined;
  button.addEventListener("click", () => click?.());
  return {
    element: note,
    show(trouble: Words | undefined, label = "", act?: () => void): void {
      note.hidden = !trouble;
      if (!trouble) return void title.replaceChildren();
      if (title.textContent !== trouble.title) {
        title.textContent = trouble.title;
        hint.textContent = trouble.hint;
      }
      button.hidden = !act;
      button.textContent = label;
      click = act;
    },
  };
}

export function microphoneTrouble(element: Element, open: () => void) {
  const note = troubleNote(element, "rs-call-trouble");
  return {
    element: note.element,
    show(own: OwnState | undefined): void {
      const { troubles, tryAgain } = say();
      const microphone = own?.microphone;
      if (microphone === "missing" || microphone === "refused" || microphone === "lost") {
        note.show(troubles[microphone], tryAgain, open);
      } else note.show(undefined);
    },
  };
}
