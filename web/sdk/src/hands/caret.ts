import { OWN_UI } from "../dom";
import { editor } from "../recorder/control-fields";
import { spotIn, viewOf, type Spot } from "../recorder/pointing";

interface Place {
  node: Node;
  offset: number;
}

/** Browsers know two names for it, one of them since 2024. */
type Finder = Document & {
  caretPositionFromPoint?(x: number, y: number, options?: object): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
};

/** The place in the text under a spot. */
export function placeAt(spot: Spot): Place | undefined {
  const { element, clientX, clientY } = spot;
  const page = element.ownerDocument as Finder;
  const root = element.getRootNode();
  const shadowRoots = "host" in root ? [root] : [];
  return beneathOurs(spot, () => {
    const found = page.caretPositionFromPoint?.(clientX, clientY, { shadowRoots });
    if (found) return { node: found.offsetNode, offset: found.offset };
    const range = page.caretRangeFromPoint?.(clientX, clientY);
    return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
  });
}

/** Looks at the page there, over which our own bar may lie. */
export function beneathOurs<Found>({ element, clientX, clientY }: Spot, look: () => Found): Found {
  const over = element.ownerDocument.elementFromPoint?.(clientX, clientY) as HTMLElement | null | undefined;
  if (over?.localName !== OWN_UI) return look();
  over.inert = true;
  try {
    return look();
  } finally {
    over.inert = false;
  }
}

export function caret(element: Element, x: number, y: number, count: number): void {
  const place = placeAt(spotIn(element, x, y));
  const selection = viewOf(element)?.getSelection();
  if (!selection) return;
  const all = editor(element);
  if (place && all.contains(place.node)) selection.collapse(place.node, place.offset);
  else {
    selection.selectAllChildren(all);
    selection.collapseToEnd();
  }
  if (count < 2) return;
  const unit = count === 2 ? "word" : "paragraph";
  selection.modify("move", "backward", unit);
  selection.modify("extend", "forward", unit);
}
