import type { Mirror, Size } from "./replay";

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Size {
  left: number;
  top: number;
}

/** How a page is drawn so that all of it is in view, never larger than life. */
export function fit(page: Size, room: Size): Box & { scale: number } {
  const scale = Math.min(1, room.width / page.width, room.height / page.height) || 1;
  const width = page.width * scale;
  const height = page.height * scale;
  return {
    scale,
    width,
    height,
    left: Math.max(0, (room.width - width) / 2),
    top: Math.max(0, (room.height - height) / 2),
  };
}

/** From the technician's screen to CSS pixels of the customer's viewport. */
export function toPage(client: Point, drawn: { left: number; top: number }, scale: number): Point {
  return { x: (client.x - drawn.left) / scale, y: (client.y - drawn.top) / scale };
}

/** What lies under a point of the page: through shadow roots and frames of the same origin. */
export function elementAt(document: DocumentOrShadowRoot, point: Point): Element | null {
  let root = document;
  let { x, y } = point;
  let found: Element | null = null;
  for (let depth = 0; depth < 32; depth++) {
    const element = root.elementFromPoint(x, y);
    if (!element || element === found) return found;
    found = element;
    if (element.shadowRoot) {
      root = element.shadowRoot;
      continue;
    }
    const inner = innerDocument(element);
    if (!inner) return found;
    const frame = element.getBoundingClientRect();
    x -= frame.left + element.clientLeft;
    y -= frame.top + element.clientTop;
    root = inner;
  }
  return found;
}

/** Where an element is in the page's viewport, whatever frames it is in. */
export function boxOf(element: Element): Box {
  const own = element.getBoundingClientRect();
  let { left, top } = own;
  let frame = element.ownerDocument.defaultView?.frameElement;
  while (frame && frame.ownerDocument !== globalThis.document) {
    const outer = frame.getBoundingClientRect();
    left += outer.left + frame.clientLeft;
    top += outer.top + frame.clientTop;
    frame = frame.ownerDocument.defaultView?.frameElement;
  }
  return { left, top, width: own.width, height: own.height };
}

/** Where a point lies within a box: 0 at its left and upper edge, 1 at its right and lower edge. */
export function within(box: Box, point: Point): Point {
  return { x: share(point.x - box.left, box.width), y: share(point.y - box.top, box.height) };
}

/** The nearest element that rrweb knows, with its id. */
export function known(mirror: Mirror, element: Element | null): { element: Element; id: number } | undefined {
  for (let current = element; current; current = parentOf(current)) {
    const id = mirror.getId(current);
    if (id > 0) return { element: current, id };
  }
  return undefined;
}

/** The parent, also across the edge of a shadow root. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return isShadowRoot(root) ? root.host : null;
}

export interface Scrolled {
  element: Element;
  /** True when it is a document's own scroll. */
  page: boolean;
}

/** What a turn of the wheel over `element` moves. */
export function scrollableFrom(element: Element, dx: number, dy: number): Scrolled | undefined {
  for (let current: Element | null = element; current; current = parentOf(current)) {
    const document: Document = current.ownerDocument;
    const scroller = document.scrollingElement ?? document.documentElement;
    if (current === scroller || current === document.documentElement) {
      const frame: Element | null = document.defaultView?.frameElement ?? null;
      const outermost = !frame || frame.ownerDocument === globalThis.document;
      if (canScroll(scroller, dx, dy) || outermost) return { element: scroller, page: true };
      return frame ? scrollableFrom(frame, dx, dy) : undefined;
    }
    if (scrolls(current) && canScroll(current, dx, dy)) return { element: current, page: false };
  }
  return undefined;
}

/** From right to left, offsets are negative. */
function isBackwards(element: Element): boolean {
  return element.ownerDocument.defaultView?.getComputedStyle(element).direction === "rtl";
}

/** An offset within what the element has. */
export function withinScroll(element: Element, { x, y }: Point): Point {
  const most = { x: element.scrollWidth - element.clientWidth, y: element.scrollHeight - element.clientHeight };
  return {
    x: isBackwards(element) ? clamp(x, -Math.max(0, most.x), 0) : clamp(x, 0, Math.max(0, most.x)),
    y: clamp(y, 0, Math.max(0, most.y)),
  };
}

function scrolls(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return !!style && /(auto|scroll|overlay)/.test(style.overflowX + style.overflowY);
}

function canScroll(element: Element, dx: number, dy: number): boolean {
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = element;
  const down = dy > 0 && scrollTop + clientHeight < scrollHeight - 1;
  const up = dy < 0 && scrollTop > 0;
  const beyond = isBackwards(element) ? scrollWidth - clientWidth + scrollLeft : scrollLeft;
  const right = dx > 0 && beyond + clientWidth < scrollWidth - 1;
  const left = dx < 0 && beyond > 0;
  return down || up || right || left;
}

function innerDocument(element: Element): Document | null {
  if (element.tagName !== "IFRAME") return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && "host" in node;
}

function share(part: number, whole: number): number {
  return whole > 0 ? clamp(part / whole, 0, 1) : 0.5;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
