import { OWN_UI } from "../dom";
import type { HandsScript } from "../hands/main";
import type { Order } from "./main";
import type { Privacy } from "./privacy";
import { FOCUSABLE, click } from "./control-click";
import { choose, editor, fieldOf, isField, isRich, scroll, submitter, write } from "./control-fields";
import type { Guard } from "./guard";
import { spotIn, type Spot } from "./pointing";

export interface Outcome {
  outcome: "done" | "refused" | "missing" | "proposed";
  reason?: string;
  /** What a proposal is about, as it stands on the page. */
  words?: string;
}

export const DONE: Outcome = { outcome: "done" };

export function refused(reason: string): Outcome {
  return { outcome: "refused", reason };
}

/** Around an order: what it depends on, and what it shows. */
export interface Surroundings {
  privacy: Privacy;
  guard: Guard;
  /** Asked again after the highlight, so that a grant that was taken back in between counts. */
  allowed(): boolean;
  touch(element: Element, linger: boolean): Promise<void>;
  node(id: number): Node | null;
  /** Whether the customer has pressed nothing since a technician last did. */
  alone(): boolean;
  /** The rarer ways to touch something. */
  hands(): Promise<HandsScript>;
  /** Whether the customer has said Yes to this very order. */
  agreed?: boolean | undefined;
}

/** Where a technician's pointer rests. */
let pointed: Spot | undefined;

/** Carries out one order of a technician. What is private, secret, a file or our own is never touched. */
export async function control(order: Order, around: Surroundings): Promise<Outcome> {
  try {
    let node = around.node(order.node);
    // What a key was meant for may be drawn anew with each letter; the focus stays.
    if (order.type === "control.key" && !node?.isConnected) node = focused(document);
    if (!node?.isConnected) return { outcome: "missing" };
    if (around.privacy.hidden(node)) return refused("private");
    const found = elementOf(node);
    if (!found) return refused("not-an-element");

    if (order.type === "control.scroll") return scroll(node, found, order.x, order.y, pointed);
    const element = order.type === "control.key" ? listener(found, around.alone()) : found;
    // In a shadow root it may be another element that is pressed.
    const pressed = () => ("y" in order ? spotIn(element, order.x, order.y).element : element);
    const at = pressed();
    const reason = untouchable(element, around.privacy) ?? untouchable(at, around.privacy);
    if (order.type === "control.point") {
      // What must not be touched can still be pointed at, unless it is private.
      if (reason === "private") return refused(reason);
      pointed = spotIn(element, order.x, order.y);
      (await around.hands()).point(element, order.x, order.y);
      return DONE;
    }
    if (reason) return refused(reason);
    const guarded = around.agreed ? undefined : (guards(order, element, around) ?? guards(order, at, around));
    if (guarded) return guarded;

    if (order.type === "control.click") reveal(element);
    if (order.type !== "control.key") await around.touch(element, order.type === "control.click");
    if (!around.allowed()) return refused("not-granted");
    if (!element.isConnected || (pressed() !== at && !free(pressed(), around))) return { outcome: "missing" };
    return await carryOut(order, element, around);
  } catch {
    return refused("failed");
  }
}

async function carryOut(order: Order, element: Element, around: Surroundings): Promise<Outcome> {
  switch (order.type) {
    case "control.click": {
      const outcome = click(element, order.x, order.y, order.button, order.count);
      if (isRich(element) && order.button === 0)
        (await around.hands()).caret(element, order.x, order.y, order.count ?? 1);
      return outcome;
    }
    case "control.input":
      return write(element, order.value, order.start, order.end);
    case "control.select":
      return choose(element, order.values);
    case "control.key":
      return (await around.hands()).press(element, order);
    case "control.drag":
      return (await around.hands()).drag(element, order, {
        allowed: around.allowed,
        reach: (id) => {
          const at = elementOf(around.node(id));
          return at?.isConnected && !around.privacy.hidden(at) ? at : undefined;
        },
        free: (at) => free(at, around),
      });
    default:
      return refused("unknown-order");
  }
}

/** Text is touched at its element, a document at its root. */
function elementOf(node: Node | null): Element | null {
  if (node?.nodeType === Node.ELEMENT_NODE) return node as Element;
  return node?.nodeType === Node.DOCUMENT_NODE ? (node as Document).documentElement : (node?.parentElement ?? null);
}

/**
 * Who hears a key: what has the focus by now, as a page may open a field or a dialog at a click. What the key is meant
 * for, if it takes keys at all, once the customer may have moved the focus.
 */
function listener(element: Element, alone: boolean): Element {
  const now = focused(document);
  const takes = isRich(element) || element.matches(FOCUSABLE);
  const at = (alone || !takes) && now ? now : element;
  return isRich(at) ? editor(at) : at;
}

/** What has the focus, through shadow roots and frames; a page as a whole, or something of ours, does not count. */
function focused(page: Document): Element | null {
  let found: Element | null = null;
  for (let deeper = page.activeElement; deeper;) {
    found = deeper;
    deeper = (found.shadowRoot ?? (found as HTMLIFrameElement).contentDocument)?.activeElement ?? null;
  }
  if (!found || found.localName === OWN_UI) return null;
  return isRich(found) || !/^(body|html|iframe)$/.test(found.localName) ? found : null;
}

function untouchable(element: Element, privacy: Privacy): string | undefined {
  const field = fieldOf(element);
  if (privacy.secret(field) || privacy.hidden(field)) return "private";
  if ((field as HTMLInputElement).type === "file") return "file";
  if (field.matches(":disabled")) return "disabled";
  return undefined;
}

function free(element: Element, { privacy, guard }: Surroundings): boolean {
  return !untouchable(element, privacy) && !guard.guards(element);
}

/** A press on something guarded is the customer's to do; to write there is not for a technician at all. */
function guards(order: Order, element: Element, { guard }: Surroundings): Outcome | undefined {
  let pressed: Element | undefined = element;
  if (order.type === "control.key") {
    const sends = order.key === "Enter" && isField(element) && element.localName === "input" && element.form;
    if (sends) pressed = submitter(sends);
    if (pressed && guard.guards(pressed) && (order.key === "Enter" || order.key === " ")) return proposal(pressed);
    return guard.guards(element) && order.key !== "Tab" && order.key !== "Escape" ? refused("guarded") : undefined;
  }
  if (!guard.guards(element)) return undefined;
  return order.type === "control.click" ? proposal(fieldOf(element)) : refused("guarded");
}

function proposal(element: Element): Outcome {
  const named = element.closest("button,a,label,summary,[role=button]") ?? element;
  const words = named.getAttribute("aria-label") ?? ((named as HTMLInputElement).value || named.textContent) ?? "";
  return { outcome: "proposed", words: words.replace(/\s+/g, " ").trim().slice(0, 80) };
}

/** Into the middle of the page, where both can see it, if it is not on the screen. */
function reveal(element: Element): void {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView;
  if (!view || (bottom > 0 && right > 0 && top < view.innerHeight && left < view.innerWidth)) return;
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
}
