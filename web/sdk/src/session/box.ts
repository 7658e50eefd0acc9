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
