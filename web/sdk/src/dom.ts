/**
 * Our own islands in other people's pages: each is a closed shadow root, styled by a constructed sheet, which no site
 * policy blocks, under a host that keeps its place whatever the site's style sheets say.
 */

/** The page never breaks because of us: what fails in here is said and forgotten. */
export function guarded<Args extends unknown[]>(work: (...args: Args) => unknown): (...args: Args) => void {
  const say = (problem: unknown) => console.warn("Remote Support:", problem);
  return (...args) => {
    try {
      const result = work(...args);
      if (result instanceof Promise) result.catch(say);
    } catch (problem) {
      say(problem);
    }
  };
}

type Props = Record<string, unknown>;
type Child = Node | string | null | undefined | false;

export type Element = typeof element;

const TAG = "remote-support-ui";

const PLACE = `
:host { all: initial !important; display: block !important; position: fixed !important; z-index: 2147483647 !important;
  color-scheme: light dark !important; top: auto !important; width: 0 !important; height: 0 !important; }
`;

/** What all of our islands look like, down to the button; `PALETTE` is what larger ones add. */
export const LOOK = `
*, *::before, *::after { box-sizing: border-box; }
:host {
  --accent: #0b7a75; --accent-strong: #085f5b; --on-accent: #fff; --surface: #fff; --text: #171c26; --focus: #0b7a75;
  --font: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) { :host {
  --accent: #33b5ab; --accent-strong: #58cbc2; --on-accent: #04211f; --surface: #171a21; --text: #eef1f6;
  --focus: #8fe0d9; } }
button { font: inherit; color: inherit; cursor: pointer; border: 0; background: none; padding: 0; margin: 0;
  -webkit-tap-highlight-color: transparent; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
[hidden] { display: none !important; }
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; } }
`;

let open = false;

/** For tests only: roots that a test can look into. */
export function openRoots(): void {
  open = true;
}

export interface Island {
  host: HTMLElement;
  root: ShadowRoot;
  remove(): void;
}

export function mount(part: string, css: string): Island {
  const host = document.createElement(TAG);
  host.dataset.part = part;
  const root = host.attachShadow({ mode: open ? "open" : "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PLACE + LOOK + css);
  root.adoptedStyleSheets = [sheet];
  // The site's shortcuts and focus traps have no business with what happens in here.
  for (const type of OUR_OWN) root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  // In the site's own letters, where it has chosen some.
  const { fontFamily } = getComputedStyle(document.body);
  if (!/^"?(times|serif)/i.test(fontFamily)) host.style.setProperty("--font", fontFamily);
  document.documentElement.append(host);
  islands.add(host);
  guard();
  return {
    host,
    root,
    remove() {
      islands.delete(host);
      host.remove();
    },
  };
}

const OUR_OWN = (
  "keydown keyup keypress beforeinput input change focusin focusout paste copy cut click mousedown mouseup pointerdown " +
  "pointerup touchstart touchmove wheel dragenter dragover drop"
).split(" ");

const islands = new Set<HTMLElement>();

/** Comes back where a site that builds its page anew threw us out; with a site that insists it does not fight for ever. */
function guard(): void {
  watch ??= new MutationObserver(
    guarded(() => {
      for (const host of islands) {
        if (host.parentNode === document.documentElement || !patience) continue;
        patience--;
        document.documentElement.append(host);
      }
      guard();
    }),
  );
  watch.observe(document, { childList: true });
  watch.observe(document.documentElement, { childList: true });
}

let watch: MutationObserver | undefined;
let patience = 100;

export const OWN_UI = TAG;

/** Builds an element: functions become listeners, the rest attributes. Never markup, so that no site policy objects. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  return fill(document.createElement(name), props, children);
}

/** A 24 × 24 line icon. */
export function icon(path: string): SVGElement {
  const create = (name: string, props: Props) =>
    fill(document.createElementNS("http://www.w3.org/2000/svg", name), props);
  const svg = create("svg", {
    viewBox: "0 0 24 24",
    width: 24,
    height: 24,
    fill: "none",
    stroke: "currentColor",
    "stroke-width": 2,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    "aria-hidden": "true",
  });
  svg.append(create("path", { d: path }));
  return svg;
}

function fill<Made extends globalThis.Element>(made: Made, props: Props, children: Child[] = []): Made {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") made.addEventListener(name, guarded(value as EventListener));
    else if (value !== undefined && value !== null && value !== false)
      made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child) made.append(child);
  return made;
}
