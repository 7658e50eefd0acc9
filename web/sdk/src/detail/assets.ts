import { guarded } from "../dom";
import type { Aspect, DetailOptions } from "./main";
import { withoutSecrets } from "../url";
import { dataUrl } from "./canvases";

/** Bytes of one, and of all of a page. */
const LARGEST = 500_000;
const MOST = 6_000_000;

/** How many are looked at in one round, and how many are asked for without cookies. */
const ROUND = 20;
const PROBES = 30;

/** Between two that are sent: the relay takes twenty a second. */
const PAUSE = 60;

const LOCAL =
  /^(localhost|[^.]+|.*\.(local|localhost|internal|lan|home|corp|intranet)|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|\[.*\])$/i;

/**
 * Pictures and fonts that a technician's browser could not load: from a blob or an intranet, with the customer's cookies,
 * or refused to other sites. They are sent once, named by their content.
 */
export function assets({ roots, tell, idOf, hides, sendAsset }: DetailOptions): Aspect {
  const known = new Map<string, Promise<string | undefined>>();
  const sent = new Set<string>();
  let told = new WeakMap<Element, string>();
  let fonts = new Set<string>();
  let styled = new Set<string>();
  let pace = Promise.resolve<unknown>(0);
  let bytes = 0;
  let probes = 0;

  /** The name of what is behind an address, once it is sent; undefined where it need not or cannot be. */
  function fetched(url: string, always: boolean): Promise<string | undefined> {
    let asset = known.get(url);
    if (!asset) known.set(url, (asset = load(url, always).catch(() => undefined)));
    return asset;
  }

  async function load(url: string, always: boolean): Promise<string | undefined> {
    if (bytes > MOST || !(always || (await onlyHere(url)))) return undefined;
    const answer = await fetch(url, { cache: "force-cache" });
    const blob = await answer.blob();
    const mime = blob.type.split(";")[0] ?? "";
    if (!answer.ok || blob.size > LARGEST || !/^(image|font)\/|^application\/(font|octet-stream|x-font)/.test(mime))
      return undefined;
    const content = await blob.arrayBuffer();
    const hash = await name(content);
    if (!sent.has(hash)) {
      const data = (await dataUrl(blob)).replace(/^[^,]*,/, "");
      await (pace = pace.then(() => new Promise((resolve) => setTimeout(resolve, PAUSE))));
      if (!sendAsset({ hash, mime: mime.slice(0, 60), data })) return undefined;
      sent.add(hash);
      bytes += blob.size;
    }
    return hash;
  }

  async function onlyHere(url: string): Promise<boolean> {
    if (url.startsWith("blob:")) return true;
    const { protocol, hostname, origin } = new URL(url);
    if (!/^https?:$/.test(protocol)) return false;
    if (LOCAL.test(hostname) || withoutSecrets(url) !== url) return true;
    if (origin !== location.origin || ++probes > PROBES) return false;
    const answer = await fetch(url, { method: "HEAD", credentials: "omit" });
    return !answer.ok || /same-/.test(answer.headers.get("cross-origin-resource-policy") ?? "");
  }

  function pictures(): void {
    let round = 0;
    for (const root of roots) {
      for (const image of root.querySelectorAll("img")) {
        const url = image.currentSrc || image.src;
        if (!url || url.startsWith("data:") || told.get(image) === url || !image.complete || !image.naturalWidth)
          continue;
        if (hides(image)) continue;
        if (++round > ROUND) return;
        told.set(image, url);
        void fetched(url, false).then(
          guarded((hash?: string) => {
            const id = idOf(image);
            if (hash && id > 0 && !hides(image) && told.get(image) === url) tell("image", { id, hash });
          }),
        );
      }
    }
  }

  /** A font is loaded by other sites only where its server allows it, which few do. */
  function letters(): void {
    for (const sheet of sheetsOf(roots)) {
      for (const rule of rulesOf(sheet)) {
        if (!(rule instanceof CSSFontFaceRule)) continue;
        const family = rule.style.getPropertyValue("font-family").replace(/^["']|["']$/g, "");
        const source = /url\(\s*["']?([^"')]+)/.exec(rule.style.getPropertyValue("src"))?.[1];
        if (!source || source.startsWith("data:")) continue;
        const url = new URL(source, sheet.href ?? document.baseURI).href;
        const weight = rule.style.getPropertyValue("font-weight") || "normal";
        const style = rule.style.getPropertyValue("font-style") || "normal";
        const unicodeRange = rule.style.getPropertyValue("unicode-range") || "U+0-10FFFF";
        const key = [family, weight, style, unicodeRange, url].join();
        if (fonts.has(key) || !inUse(family, weight, style)) continue;
        fonts.add(key);
        void fetched(url, true).then(
          guarded((hash?: string) => {
            if (hash) tell("font", { family, weight, style, unicodeRange, hash });
          }),
        );
      }
    }
  }

  /** Pictures that style sheets have loaded. */
  function backgrounds(): void {
    for (const entry of performance.getEntriesByType("resource") as PerformanceResourceTiming[]) {
      const { name: url, initiatorType } = entry;
      if (initiatorType !== "css" || styled.has(url) || /\.(woff2?|ttf|otf|css)([?#]|$)/i.test(url)) continue;
      styled.add(url);
      void fetched(url, false).then(
        guarded((hash?: string) => {
          if (hash) tell("background", { url: withoutSecrets(url), hash });
        }),
      );
    }
  }

  function look(changed: boolean): void {
    if (!changed) return;
    pictures();
    letters();
    backgrounds();
  }

  return {
    keyframe() {
      told = new WeakMap();
      fonts = new Set();
      styled = new Set();
      look(true);
    },
    look,
  };
}

function inUse(family: string, weight: string, style: string): boolean {
  return [...document.fonts].some(
    (face) =>
      face.status === "loaded" &&
      face.family.replace(/^["']|["']$/g, "") === family &&
      face.style === style &&
      (face.weight === weight || weight === "normal" || face.weight === "normal"),
  );
}

function sheetsOf(roots: Set<Document | ShadowRoot>): CSSStyleSheet[] {
  return [...roots].flatMap((root) => [...(root.styleSheets ?? []), ...(root.adoptedStyleSheets ?? [])]);
}

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

/** The name of a content: 32 hexadecimal digits. Not every page may ask the browser for a good one. */
async function name(content: ArrayBuffer): Promise<string> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle) {
    const digest = new Uint8Array(await subtle.digest("SHA-256", content));
    return [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  const seeds = [2_166_136_261, 3_339_675_911, 1_234_567_891, 40_503];
  for (const byte of new Uint8Array(content))
    for (let at = 0; at < 4; at++) seeds[at] = Math.imul((seeds[at] as number) ^ byte, 16_777_619 + at * 2);
  return seeds.map((seed) => (seed >>> 0).toString(16).padStart(8, "0")).join("");
}
