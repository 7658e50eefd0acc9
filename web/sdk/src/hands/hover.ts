import { around, emit, spotIn } from "../recorder/pointing";

let over: Element | undefined;

/** What a real pointer does on its way from one element to another. */
export function point(host: Element, x: number, y: number): void {
  const spot = spotIn(host, x, y);
  const { element } = spot;
  const before = over?.isConnected && over.ownerDocument === element.ownerDocument ? over : undefined;
  over = element;
  if (before !== element) {
    if (before) {
      const left = { ...spot, element: before };
      for (const kind of ["pointer", "mouse"]) {
        emit(left, `${kind}out`, { relatedTarget: element });
        for (const one of only(before, element)) emit({ ...spot, element: one }, `${kind}leave`);
      }
    }
    for (const kind of ["pointer", "mouse"]) {
      emit(spot, `${kind}over`, { relatedTarget: before ?? null });
      for (const one of only(element, before).reverse()) emit({ ...spot, element: one }, `${kind}enter`);
    }
  }
  emit(spot, "pointermove");
  emit(spot, "mousemove");
}

/** The element and what it is in, from the inside out, without what the other one is in as well. */
function only(element: Element, other: Element | undefined): Element[] {
  const both = other ? path(other) : [];
  return path(element).filter((one) => !both.includes(one));
}

function path(element: Element): Element[] {
  const all: Element[] = [];
  for (let at: Element | null = element; at; at = around(at)) all.push(at);
  return all;
}
