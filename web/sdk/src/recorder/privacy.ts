import { OWN_UI } from "../dom";
import type { PasswordMemory } from "../loader/passwords";

/** Fields whose content is a secret by what they are for. */
const SECRET = [
  "input[type=password]",
  "input[type=hidden]",
  "input[data-rr-is-password]",
  // Shown by the site before we were there: by their names.
  ...["passw", "kennwort", "cvv", "cvc"].flatMap((word) => [`input[name*=${word} i]`, `input[id*=${word} i]`]),
  ...["current-password", "new-password", "one-time-code", "cc-number", "cc-csc"].map(
    (use) => `[autocomplete~=${use} i]`,
  ),
].join();

/** As many dots for every secret: its length is one, too. */
export const MASK = "••••••••";

/** Decides what never leaves the page and must not be touched from outside. */
export class Privacy {
  /** Elements that are replaced by an empty box of their size, with all that is in them. */
  readonly blocked: string;

  /** The attributes that can make an element private. */
  readonly marks: string[];

  constructor(
    siteSelectors: string[],
    private readonly passwords: PasswordMemory,
  ) {
    // A selector that cannot be understood might have meant anything: then nothing is shown.
    const good = siteSelectors.every(understood);
    if (!good) console.warn("Remote Support: a mask selector is not valid CSS; nothing is shown.");
    this.blocked = ["[data-private]", OWN_UI, ...(good ? siteSelectors : ["body > *"])].join();
    const named = siteSelectors.flatMap((selector) => [...selector.matchAll(/\[\s*([\w-]+)/g)].map(([, name]) => name));
    this.marks = ["data-private", "class", "id", ...(named as string[])];
  }

  /** From now on fields in there are remembered, too. */
  watch(root: Document | ShadowRoot): void {
    this.passwords.watch(root);
  }

  /** Its value is a secret; the field itself may be seen. */
  secret(element: Element): boolean {
    // Asked first, as it remembers what it is asked about.
    return this.passwords.knows(element) || element.matches(SECRET) || drawnAsDots(element);
  }

  /** It, or something around it, is not shown at all; through shadow roots and frames up to the page. */
  hidden(node: Node | null): boolean {
    let at = node;
    while (at) {
      const element = at.nodeType === Node.ELEMENT_NODE ? (at as Element) : at.parentElement;
      if (element?.closest(this.blocked)) return true;
      const root = at.getRootNode();
      at = (root as ShadowRoot).host ?? (root as Document).defaultView?.frameElement ?? null;
    }
    return false;
  }
}

/** Some sites make password fields of other types, and let the browser draw dots. */
function drawnAsDots(element: Element): boolean {
  if (element.localName !== "input" && element.localName !== "textarea") return false;
  const view = element.ownerDocument.defaultView;
  const drawn = view?.getComputedStyle(element).getPropertyValue("-webkit-text-security");
  return !!drawn && drawn !== "none";
}

/** Whether it is CSS that selects something. */
export function understood(selector: string): boolean {
  try {
    return !!selector.trim() && !document.createDocumentFragment().querySelector(selector);
  } catch {
    return false;
  }
}
