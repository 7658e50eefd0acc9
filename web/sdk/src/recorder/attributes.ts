import type { Serialized } from "./events";
import { publicUrl, secretName, withoutSecrets } from "../url";
import { MASK } from "./privacy";

export type Attributes = Extract<Serialized, { attributes: unknown }>["attributes"];
type Value = Attributes[string] | null;

/** Never needed for a picture, and good places for secrets: handlers, documents in an attribute, fetches, checks. */
const DROPPED = /^(on|srcdoc$|nonce$|integrity$|ping$|download$)/i;

/** All that is seen of a field whose content is a secret. */
const OF_SECRETS =
  /^(class|style|id|name|type|autocomplete|size|width|height|rows|cols|disabled|readonly|required|dir|tabindex|checked|data-rr-is-password|rr_.*)$/;

const LEADS_AWAY = /^(href|action|formaction|cite|longdesc)$/;
const LOADS = /^(src|srcset|poster|data|background|href|xlink:href)$/;

/** The data of an application, such as a token or a state, rather than a hook for its styles. */
const MUCH = 200;

/** What may be known of an attribute outside the page; undefined where it is to be left out. */
export function shown(tag: string, name: string, value: Value, secret: boolean): Value | undefined {
  if (DROPPED.test(name)) return undefined;
  if (value === null) return null;
  if (tag === "meta") return undefined;
  if (secret && name !== "value" && !OF_SECRETS.test(name)) return undefined;
  if (name === "value") return secret && value ? MASK : value;
  if (typeof value === "object") return styles(value) as unknown as Value;
  if (typeof value !== "string") return value;
  if (name.startsWith("data-") && (value.length > MUCH || secretName(name))) return undefined;
  // Of a frame that cannot be shown, only whose it is.
  if (name === "rr_src") return /^https?:\/\/[^/?#]*/i.exec(value)?.[0].replace(/\/\/.*@/, "//") ?? "";
  if (/^\s*javascript:/i.test(value) && (LEADS_AWAY.test(name) || LOADS.test(name))) return undefined;
  if (LEADS_AWAY.test(name) && !/^(link|use|image|textpath|mpath|.*gradient|pattern)$/i.test(tag))
    return publicUrl(value);
  if (LOADS.test(name)) return name === "srcset" ? sources(value) : withoutSecrets(value);
  if (name === "style" || name === "_cssText") return css(value);
  return value;
}

/** Candidates may have commas in them; what follows whitespace begins one. */
function sources(value: string): string {
  return value.replace(/\S+/g, (part) => (/[?]/.test(part) ? withoutSecrets(part) : part));
}

/** The addresses in a style sheet. */
export function css(text: string): string {
  if (!text.includes("?") && !text.includes("@")) return text;
  return text.replace(/url\(\s*(["']?)((?!data:)[^"')]*)\1\s*\)/gi, (_, quote: string, url: string) => {
    return `url(${quote}${withoutSecrets(url)}${quote})`;
  });
}

/** A change of some properties of a style attribute, as rrweb has it. */
function styles(change: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(change).map(([name, value]) => [
      name,
      Array.isArray(value) ? [css(String(value[0])), value[1]] : typeof value === "string" ? css(value) : value,
    ]),
  );
}
