const TABBABLE =
  "a[href],button,input,select,textarea,summary,[tabindex],[contenteditable]:not([contenteditable=false])";

/**
 * What the Tab key reaches next within a page, through shadow roots and frames: both sides have to agree on it. A modal
 * dialog is not left.
 */
export function nextField(from: Element, back: boolean, page: Document): HTMLElement | undefined {
  const all = inOrder(modal(page) ?? page);
  const at = all.indexOf(from as HTMLElement);
  return all[(at + (back ? -1 : 1) + all.length) % all.length];
}

function modal(page: Document): Element | undefined {
  try {
    return [...page.querySelectorAll("dialog:modal")].at(-1);
  } catch {
    // This browser knows none.
    return undefined;
  }
}

interface Stop {
  /** Places that the page numbers come before the others. */
  rank: number;
  fields: HTMLElement[];
}

function inOrder(scope: ParentNode): HTMLElement[] {
  const stops: Stop[] = [];
  collect(scope, stops);
  return stops.sort((a, b) => a.rank - b.rank).flatMap(({ fields }) => fields);
}

function collect(parent: ParentNode, stops: Stop[]): void {
  for (const element of parent.children as Iterable<HTMLElement>) {
    if (element.inert) continue;
    const { shadowRoot, tabIndex } = element;
    const frame = documentOf(element);
    const rank = tabIndex > 0 ? tabIndex : Infinity;
    if (frame) stops.push({ rank, fields: inOrder(frame) });
    else if (shadowRoot) {
      const own = reaches(element) && !shadowRoot.delegatesFocus ? [element] : [];
      const closed = element.hasAttribute("tabindex") && tabIndex < 0;
      stops.push({ rank, fields: closed ? [] : [...own, ...inOrder(shadowRoot)] });
    } else if (element.localName === "slot" && (element as HTMLSlotElement).assignedElements().length) {
      collect({ children: (element as HTMLSlotElement).assignedElements() } as unknown as ParentNode, stops);
    } else {
      if (reaches(element)) stops.push({ rank, fields: [element] });
      collect(element, stops);
    }
  }
}

function reaches(element: HTMLElement): boolean {
  return (
    element.matches(TABBABLE) &&
    element.tabIndex >= 0 &&
    !element.matches(":disabled") &&
    element.getClientRects().length > 0 &&
    (element.checkVisibility?.({ visibilityProperty: true }) ?? true)
  );
}

function documentOf(element: Element): Document | null {
  return element.localName === "iframe" ? (element as HTMLIFrameElement).contentDocument : null;
}
