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
export function placeAt({ element, clientX, clientY }: Spot): Place | undefined {
  const page = element.ownerDocument as Finder;
  const root = element.getRootNode();
  const shadowRoots = "host" in root ? [root] : [];
  const found = page.caretPositionFromPoint?.(clientX, clientY, { shadowRoots });
  if (found) return { node: found.offsetNode, offset: found.offset };
  const range = page.caretRangeFromPoint?.(clientX, clientY);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
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
