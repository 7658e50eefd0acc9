/** Addresses carry secrets: in their query, and in what follows a #. */

const SECRET_NAME =
  /token|secret|passw|pwd|auth|sess(ion|id)|^s?id$|api.?key|^key$|code$|otp|jwt|^sig|signature|nonce|credential|[cx]srf|^state$|ticket|assertion|hash$/i;

/** Long and random, as no word is. */
const SECRET_VALUE = /^(?=.*\d)(?=.*[a-z])[\w.~%+/=-]{24,}$/i;

const HIDDEN = "***";

/** Whether a name says that its value is a secret. */
export const secretName = (name: string): boolean => SECRET_NAME.test(name);

/** An address without the values in its query that are, or look like, secrets. */
export function withoutSecrets(url: string): string {
  if (/^data:/i.test(url)) return url;
  const [, path = "", query, hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  const bare = path.replace(/^([a-z][\w+.-]*:)?\/\/[^/]*@/i, "$1//");
  return bare + (query ?? "").replace(/([?&;]?)([^=&;?]+)=([^&;]*)/g, hide) + hash;
}

function hide(whole: string, before: string, name: string, value: string): string {
  return SECRET_NAME.test(name) || SECRET_VALUE.test(value) ? `${before}${name}=${HIDDEN}` : whole;
}

/** An address to be read by somebody else: what comes after a # is a place in the page, a route, or not theirs to know. */
export function publicUrl(url: string): string {
  const [place = "", ...rest] = url.split("#");
  const hash = rest.join("#");
  const random = hash.split(/[/?]/).some((part) => SECRET_VALUE.test(part));
  const known = /^[!/]/.test(hash) ? !random : /^[a-z][\w-]*$/i.test(hash) && !random;
  return withoutSecrets(place) + (known ? `#${withoutSecrets(hash)}` : "");
}
