import { nextField } from "@remote-support/protocol";
import { DONE, type Outcome } from "../recorder/control";
import { isField, isRich, replace, settle, submitter } from "../recorder/control-fields";
import type { Order } from "../recorder/main";
import { contextOf, write } from "./editing";
import { keyCode } from "./key-codes";
import { pressOther } from "./keys";

type Key = Extract<Order, { type: "control.key" }>;

/** Keys that write or set something off; the others are handled elsewhere. */
const WRITES = /^(.|Enter|Tab|Backspace|Delete)$/u;
const CLICKED_BY_BOTH = "button,summary,[type=submit],[type=button],[type=reset]";
const CLICKED_BY_ENTER = `${CLICKED_BY_BOTH},a[href],[type=image]`;
const CLICKED_BY_SPACE = `${CLICKED_BY_BOTH},[type=checkbox],[type=radio]`;

/** A key pressed and let go. A page's own events do nothing by themselves, so what the browser would do is done here. */
export function press(element: Element, { key, code, alt, ctrl, meta, shift }: Key): Outcome {
  const view = element.ownerDocument.defaultView as Window & typeof globalThis;
  const target = element as HTMLElement;
  if (
    (element.getRootNode() as Document).activeElement !== element &&
    element !== element.ownerDocument.documentElement
  )
    target.focus?.({ preventScroll: true });
  const send = (type: string, charCode = 0) => {
    const number = charCode || keyCode(key, code);
    return element.dispatchEvent(
      new view.KeyboardEvent(type, {
        key,
        code,
        keyCode: number,
        which: number,
        charCode,
        altKey: alt,
        ctrlKey: ctrl,
        metaKey: meta,
        shiftKey: shift,
        bubbles: true,
        cancelable: true,
        composed: true,
        view,
      }),
    );
  };
  const letter = [...key].length === 1 && !ctrl && !meta;
  let go = send("keydown");
  if (go && (letter || key === "Enter")) go = send("keypress", key === "Enter" ? 13 : key.codePointAt(0));
  if (go && WRITES.test(key) && (letter || key.length > 1)) act(target, key, letter, shift);
  else if (go && !letter) pressOther(target, { key, ctrl, meta, shift });
  // Enter may have sent the page away.
  if (element.isConnected) send("keyup");
  return DONE;
}

function act(element: HTMLElement, key: string, letter: boolean, shift: boolean): void {
  if (key === "Tab") {
    settle();
    return nextField(element, shift, document)?.focus();
  }
  const rich = isRich(element) || contextOf(element);
  if (key === "Enter" && !rich && element.localName !== "textarea") {
    settle();
    if (element.matches(CLICKED_BY_ENTER)) element.click();
    else if (isField(element)) submit(element.form);
  } else if (key === " " && element.matches(CLICKED_BY_SPACE)) {
    element.click();
  } else if (rich) {
    if (letter) write(element, "insertText", "insertText", key);
    else if (key === "Enter") {
      const kind = shift ? "insertLineBreak" : "insertParagraph";
      write(element, kind, kind);
    } else if (key === "Backspace") write(element, "delete", "deleteContentBackward");
    else if (key === "Delete") write(element, "forwardDelete", "deleteContentForward");
  } else if (isField(element) && !element.readOnly) {
    if (letter) edit(element, key);
    else if (key === "Enter") edit(element, "\n");
    else if (key === "Backspace") edit(element, "", -1);
    else if (key === "Delete") edit(element, "", 1);
  }
}

/** Puts text in place of the selection; without one, takes what is before or after the caret with it. */
function edit(field: HTMLInputElement | HTMLTextAreaElement, text: string, reach = 0): void {
  const { value, maxLength } = field;
  // Fields of type email or number have no caret: they grow at their end.
  let from = field.selectionStart ?? value.length;
  let to = field.selectionEnd ?? value.length;
  if (from === to && reach < 0) from = Math.max(0, from - 1);
  if (from === to && reach > 0) to = Math.min(value.length, to + 1);
  const next = value.slice(0, from) + text + value.slice(to);
  if (next === value || (maxLength >= 0 && next.length > maxLength && text)) return;
  const kind =
    text === "\n"
      ? "insertLineBreak"
      : text
        ? "insertText"
        : reach < 0
          ? "deleteContentBackward"
          : "deleteContentForward";
  replace(field, next, kind, text || null, from + text.length);
}

function submit(form: HTMLFormElement | null): void {
  if (!form) return;
  const button = submitter(form);
  if (button) button.click();
  else form.requestSubmit();
}
