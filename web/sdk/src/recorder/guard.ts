import { fieldOf } from "./control-fields";
import { understood, type Privacy } from "./privacy";

/** What a technician can only propose, and the customer does: by the site's rules, and where money and accounts are. */
export class Guard {
  private readonly guarded: string;

  constructor(
    selectors: string[],
    private readonly privacy: Privacy,
  ) {
    // A selector that cannot be understood might have meant anything.
    const good = selectors.every(understood);
    if (!good) console.warn("Remote Support: a guard selector is not valid CSS; everything is guarded.");
    this.guarded = ["[data-guarded]", ...(good ? selectors : ["*"])].join();
  }

  /** It, or something around it, through shadow roots and frames up to the page. */
  guards(element: Element): boolean {
    let at: Element | null = fieldOf(element);
    if (this.submitsSecrets(at)) return true;
    while (at) {
      if (at.closest(this.guarded)) return true;
      const root = at.getRootNode();
      at = (root as ShadowRoot).host ?? (root as Document).defaultView?.frameElement ?? null;
    }
    return false;
  }

  /** What Enter in a field sets off counts as it does itself. */
  private submitsSecrets(element: Element): boolean {
    const button = element.closest<HTMLButtonElement | HTMLInputElement>("button,input[type=submit],input[type=image]");
    return (
      !!button?.form &&
      /^(submit|image)$/.test(button.type) &&
      [...button.form.elements].some((one) => (one as HTMLInputElement).type !== "hidden" && this.privacy.secret(one))
    );
  }
}
