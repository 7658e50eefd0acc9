import type { Order } from "./main";
import type { Privacy } from "./privacy";
import { click } from "./control-click";
import { press } from "./control-key";
import { choose, fieldOf, scroll, write } from "./control-fields";

export interface Outcome {
  outcome: "done" | "refused" | "missing";
  reason?: string;
}

export const DONE: Outcome = { outcome: "done" };

export function refused(reason: string): Outcome {
  return { outcome: "refused", reason };
}

/**
 * Carries out one order of a technician. What is private, secret, a file or our own is never touched; `allowed` is asked
 * again after the highlight, so that a grant that was taken back in between counts.
 */
export async function control(
  order: Order,
  node: Node | null,
  privacy: Privacy,
  allowed: () => boolean,
  touch: (element: Element) => Promise<void>,
): Promise<Outcome> {
  try {
    if (!node?.isConnected) return { outcome: "missing" };
    if (privacy.hidden(node)) return refused("private");
    const element = elementOf(node);
    if (!element) return refused("not-an-element");

    if (order.type === "control.scroll") return scroll(node, element, order.x, order.y);
    const reason = untouchable(element, privacy);
    if (reason) return refused(reason);

    if (order.type === "control.click") reveal(element);
    await touch(element);
    if (!allowed()) return refused("not-granted");
    if (!element.isConnected) return { outcome: "missing" };

    switch (order.type) {
      case "control.click":
        return click(element, order.x, order.y, order.button);
      case "control.input":
        return write(element, order.value);
      case "control.select":
        return choose(element, order.values);
      case "control.key":
        return press(element, order);
    }
  } catch {
    return refused("failed");
  }
}

/** Text is touched at its element, a document at its root. */
function elementOf(node: Node): Element | null {
  if (node.nodeType === Node.ELEMENT_NODE) return node as Element;
  return node.nodeType === Node.DOCUMENT_NODE ? (node as Document).documentElement : node.parentElement;
}

function untouchable(element: Element, privacy: Privacy): string | undefined {
  const field = fieldOf(element);
  if (privacy.secret(field)) return "private";
  if ((field as HTMLInputElement).type === "file") return "file";
  if (field.matches(":disabled")) return "disabled";
  return undefined;
}

/** Into the middle of the page, where both can see it, if it is not on the screen. */
function reveal(element: Element): void {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView;
  if (!view || (bottom > 0 && right > 0 && top < view.innerHeight && left < view.innerWidth)) return;
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
}
