import { OWN_UI } from "../dom";
import { publicUrl } from "../url";
import { css, shown, type Attributes } from "./attributes";
import { MASK, type Privacy } from "./privacy";
import {
  ADOPTED_SHEETS,
  FULL_SNAPSHOT,
  INCREMENTAL,
  INPUT,
  META,
  MUTATION,
  SELECTION,
  SHEET_RULE,
  type RecordedEvent,
  type Serialized,
} from "./events";

/** What it is about to show, for those who want to know. */
export interface Seen {
  element(serialized: Extract<Serialized, { attributes: unknown }>, element: Element | null): void;
  document(document: Document): void;
}

/** Of these, nothing within is part of the picture. */
const EMPTY = /^(noscript|datalist|template|object|embed)$/;

/**
 * The last look at an event before it leaves: rrweb masks when it serialises, this also covers what only became private
 * later, such as a recorded element that moved into a private one, what stands in attributes and addresses, and the
 * style sheets and events of private parts.
 */
export function redactor(node: (id: number) => Node | null, privacy: Privacy, seen: Seen) {
  /** Style sheets that so far belong to private elements only. */
  const hiddenSheets = new Set<number>();

  function clean(serialized: Serialized): void {
    if ("attributes" in serialized) {
      const tag = serialized.tagName;
      const element = elementOf(serialized.id);
      // Our own islands take no room in the picture.
      if (tag === OWN_UI) serialized.attributes = {};
      if (tag === "link" && !isStyleSheet(serialized.attributes)) serialized.attributes = {};
      serialized.attributes = cleaned(tag, serialized.attributes, element);
      if (EMPTY.test(tag) || (tag === "title" && !serialized.isSVG)) serialized.childNodes = [];
      seen.element(serialized, element);
    } else if ("textContent" in serialized && serialized.textContent.includes("url(")) {
      if (node(serialized.id)?.parentNode?.nodeName === "STYLE") serialized.textContent = css(serialized.textContent);
    } else if (serialized.type === 0) {
      const document = node(serialized.id);
      if (document) seen.document(document as Document);
    }
    if ("childNodes" in serialized) serialized.childNodes.forEach(clean);
  }

  function elementOf(id: number): Element | null {
    const found = node(id);
    return found?.nodeType === Node.ELEMENT_NODE ? (found as Element) : null;
  }

  function cleaned(tag: string, attributes: Attributes, element: Element | null): Attributes {
    // Of what it cannot look at, it shows as little as of a secret.
    const secret = element ? (isField(element) || "value" in attributes) && privacy.secret(element) : true;
    const keeps = tag === "meta" && /^(viewport|color-scheme)$/i.test(String(attributes.name));
    const result: Attributes = {};
    for (const [name, value] of Object.entries(attributes)) {
      if (tag === "input" && name === "value" && attributes.type === "file") continue;
      const safe = keeps ? value : shown(tag, name, value, secret);
      if (safe !== undefined) result[name] = safe as Attributes[string];
    }
    return result;
  }

  const hidden = (id: number) => privacy.hidden(node(id));

  function checked(event: RecordedEvent): RecordedEvent | undefined {
    // That the page is loaded is nobody's business.
    if (event.type < FULL_SNAPSHOT) return undefined;
    if (event.type === META) {
      event.data.href = publicUrl(event.data.href);
      hiddenSheets.clear();
    } else if (event.type === FULL_SNAPSHOT) {
      clean(event.data.node);
    } else if (event.type === INCREMENTAL) {
      const { data } = event;
      switch (data.source) {
        case MUTATION:
          data.texts = data.texts.filter(({ id }) => !hidden(id));
          data.attributes = data.attributes.filter(({ id }) => !hidden(id));
          data.adds = data.adds.filter(
            ({ parentId }) => !hidden(parentId) && !EMPTY.test(node(parentId)?.nodeName.toLowerCase() ?? ""),
          );
          for (const { node: added } of data.adds) clean(added);
          for (const text of data.texts)
            if (text.value?.includes("url(") && node(text.id)?.parentNode?.nodeName === "STYLE")
              text.value = css(text.value);
          for (const change of data.attributes) {
            const element = elementOf(change.id);
            const tag = element?.localName ?? "";
            if (tag === "link" && !/stylesheet/i.test((element as HTMLLinkElement).rel)) change.attributes = {};
            change.attributes = cleaned(tag, change.attributes as Attributes, element) as typeof change.attributes;
          }
          data.attributes = data.attributes.filter(({ attributes }) => Object.keys(attributes).length);
          break;
        case INPUT: {
          const field = node(data.id) as Element | null;
          // A radio button that nobody was shown has no id.
          if (!field || privacy.hidden(field)) return undefined;
          if ((field as HTMLInputElement).type === "file") data.text = "";
          else if (data.text && privacy.secret(field)) data.text = MASK;
          break;
        }
        case SELECTION:
          if (data.ranges.some(({ start, end }) => hidden(start) || hidden(end))) return undefined;
          break;
        case ADOPTED_SHEETS:
          if (hidden(data.id)) {
            for (const { styleId } of data.styles ?? []) hiddenSheets.add(styleId);
            return undefined;
          }
          for (const { rules } of data.styles ?? []) for (const one of rules) one.rule = css(one.rule);
          break;
        case SHEET_RULE:
          if (data.styleId !== undefined && hiddenSheets.has(data.styleId)) return undefined;
          if (data.id && hidden(data.id)) return undefined;
          for (const one of data.adds ?? []) one.rule = css(one.rule);
          if (data.replace) data.replace = css(data.replace);
          if (data.replaceSync) data.replaceSync = css(data.replaceSync);
          break;
        default:
          // Scrolled, clicked, played, styled: where it happens is nobody's business in there. So is it on a PIN pad.
          if ("id" in data && typeof data.id === "number" && hidden(data.id)) return undefined;
      }
    }
    return event;
  }

  return { event: checked, clean };
}

function isField(element: Element): boolean {
  return /^(input|textarea|select)$/.test(element.localName);
}

function isStyleSheet({ rel, _cssText }: Attributes): boolean {
  return _cssText !== undefined || /(^|\s)stylesheet(\s|$)/i.test(String(rel ?? ""));
}
