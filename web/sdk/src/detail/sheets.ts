import { ADOPTED_SHEETS, INCREMENTAL, MUTATION, type RecordedEvent } from "../recorder/events";
import { css } from "../recorder/attributes";
import type { Aspect, DetailOptions } from "./main";

/** Larger sheets are compared by the number of their rules only. */
const COMPARED = 300;

/** Milliseconds of one look; it goes on where it stopped. */
const PATIENCE = 3;

interface Queued {
  root: Document | ShadowRoot;
  sheet: CSSStyleSheet;
}

/** Our own numbers for adopted sheets begin where rrweb's do not come to. */
const FIRST = 500_000;

/**
 * Changes of style sheets that leave no trace in the elements: rules that were changed in place, sheets that were switched
 * off, adopted lists that grew or became empty.
 */
export function sheets({ roots, idOf, hides, emit }: DetailOptions): Aspect {
  let known = new Map<CSSStyleSheet, string>();
  let adopted = new Map<Document | ShadowRoot, CSSStyleSheet[]>();
  let count = FIRST;
  let queue: Queued[] = [];

  function say(data: object): void {
    emit({ type: INCREMENTAL, timestamp: Date.now(), data } as unknown as RecordedEvent);
  }

  function textOf(sheet: CSSStyleSheet): string {
    return sheet.disabled ? "" : [...sheet.cssRules].map(({ cssText }) => cssText).join("\n");
  }

  function state(sheet: CSSStyleSheet): string {
    try {
      const { length } = sheet.cssRules;
      return `${sheet.disabled} ${length > COMPARED ? length : textOf(sheet)}`;
    } catch {
      return "foreign";
    }
  }

  function rewrite(sheet: CSSStyleSheet): void {
    const owner = sheet.ownerNode as Element | null;
    if (!owner || hides(owner)) return;
    const id = idOf(owner);
    if (id < 1) return;
    const attributes = { _cssText: css(absolute(textOf(sheet), sheet.href ?? owner.baseURI)) };
    say({ source: MUTATION, adds: [], removes: [], texts: [], attributes: [{ id, attributes }] });
  }

  function adopt(root: Document | ShadowRoot): void {
    const host = "host" in root ? root.host : root;
    if ("host" in root && hides(root.host)) return;
    const id = idOf(host);
    if (id < 1) return;
    const styles = root.adoptedStyleSheets.map((sheet) => {
      // A new number each time: the replay takes the rules of one that it knows as unchanged.
      const styleId = ++count;
      const text = sheet.disabled ? [] : [...sheet.cssRules];
      return {
        styleId,
        rules: text.map(({ cssText }, index) => ({ rule: css(absolute(cssText, document.baseURI)), index })),
      };
    });
    say({ source: ADOPTED_SHEETS, id, styles, styleIds: styles.map(({ styleId }) => styleId) });
  }

  function same(a: CSSStyleSheet[] = [], b: readonly CSSStyleSheet[] = []): boolean {
    return a.length === b.length && a.every((one, index) => one === b[index]);
  }

  function remember(): void {
    known = new Map();
    adopted = new Map();
    for (const root of roots) {
      for (const sheet of all(root)) known.set(sheet, state(sheet));
      adopted.set(root, [...(root.adoptedStyleSheets ?? [])]);
    }
  }

  function all(root: Document | ShadowRoot): CSSStyleSheet[] {
    return [...(root.styleSheets ?? []), ...(root.adoptedStyleSheets ?? [])];
  }

  return {
    keyframe: remember,
    look() {
      const since = performance.now();
      const anew = new Set<Document | ShadowRoot>();
      for (const root of roots) {
        if (adopted.has(root) && !same(adopted.get(root), root.adoptedStyleSheets)) anew.add(root);
        adopted.set(root, [...(root.adoptedStyleSheets ?? [])]);
      }
      if (!queue.length) queue = [...roots].flatMap((root) => all(root).map((sheet) => ({ root, sheet })));
      while (queue.length && performance.now() - since < PATIENCE) {
        const { root, sheet } = queue.shift() as Queued;
        const now = state(sheet);
        const before = known.get(sheet);
        known.set(sheet, now);
        const owner = sheet.ownerNode as Element | null;
        if (before === now || (before === undefined && owner?.localName !== "link")) continue;
        // A link may have become a style sheet later, which the recording does not tell.
        if (owner) rewrite(sheet);
        else anew.add(root);
      }
      anew.forEach(adopt);
    },
  };
}

/** Addresses in a rule as seen from the page, whatever sheet it stood in. */
function absolute(text: string, base: string): string {
  return text.replace(
    /url\(\s*(["']?)(?!data:|blob:|https?:|#)([^"')]+)\1\s*\)/gi,
    (whole, quote: string, url: string) => {
      try {
        return `url(${quote}${new URL(url, base).href}${quote})`;
      } catch {
        return whole;
      }
    },
  );
}
