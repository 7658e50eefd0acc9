/** The parts that a real pointer's events have in common, so that clicks, drags and hovers are made alike. */

export interface Spot {
  element: Element;
  /** In CSS pixels of its own frame's viewport. */
  clientX: number;
  clientY: number;
}

export type View = Window & typeof globalThis;

export function viewOf(element: Element): View | null {
  return element.ownerDocument.defaultView as View | null;
}

/** A place within an element: 0 at its left and upper edge, 1 at the others. */
export function spotIn(element: Element, x: number, y: number): Spot {
  const box = element.getBoundingClientRect();
  return { element, clientX: box.left + x * box.width, clientY: box.top + y * box.height };
}

/** Sends an event of the pointer and says whether the page let it pass. */
export function emit({ element, clientX, clientY }: Spot, type: string, more: MouseEventInit = {}): boolean {
  const view = viewOf(element);
  if (!view) return false;
  const quiet = /(enter|leave)$/.test(type);
  const init = { bubbles: !quiet, cancelable: !quiet, composed: true, view, clientX, clientY, ...more };
  return element.dispatchEvent(
    type.startsWith("pointer")
      ? new view.PointerEvent(type, { button: -1, ...init, pointerId: 1, pointerType: "mouse", isPrimary: true })
      : new view.MouseEvent(type, init),
  );
}
