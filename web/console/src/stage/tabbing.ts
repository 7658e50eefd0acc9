const TABBABLE =
  "a[href],button,input,select,textarea,summary,[tabindex],[contenteditable]:not([contenteditable=false])";

/** What the Tab key reaches next, as the customer's browser will have it. */
export function nextField(from: Element, back: boolean): HTMLElement | undefined {
  const all = Array.from(from.ownerDocument.querySelectorAll<HTMLElement>(TABBABLE)).filter(
    (element) => element.tabIndex >= 0 && !element.matches(":disabled") && element.getClientRects().length > 0,
  );
  const index = all.indexOf(from as HTMLElement);
  return all[(index + (back ? -1 : 1) + all.length) % all.length];
}
