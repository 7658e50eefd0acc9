import { OWN_UI } from "../dom";

/** Fields whose content is a secret by what they are for. */
const SECRET = [
  "input[type=password]",
  "input[type=hidden]",
  "input[data-rr-is-password]",
  "[autocomplete~=current-password]",
  "[autocomplete~=new-password]",
  "[autocomplete~=one-time-code]",
  "[autocomplete~=cc-number]",
  "[autocomplete~=cc-csc]",
].join();

/** As many dots for every secret: its length is one, too. */
export const MASK = "••••••••";

/** Decides what never leaves the page and must not be touched from outside. */
export class Privacy {
  /** Elements that are replaced by an empty box of their size, with all that is in them. */
  readonly blocked: string;

  constructor(
    siteSelectors: string[],
    private readonly wasPassword: (field: Element) => boolean,
  ) {
    // A selector that cannot be understood might have meant anything: then nothing is shown.
    const good = siteSelectors.every(understood);
    if (!good) console.warn("Remote Support: a mask selector of this site is not valid CSS; its pages are not shown.");
    this.blocked = ["[data-private]", OWN_UI, ...(good ? siteSelectors : ["body > *"])].join();
  }

  /** Its value is a secret; the field itself may be seen. */
  secret(element: Element): boolean {
    return element.matches(SECRET) || this.wasPassword(element);
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

function understood(selector: string): boolean {
  try {
    return !!selector.trim() && !document.createDocumentFragment().querySelector(selector);
  } catch {
    return false;
  }
}
