import { DONE, type Outcome } from "./control";
import { settle } from "./control-fields";
import { around, emit, spotIn, viewOf } from "./pointing";

export const FOCUSABLE =
  "a[href],button,input,select,textarea,summary,[tabindex],[contenteditable]:not([contenteditable=false])";
const TWICE = 500;

let last: { element: Element; at: number; count: number } | undefined;

/** The events of a real click, in their order, at a place within the element; the browser does the rest. */
export function click(element: Element, x: number, y: number, button: number, count?: number): Outcome {
  if (!viewOf(element)) return { outcome: "missing" };
  const spot = spotIn(element, x, y);
  const again = last?.element === element && Date.now() - last.at < TWICE;
  last = { element, at: Date.now(), count: again && last ? last.count + 1 : 1 };
  const detail = count ?? last.count;
  const held = [1, 4, 2][button] ?? 1;

  for (const type of ["pointerover", "mouseover", "pointermove", "mousemove"]) emit(spot, type);
  const down = emit(spot, "pointerdown", { buttons: held, button });
  if (!down || emit(spot, "mousedown", { buttons: held, button, detail })) moveFocus(spot.element);
  emit(spot, "pointerup", { button });
  if (down) emit(spot, "mouseup", { button, detail });
  if (button === 0) {
    emit(spot, "click", { detail });
    if (detail % 2 === 0) emit(spot, "dblclick", { detail });
  } else {
    emit(spot, "auxclick", { button, detail });
    if (button === 2) emit(spot, "contextmenu", { button, detail });
  }
  return DONE;
}

export function moveFocus(element: Element): void {
  settle();
  let target: Element | null = element;
  while (target && !target.matches(FOCUSABLE) && !target.shadowRoot?.delegatesFocus) target = around(target);
  if (target) (target as HTMLElement).focus({ preventScroll: true });
  else {
    const { ownerDocument: page } = element;
    (page.activeElement as HTMLElement | null)?.blur();
    // Another frame may have the focus.
    if (page !== document) viewOf(element)?.focus();
  }
}
