import { editor, isField, isRich, settle } from "../recorder/control-fields";
import { write } from "./editing";
import { around, viewOf } from "../recorder/pointing";

export interface Pressed {
  key: string;
  ctrl: boolean;
  meta: boolean;
  shift: boolean;
}

/** Commands of a browser's own editor, by the letter. */
const EDITS: Record<string, [command: string, inputType: string]> = {
  a: ["selectAll", ""],
  b: ["bold", "formatBold"],
  i: ["italic", "formatItalic"],
  u: ["underline", "formatUnderline"],
  z: ["undo", "historyUndo"],
  y: ["redo", "historyRedo"],
  "shift+z": ["redo", "historyRedo"],
};
const MOVES: Record<string, [direction: "backward" | "forward" | "left" | "right", unit: string]> = {
  ArrowLeft: ["left", "character"],
  ArrowRight: ["right", "character"],
  ArrowUp: ["backward", "line"],
  ArrowDown: ["forward", "line"],
  Home: ["backward", "lineboundary"],
  End: ["forward", "lineboundary"],
};

/** What a browser does by itself on keys that write nothing: the caret, the selection, choices, dialogs, pages. */
export function pressOther(element: HTMLElement, pressed: Pressed): void {
  if (isRich(element)) return edit(element, pressed);
  if (pressed.key === "Escape") return close(element);
  if (element.localName === "select") return step(element as HTMLSelectElement, pressed.key);
  if (isField(element) && element.localName === "input" && /^(number|range)$/.test(element.type))
    return count(element as HTMLInputElement, pressed.key);
  if (isField(element)) return moveCaret(element, pressed);
  if (element.matches("input[type=radio]")) return choose(element as HTMLInputElement, pressed.key);
  scroll(element, pressed.key);
}

function edit(element: HTMLElement, { key, ctrl, meta, shift }: Pressed): void {
  const selection = viewOf(element)?.getSelection();
  if (ctrl || meta) {
    const [command, inputType] = EDITS[(shift ? "shift+" : "") + key.toLowerCase()] ?? [];
    if (command === "selectAll") return selection?.selectAllChildren(editor(element));
    if (command) return write(element, command, inputType ?? "");
  }
  const [direction, unit] = MOVES[key] ?? [];
  if (direction) selection?.modify(shift ? "extend" : "move", direction, ctrl && unit === "character" ? "word" : unit);
}

function moveCaret(field: HTMLInputElement | HTMLTextAreaElement, { key, ctrl, meta, shift }: Pressed): void {
  if ((ctrl || meta) && key.toLowerCase() === "a") return field.select();
  const { value, selectionStart: start, selectionEnd: end } = field;
  if (start === null || end === null) return;
  const backward = field.selectionDirection === "backward";
  const [anchor, head] = backward ? [end, start] : [start, end];
  const to = {
    ArrowLeft: head - 1,
    ArrowRight: head + 1,
    Home: 0,
    ArrowUp: 0,
    End: value.length,
    ArrowDown: value.length,
  }[key];
  if (to === undefined) return;
  const next = Math.min(value.length, Math.max(0, to));
  if (!shift) field.setSelectionRange(next, next);
  else field.setSelectionRange(Math.min(anchor, next), Math.max(anchor, next), next < anchor ? "backward" : "forward");
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

function tell(element: Element): void {
  const view = viewOf(element);
  if (!view) return;
  for (const type of ["input", "change"])
    element.dispatchEvent(new view.Event(type, { bubbles: true, composed: true }));
}

function step(select: HTMLSelectElement, key: string): void {
  const by = STEPS[key];
  if (!by) return;
  let at = select.selectedIndex + by;
  while (select.options[at]?.disabled) at += by;
  if (!select.options[at]) return;
  select.selectedIndex = at;
  tell(select);
}

function count(input: HTMLInputElement, key: string): void {
  if (!STEPS[key] || input.readOnly || (input.type === "number" && !/Up|Down/.test(key))) return;
  if (/Up|Right/.test(key)) input.stepUp();
  else input.stepDown();
  tell(input);
}

function choose(input: HTMLInputElement, key: string): void {
  const root = input.getRootNode() as Document;
  const group = [...root.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter(
    (one) => one.name === input.name && one.form === input.form && !one.disabled,
  );
  const by = STEPS[key];
  const next = by ? group[(group.indexOf(input) + by + group.length) % group.length] : undefined;
  next?.focus();
  next?.click();
}

/** What is open around the element is closed, or the last that the page has open. */
function close(element: Element): void {
  settle();
  const view = viewOf(element);
  const open = (selector: string) => {
    let at: Element | null = element;
    while (at && !at.matches(selector)) at = around(at);
    return at ?? [...element.ownerDocument.querySelectorAll(selector)].at(-1);
  };
  try {
    const popover = open("[popover='']:popover-open,[popover=auto]:popover-open") as HTMLElement | undefined;
    if (popover) return popover.hidePopover();
  } catch {
    // This browser has none.
  }
  const dialog = open("dialog[open]") as HTMLDialogElement | undefined;
  if (view && dialog?.dispatchEvent(new view.Event("cancel", { cancelable: true }))) dialog.close();
}

function scroll(element: Element, key: string): void {
  const by = { PageUp: -0.9, PageDown: 0.9, Home: -1e6, End: 1e6, ArrowUp: -0.06, ArrowDown: 0.06, " ": 0.9 }[key];
  if (!by) return;
  const page = element.ownerDocument;
  let at: Element | null = element;
  while (
    at &&
    (at.scrollHeight <= at.clientHeight || !/auto|scroll/.test(viewOf(at)?.getComputedStyle(at).overflowY ?? ""))
  )
    at = around(at);
  const scroller = at ?? page.scrollingElement ?? page.documentElement;
  scroller.scrollBy({ top: by * scroller.clientHeight, behavior: "instant" });
}
