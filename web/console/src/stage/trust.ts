/**
 * What a customer's page sends is data of a stranger. Before anything is built from it, it is looked through: only what a
 * picture is made of comes in, and only so much of it as a console can bear.
 */

interface Node {
  type: number;
  id: number;
  tagName?: unknown;
  attributes?: Record<string, unknown>;
  childNodes?: Node[];
  textContent?: unknown;
  isStyle?: unknown;
}

export interface Recorded {
  type: number;
  timestamp: number;
  data?: {
    source?: number;
    tag?: string;
    payload?: unknown;
    width?: number;
    height?: number;
    href?: string;
    isAttachIframe?: boolean;
    adds?: { node: Node }[];
    attributes?: { id: number; attributes: Record<string, unknown> }[];
  };
}

/**
 * Nodes of one picture, how deep they lie, the characters of one text or attribute, and of all that came since a picture
 * began: a new one is asked for long before.
 */
export const NODES = 150_000;
export const CHARACTERS = 32_000_000;
const DEPTH = 300;
const TEXT = 2_000_000;
const ATTRIBUTES = 200;
const EVENTS = 20_000;
const ID = 2 ** 31;

const FULL_SNAPSHOT = 2;
const INCREMENTAL = 3;
const META = 4;
const CUSTOM = 5;

/** Of rrweb's kinds of changes, those that only change the picture: no drawing commands, and nothing unheard of. */
const SOURCES = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16]);

/** Elements that would do something: they come as empty boxes. */
const ACTIVE = /^(script|object|embed|applet|base|portal|frame|frameset|fencedframe|template|noscript)$/i;

const ATTRIBUTE = /^[^\s"'<>/=\0]{1,200}$/;
const DROPPED =
  /^(on.*|_on.*|srcdoc|http-equiv|autofocus|autoplay|ping|formaction|action|manifest|sandbox|allow|csp|is)$/i;
const ADDRESS = /^(src|href|xlink:href|poster|data|background|cite|longdesc)$/i;

/** What was refused, by what it was. */
export type Refusals = Partial<Record<"shape" | "size" | "active" | "failed", number>>;

export class Trust {
  readonly refused: Refusals = {};
  #nodes = 0;
  #characters = 0;

  /** The events that may be shown, in their order. */
  accept(events: readonly unknown[]): Recorded[] {
    if (events.length > EVENTS) {
      this.refuse("size");
      return [];
    }
    return events.filter((event): event is Recorded => {
      try {
        return this.#isGood(event as Recorded);
      } catch (problem) {
        this.refuse(problem instanceof TooMuch ? "size" : "shape");
        return false;
      }
    });
  }

  refuse(why: keyof Refusals): void {
    this.refused[why] = (this.refused[why] ?? 0) + 1;
  }

  #isGood(event: Recorded): boolean {
    const data = object(event.data ?? {});
    event.timestamp = Number(event.timestamp) || 0;
    switch (event.type) {
      case 0:
      case 1:
        // The page is loaded: nothing to see.
        return false;
      case META:
        data.width = size(data.width);
        data.height = size(data.height);
        data.href = typeof data.href === "string" ? data.href.slice(0, 4096) : "";
        return true;
      case FULL_SNAPSHOT:
        this.#nodes = this.#characters = 0;
        this.#node(data.node as Node, 0);
        object(data.initialOffset);
        return true;
      case CUSTOM:
        return typeof data.tag === "string";
      case INCREMENTAL:
        if (!SOURCES.has(data.source as number)) throw new TypeError("not a change of the picture");
        if (data.id !== undefined) id(data.id);
        if (data.source === 0) this.#mutation(data);
        for (const style of optional(data.styles))
          for (const rule of optional(object(style).rules)) this.#text(object(rule).rule);
        for (const rule of data.source === 8 ? optional(data.adds) : []) this.#text(object(rule).rule);
        return true;
      default:
        throw new TypeError("no event of a picture");
    }
  }

  #mutation(data: Record<string, unknown>): void {
    for (const list of ["adds", "removes", "texts", "attributes"]) {
      if (!Array.isArray(data[list])) throw new TypeError(`no ${list}`);
    }
    for (const add of data.adds as Record<string, unknown>[]) {
      id(add.parentId);
      this.#node(add.node as Node, 0);
    }
    for (const remove of data.removes as Record<string, unknown>[]) {
      id(remove.id);
      id(remove.parentId);
    }
    for (const one of data.texts as Record<string, unknown>[]) {
      id(one.id);
      if (one.value !== null) this.#text(one.value);
    }
    for (const one of data.attributes as Record<string, unknown>[]) {
      id(one.id);
      one.attributes = this.#attributes("", object(one.attributes));
    }
  }

  #node(node: Node, depth: number): void {
    if (++this.#nodes > NODES || depth > DEPTH) throw new TooMuch();
    id(node.id);
    switch (node.type) {
      case 0:
        break;
      case 1:
        this.#text(Reflect.get(node, "name"));
        return;
      case 2: {
        if (typeof node.tagName !== "string" || !/^[a-z][\w.:-]*$/i.test(node.tagName))
          throw new TypeError("no element");
        const active = ACTIVE.test(node.tagName);
        // Our own recorder sends those of the others that a page has, empty.
        if (/^(script|portal|fencedframe)$/i.test(node.tagName)) this.refuse("active");
        if (active) node.childNodes = [];
        node.attributes = active ? {} : this.#attributes(node.tagName, object(node.attributes));
        break;
      }
      case 3:
      case 4:
      case 5:
        this.#text(node.textContent);
        return;
      default:
        throw new TypeError("no node");
    }
    if (!Array.isArray(node.childNodes)) throw new TypeError("no children");
    for (const child of node.childNodes) this.#node(child, depth + 1);
  }

  #attributes(tag: string, attributes: Record<string, unknown>): Record<string, unknown> {
    const name = tag.toLowerCase();
    const all = Object.entries(attributes);
    if (all.length > ATTRIBUTES) throw new TooMuch();
    if (name === "meta" && !/^(viewport|color-scheme)$/i.test(String(attributes.name))) return {};
    if (name === "link" && attributes._cssText === undefined && !/^\s*stylesheet\s*$/i.test(String(attributes.rel)))
      return {};
    const good = all.filter(([attribute, value]) => {
      if (!ATTRIBUTE.test(attribute) || (typeof value === "string" && value.length > TEXT)) {
        this.refuse("size");
        return false;
      }
      if (typeof value === "string") this.#count(value.length);
      const astray = leadsAstray(name, attribute, value);
      if (!DROPPED.test(attribute) && !(name === "iframe" && attribute === "src") && !astray) return true;
      if (/^on|srcdoc|http-equiv/i.test(attribute) || astray === "active") this.refuse("active");
      return false;
    });
    const result: Record<string, unknown> = Object.fromEntries(good);
    // Nothing of a customer's page is heard at the technician's desk.
    if (name === "video" || name === "audio") result.rr_mediaMuted = true;
    return result;
  }

  #text(value: unknown): void {
    if (typeof value !== "string") throw new TypeError("no text");
    if (value.length > TEXT) throw new TooMuch();
    this.#count(value.length);
  }

  #count(characters: number): void {
    this.#characters += characters;
    if (this.#characters > CHARACTERS) throw new TooMuch();
  }
}

class TooMuch extends Error {}

/** Only what is fetched as a picture, a font or a style sheet; a link leads anywhere, as nobody can follow it here. */
function leadsAstray(tag: string, attribute: string, value: unknown): "active" | "useless" | undefined {
  if (!ADDRESS.test(attribute) || typeof value !== "string") return undefined;
  // Browsers leave out what is no letter, too.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value.replace(/[^!-~]/g, ""))?.[1]?.toLowerCase();
  if (scheme === undefined || ["http", "https", "blob"].includes(scheme)) return undefined;
  if (/^data:image\//i.test(value.trim())) return undefined;
  if (/script$/.test(scheme) || /^data:text\//i.test(value.trim())) return "active";
  return attribute === "href" && tag !== "link" && scheme !== "data" ? undefined : "useless";
}

function object(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("no object");
  return value as Record<string, unknown>;
}

function optional(value: unknown): unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new TypeError("no list");
  return value;
}

function id(value: unknown): void {
  if (!Number.isInteger(value) || (value as number) < -2 || (value as number) >= ID) throw new TypeError("no id");
}

function size(value: unknown): number {
  return Math.min(20_000, Math.max(1, Number(value) || 1));
}
