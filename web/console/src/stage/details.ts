import { fingerprint } from "@remote-support/protocol";
import type { Mirror } from "./replay";

/** What a recording of elements does not tell, as the recorder says it in events of its own. */
export interface Picture {
  iframe: HTMLIFrameElement;
  mirror: Mirror;
  isPrivate(element: Element): boolean;
}

export type Mode = "live" | "coarse" | "outline";

/** How well the picture agrees with the page. */
export interface Fidelity {
  /** Nodes compared, and those in parts that agreed. */
  compared: number;
  same: number;
}

export interface Asset {
  hash: string;
  mime: string;
  data: string;
}

export interface DetailEars {
  mode(mode: Mode): void;
  /** Unknown for a new picture. */
  fidelity(fidelity: Fidelity | undefined): void;
  /** A part differs. */
  resync(node: number): void;
}

const PICTURE = /^image\/(png|jpeg|gif|webp|avif|svg\+xml|bmp|x-icon|vnd\.microsoft\.icon)$/;
const DATA = /^data:image\/(webp|png|jpeg);base64,[A-Za-z0-9+/=]+$/;

/** Bytes of pictures and fonts that are kept, and how many parts are compared before the oldest count no more. */
const MOST = 12_000_000;
const REMEMBERED = 400;

/** Places that wait for a picture or a font, fonts of one picture, and elements of a part that is compared. */
const WAITING = 5_000;
const FONTS = 200;
const LARGEST = 1_000;

/** Pictures and fonts by the name of their content: kept over the pages of a session. */
export class Assets {
  readonly #urls = new Map<string, string>();
  readonly #waiting = new Map<string, ((asset: Asset) => void)[]>();
  readonly #all = new Map<string, Asset>();
  #bytes = 0;
  #waits = 0;

  add(asset: Asset): void {
    if (this.#all.has(asset.hash)) return;
    this.#bytes += asset.data.length;
    if (this.#bytes > MOST) this.clear();
    this.#all.set(asset.hash, asset);
    const waiting = this.#waiting.get(asset.hash) ?? [];
    this.#waiting.delete(asset.hash);
    this.#waits -= waiting.length;
    for (const use of waiting) use(asset);
  }

  /** Now, or when it comes. */
  with(hash: unknown, use: (asset: Asset) => void): void {
    const asset = this.#all.get(String(hash));
    if (asset) use(asset);
    else if (this.#waits < WAITING) {
      this.#waits++;
      const waiting = this.#waiting.get(String(hash));
      if (waiting) waiting.push(use);
      else this.#waiting.set(String(hash), [use]);
    }
  }

  urlOf({ hash, mime, data }: Asset): string | undefined {
    if (!PICTURE.test(mime)) return undefined;
    let url = this.#urls.get(hash);
    if (!url) this.#urls.set(hash, (url = URL.createObjectURL(new Blob([bytesOf(data)], { type: mime }))));
    return url;
  }

  clear(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
    this.#all.clear();
    this.#waiting.clear();
    this.#bytes = this.#waits = 0;
  }
}

export class Details {
  #compared: { id: number; nodes: number; same: boolean }[] = [];
  #scrollBars?: HTMLStyleElement;
  #fonts = 0;

  constructor(
    private readonly picture: Picture,
    private readonly assets: Assets,
    private readonly ears: DetailEars,
  ) {}

  hear(tag: string, payload: unknown): void {
    const said = (typeof payload === "object" && payload ? payload : {}) as Record<string, unknown>;
    switch (tag) {
      case "mode":
        if (said.mode === "live" || said.mode === "coarse" || said.mode === "outline") this.ears.mode(said.mode);
        break;
      case "surroundings":
        this.#surroundings(said);
        break;
      case "popover":
        this.#popover(this.#element(said.id), said.open === true);
        break;
      case "list":
        this.#list(this.#element(said.id), said.open === true);
        break;
      case "caret":
        this.#caret(said);
        break;
      case "canvas":
        this.#canvas(this.#element(said.id), said);
        break;
      case "image":
        this.assets.with(said.hash, (asset) => {
          const image = this.#element(said.id);
          const url = this.assets.urlOf(asset);
          if (!url || image?.tagName !== "IMG") return;
          image.removeAttribute("srcset");
          image.setAttribute("src", url);
        });
        break;
      case "font":
        this.assets.with(said.hash, (asset) => this.#font(said, asset));
        break;
      case "background":
        this.assets.with(said.hash, (asset) => this.#background(String(said.url), asset));
        break;
      case "check":
        this.#check(said.parts);
        break;
    }
  }

  #caret({ id, offset, to, end }: Record<string, unknown>): void {
    const node = (of: unknown) => (typeof of === "number" ? this.picture.mirror.getNode(of) : null);
    const [anchor, focus] = [node(id), node(to)];
    if (!anchor || !focus || anchor.ownerDocument !== focus.ownerDocument) return;
    const most = (of: Node) => of.nodeValue?.length ?? of.childNodes.length;
    const within = (of: Node, value: unknown) => Math.min(most(of), Math.max(0, Number(value) || 0));
    anchor.ownerDocument?.getSelection()?.setBaseAndExtent(anchor, within(anchor, offset), focus, within(focus, end));
  }

  #element(id: unknown): Element | undefined {
    const node = typeof id === "number" ? this.picture.mirror.getNode(id) : null;
    return node?.nodeType === 1 && node.isConnected ? (node as Element) : undefined;
  }

  /** As on the customer's screen: dark or light, with scroll bars that take as much room. */
  #surroundings({ dark, scrollBar }: Record<string, unknown>): void {
    this.picture.iframe.style.colorScheme = dark === true ? "dark" : "light";
    const page = this.picture.iframe.contentDocument;
    const width = Number(scrollBar);
    if (!page?.head || !(width >= 0 && width < 40)) return;
    this.#scrollBars?.remove();
    const style = (this.#scrollBars = page.createElement("style"));
    style.textContent =
      `:where(*)::-webkit-scrollbar { width: ${width}px; height: ${width}px; background: #f1f1f1; }` +
      `:where(*)::-webkit-scrollbar-thumb { background: #c1c1c1; border: 2px solid #f1f1f1; }`;
    page.head.prepend(style);
  }

  #popover(element: Element | undefined, open: boolean): void {
    try {
      if (open) (element as HTMLElement | undefined)?.showPopover();
      else (element as HTMLElement | undefined)?.hidePopover();
    } catch {
      // It is as it should be already, or is no popover any more.
    }
  }

  /** A browser draws the list of a select by itself; here it is drawn as part of the picture. */
  #list(element: Element | undefined, open: boolean): void {
    const page = element?.ownerDocument ?? this.picture.iframe.contentDocument;
    page?.querySelector("remote-support-list")?.remove();
    if (!open || element?.tagName !== "SELECT" || !page) return;
    const select = element as HTMLSelectElement;
    const box = select.getBoundingClientRect();
    const list = page.createElement("remote-support-list");
    list.setAttribute(
      "style",
      `position:fixed;z-index:2147483647;left:${box.left}px;top:${box.bottom + 1}px;min-width:${box.width}px;max-height:300px;` +
        "overflow:hidden;background:#fff;color:#1b1f23;border:1px solid #8a949e;border-radius:4px;padding:4px 0;" +
        "box-shadow:0 6px 20px rgb(0 0 0/.2);font:14px/1.6 system-ui,sans-serif;box-sizing:border-box;display:block",
    );
    for (const option of Array.from(select.options).slice(0, 60)) {
      const row = list.appendChild(page.createElement("remote-support-option"));
      row.setAttribute(
        "style",
        `display:block;padding:0 10px;white-space:nowrap;${option.selected ? "background:#1a73e8;color:#fff;" : ""}${option.disabled ? "opacity:.5;" : ""}`,
      );
      row.textContent = option.label || option.text;
    }
    page.documentElement.append(list);
  }

  /** Where nothing runs, a canvas is no more than what stands in it: it gets its size and its looks from outside. */
  #canvas(element: Element | undefined, { image, width, height, display }: Record<string, unknown>): void {
    if (element?.tagName !== "CANVAS" || typeof image !== "string" || !DATA.test(image)) return;
    const { style } = element as HTMLElement;
    style.boxSizing = "border-box";
    style.width = `${Number(width)}px`;
    style.height = `${Number(height)}px`;
    style.display = /^(block|inline-block|flex|grid)$/.test(String(display)) ? String(display) : "inline-block";
    style.background = `url("${image}") 0 0 / 100% 100% no-repeat`;
  }

  #font({ family, weight, style, unicodeRange }: Record<string, unknown>, { data }: Asset): void {
    const page = this.picture.iframe.contentDocument;
    const view = page?.defaultView as (Window & typeof globalThis) | null;
    if (!page || !view || ++this.#fonts > FONTS) return;
    const face = new view.FontFace(String(family), bytesOf(data), {
      weight: String(weight),
      style: String(style),
      unicodeRange: String(unicodeRange),
    });
    void face.load().then(
      () => page.fonts.add(face),
      () => undefined,
    );
  }

  /** In the rules that name the address. */
  #background(url: string, asset: Asset): void {
    const here = this.assets.urlOf(asset);
    const page = this.picture.iframe.contentDocument;
    if (!here || !page || url.length < 8) return;
    const look = (rules: CSSRuleList) => {
      for (const rule of Array.from(rules)) {
        const { style, cssRules } = rule as CSSStyleRule;
        if (style?.cssText.includes(url)) {
          for (const name of Array.from(style)) {
            const value = style.getPropertyValue(name);
            if (value.includes(url))
              style.setProperty(name, value.replaceAll(url, here), style.getPropertyPriority(name));
          }
        }
        if (cssRules) look(cssRules);
      }
    };
    for (const sheet of Array.from(page.styleSheets)) {
      try {
        look(sheet.cssRules);
      } catch {
        // From elsewhere: it loads what it names from there, too.
      }
    }
  }

  #check(parts: unknown): void {
    if (!Array.isArray(parts)) return;
    const { mirror, isPrivate } = this.picture;
    const tree = { idOf: (node: Node) => mirror.getId(node), isPrivate };
    const wrong: number[] = [];
    for (const part of parts.slice(0, 200) as unknown[]) {
      if (!Array.isArray(part)) continue;
      const [id, hash, nodes, shallow] = part as number[];
      if (typeof id !== "number" || typeof nodes !== "number") continue;
      const root = mirror.getNode(id);
      // The page's own script compares much smaller parts.
      if (shallow !== 1 && ((root as Element | null)?.getElementsByTagName?.("*").length ?? 0) > LARGEST) continue;
      const same = !!root && fingerprint(root, tree, shallow === 1).hash === hash;
      if (!same) wrong.push(id);
      this.#compared = this.#compared.filter((one) => one.id !== id);
      this.#compared.push({ id, nodes, same });
    }
    this.#compared.splice(0, this.#compared.length - REMEMBERED);
    for (const id of wrong) this.ears.resync(id);
    const sum = (all: { nodes: number }[]) => all.reduce((total, { nodes }) => total + nodes, 0);
    this.ears.fidelity({ compared: sum(this.#compared), same: sum(this.#compared.filter(({ same }) => same)) });
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
