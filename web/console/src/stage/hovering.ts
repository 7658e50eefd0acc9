import { elementAt, parentOf, type Point } from "./mapping";

/** The replayer writes rules for `:hover` a second time for this class. */
const HOVERED = ":hover";

/** Shows what style sheets do where the customer's pointer is. */
export class Hovering {
  #path: Element[] = [];

  over(page: Document | null, point: Point): void {
    const path: Element[] = [];
    for (let at = page && elementAt(page, point); at; at = parentOf(at) ?? frameAround(at, page)) path.push(at);
    if (path[0] === this.#path[0] && path[0]?.classList.contains(HOVERED)) return;
    for (const one of this.#path) if (!path.includes(one)) one.classList.remove(HOVERED);
    // A click has the replayer mark its own path, and leave it.
    page?.querySelectorAll(".\\:hover").forEach((one) => !path.includes(one) && one.classList.remove(HOVERED));
    for (const one of path) one.classList.add(HOVERED);
    this.#path = path;
  }
}

function frameAround({ ownerDocument }: Element, page: Document | null): Element | null {
  return ownerDocument === page ? null : (ownerDocument.defaultView?.frameElement ?? null);
}
