import { language } from "@remote-support/sdk/words/language";

/** What the widget put behind the # of our address, which no server and no log sees. */
export interface Arrival {
  /** Opens the page, once. */
  code?: string | undefined;
  /** The page of the site that the customer came from. */
  from?: string | undefined;
}

/** Taken out of the address at once: neither a bookmark nor the browser's history keeps the code. */
export const arrival: Arrival = arrive();

function arrive(): Arrival {
  const said = new URLSearchParams(location.hash.slice(1));
  const [code, from, lang] = ["code", "from", "lang"].map((name) => said.get(name) ?? undefined);
  if (location.hash) history.replaceState(null, "", location.pathname);
  keep("from", from);
  keep("lang", lang);
  document.documentElement.lang = "";
  document.documentElement.lang = kept("lang") ?? language();
  return { code, from: kept("from") };
}

function keep(name: string, value: string | undefined): void {
  if (value) sessionStorage.setItem(`my:${name}`, value);
}

function kept(name: string): string | undefined {
  return sessionStorage.getItem(`my:${name}`) ?? undefined;
}
