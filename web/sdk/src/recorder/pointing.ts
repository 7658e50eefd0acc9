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

/** A place within an element, or within what its shadow root has there: 0 at its left and upper edge, 1 at the others. */
export function spotIn(element: Element, x: number, y: number): Spot {
  const box = element.getBoundingClientRect();
  return innermost({ element, clientX: box.left + x * box.width, clientY: box.top + y * box.height });
}

/** A host's own text lies in a slot of its shadow root: there a real pointer presses it. */
export function innermost({ element, clientX, clientY }: Spot): Spot {
  let at = element;
  for (let root = at.shadowRoot; root; root = at.shadowRoot) {
    const inner = root.elementFromPoint?.(clientX, clientY);
    const slot = [...at.childNodes].find((node) => node.nodeType === 3 && node.nodeValue?.trim()) as Text | undefined;
    const deeper = inner && root.contains(inner) ? inner : inner === at ? slot?.assignedSlot : undefined;
    if (!deeper) break;
    at = deeper;
  }
  return { element: at, clientX, clientY };
}

/** What is around an element on the screen: a slot, a host, or its parent. */
export function around(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
}

/** Sends an event of the pointer and says whether the page let it pass. */
export function emit({ element, clientX, clientY }: Spot, type: string, more: WheelEventInit = {}): boolean {
  const view = viewOf(element);
  if (!view) return false;
  const quiet = /(enter|leave)$/.test(type);
  const init = { bubbles: !quiet, cancelable: !quiet, composed: !quiet, view, clientX, clientY, ...more };
  if (type === "wheel") return element.dispatchEvent(new view.WheelEvent(type, init));
  return element.dispatchEvent(
    type.startsWith("pointer")
      ? new view.PointerEvent(type, { button: -1, ...init, pointerId: 1, pointerType: "mouse", isPrimary: true })
      : new view.MouseEvent(type, init),
  );
}
