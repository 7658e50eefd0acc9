import { DONE, type Outcome } from "./control";
import { settle } from "./control-fields";

const FOCUSABLE =
  "a[href],button,input,select,textarea,summary,[tabindex],[contenteditable]:not([contenteditable=false])";
const TWICE = 500;

let last: { element: Element; at: number; count: number } | undefined;

/** The events of a real click, in their order, at a place within the element; the browser does the rest. */
export function click(element: Element, x: number, y: number, button: number): Outcome {
  const view = element.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  if (!view) return { outcome: "missing" };
  const box = element.getBoundingClientRect();
  const at = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
  const common = { bubbles: true, cancelable: true, composed: true, view, ...at };
  const again = last?.element === element && Date.now() - last.at < TWICE;
  last = { element, at: Date.now(), count: again && last ? last.count + 1 : 1 };
  const detail = last.count;

  const pointer = (type: string, buttons: number, pressed: number) =>
    element.dispatchEvent(
      new view.PointerEvent(type, {
        ...common,
        buttons,
        button: pressed,
        pointerId: 1,
        pointerType: "mouse",
        isPrimary: true,
      }),
    );
  const mouse = (type: string, buttons: number) =>
    element.dispatchEvent(new view.MouseEvent(type, { ...common, button, buttons, detail }));
  const held = [1, 4, 2][button] ?? 1;

  pointer("pointerover", 0, -1);
  mouse("mouseover", 0);
  pointer("pointermove", 0, -1);
  mouse("mousemove", 0);
  const down = pointer("pointerdown", held, button);
  if (!down || mouse("mousedown", held)) moveFocus(element);
  pointer("pointerup", 0, button);
  if (down) mouse("mouseup", 0);
  if (button === 0) {
    mouse("click", 0);
    if (detail % 2 === 0) mouse("dblclick", 0);
  } else {
    mouse("auxclick", 0);
    if (button === 2) mouse("contextmenu", 0);
  }
  return DONE;
}

function moveFocus(element: Element): void {
  settle();
  const target = element.closest<HTMLElement>(FOCUSABLE);
  const active = element.ownerDocument.activeElement as HTMLElement | null;
  if (target) target.focus({ preventScroll: true });
  else active?.blur();
}
