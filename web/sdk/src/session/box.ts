/** Where an element is in the top page's viewport, also from within frames of the same origin. */
export function boxOf(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  let { left, top } = box;
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
    const outer = frame.getBoundingClientRect();
    left += outer.left + frame.clientLeft;
    top += outer.top + frame.clientTop;
  }
  return new DOMRect(left, top, box.width, box.height);
}

function frameOf(element: Element): Element | null {
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

/** Draws a frame around an element, so many pixels outside of it. */
export function frame({ style }: HTMLElement, target: Element, outside: number): void {
  const box = boxOf(target);
  style.left = `${box.left - outside}px`;
  style.top = `${box.top - outside}px`;
  style.width = `${box.width + 2 * outside}px`;
  style.height = `${box.height + 2 * outside}px`;
}
