import { DONE, refused, type Outcome } from "./control";
import { emit, spotIn, type Spot } from "./pointing";

type Field = HTMLInputElement | HTMLTextAreaElement;

const UNTYPED = ["button", "submit", "reset", "image", "checkbox", "radio", "file", "hidden"];

/** The field that a label or its text stands for, else the element. */
export function fieldOf(element: Element): Element {
  return element.closest("label")?.control ?? element;
}

export function isField(element: Element | Field): element is Field {
  return (
    element.localName === "textarea" || (element.localName === "input" && !UNTYPED.includes((element as Field).type))
  );
}

export function isRich(element: Element): boolean {
  return (element as HTMLElement).isContentEditable || element.ownerDocument.designMode === "on";
}

/** The whole of what can be edited around an element. */
export function editor(element: Element): Element {
  let at = element;
  while (at.parentElement && isRich(at.parentElement)) at = at.parentElement;
  return at;
}

/** Replaces what is in a field, as typing would: frameworks that control the field see it, too. */
export function write(element: Element, value: string, start?: number, end?: number): Outcome {
  if (isRich(element)) {
    (element as HTMLElement).focus();
    const { ownerDocument: page } = element;
    page.getSelection()?.selectAllChildren(element);
    page.execCommand("insertText", false, value);
    return DONE;
  }
  if (!isField(element)) return refused("not-editable");
  if (element.readOnly) return refused("read-only");
  if (element.ownerDocument.activeElement !== element) element.focus({ preventScroll: true });
  if (element.value !== value) replace(element, value, "insertReplacementText", value, start, end);
  else select(element, start, end);
  return DONE;
}

/** Fields of type email or number have no selection. */
function select(field: Field, start?: number, end = start): void {
  if (start !== undefined && end !== undefined && field.selectionStart !== null) field.setSelectionRange(start, end);
}

/** Sets the value past any setter a framework put on the element itself, then says so: with the caret where it belongs by then. */
export function replace(
  field: Field,
  value: string,
  inputType: string,
  data: string | null,
  start?: number,
  end?: number,
): void {
  const view = field.ownerDocument.defaultView as Window & typeof globalThis;
  const { prototype } = field.localName === "textarea" ? view.HTMLTextAreaElement : view.HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  select(field, start, end);
  field.dispatchEvent(new view.InputEvent("input", { bubbles: true, composed: true, inputType, data }));
  if (field.value === value) select(field, start, end);
  if (kept[UNSETTLED] !== field) settle();
  kept[UNSETTLED] = field;
  field.addEventListener("blur", settle, { once: true });
}

/** Several of our scripts write, and what one has begun another may end: so it is kept where all of them find it. */
const UNSETTLED = Symbol.for("remote-support.unsettled");
const kept = window as unknown as Record<symbol, Field | undefined>;

/** A browser says "change" when typing is over: when the field is left, or something else is touched. */
export function settle(): void {
  const field = kept[UNSETTLED];
  if (!field) return;
  kept[UNSETTLED] = undefined;
  const view = field.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  if (view) field.dispatchEvent(new view.Event("change", { bubbles: true }));
}

export function choose(element: Element, values: string[]): Outcome {
  if (element.localName !== "select") return refused("not-a-select");
  const select = element as HTMLSelectElement;
  const view = select.ownerDocument.defaultView as Window & typeof globalThis;
  select.focus({ preventScroll: true });
  if (select.multiple) {
    for (const option of select.options) option.selected = values.includes(option.value);
  } else {
    const option = [...select.options].find(({ value, disabled }) => value === values[0] && !disabled);
    if (!option) return refused("no-such-option");
    select.selectedIndex = option.index;
  }
  for (const type of ["input", "change"]) select.dispatchEvent(new view.Event(type, { bubbles: true, composed: true }));
  return DONE;
}

/** What a page did itself at a turn of the wheel: the next one soon after goes on from there. */
let turned: { target: Element; left: number; top: number; at: number } | undefined;
const TOGETHER = 500;

/** A turn of the wheel to this place: maps, and editors that draw themselves, take it for their own. */
export function scroll(node: Node, element: Element, left: number, top: number, pointed?: Spot): Outcome {
  const page = element.ownerDocument;
  const whole = node.nodeType === Node.DOCUMENT_NODE || element === page.documentElement || element === page.body;
  const target = whole ? (page.scrollingElement ?? page.documentElement) : element;
  const goesOn = turned?.target === target && Date.now() - turned.at < TOGETHER ? turned : undefined;
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = target;
  const from = (aim: number | undefined, now: number, most: number) =>
    aim === undefined ? now : Math.max(Math.min(aim, most), now < 0 ? -most : 0);
  const spot = pointed?.element.isConnected ? pointed : spotIn(target, 0.5, 0.5);
  const unused = emit(spot, "wheel", {
    deltaX: left - from(goesOn?.left, target.scrollLeft, scrollWidth - clientWidth),
    deltaY: top - from(goesOn?.top, target.scrollTop, scrollHeight - clientHeight),
  });
  turned = unused ? undefined : { target, left, top, at: Date.now() };
  if (unused) target.scrollTo({ left, top, behavior: "instant" });
  return DONE;
}

/** As the browser does on Enter: by the form's first submit button, if it has one. */
export function submitter(form: HTMLFormElement): HTMLElement | undefined {
  return [...form.elements].find((one) => one.matches("button:not([type]),[type=submit],[type=image]")) as
    HTMLElement | undefined;
}
