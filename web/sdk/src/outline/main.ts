/** `/sdk/outline.js`: a page that is too busy or too large to be shown as it is, shown as boxes with words in them. */

import { guarded } from "../dom";
import { define } from "../host";
import { FULL_SNAPSHOT, META, type RecordedEvent } from "../recorder/events";
import { publicUrl } from "../url";

export interface OutlineOptions {
  hides(node: Node): boolean;
  emit(event: RecordedEvent): void;
  /** Milliseconds that it used. */
  spend(time: number): void;
}

export interface Outline {
  /** Draws again, whether or not anything has changed. */
  keyframe(): void;
  node(id: number): Node | null;
  stop(): void;
}

export interface OutlineScript {
  create(options: OutlineOptions): Outline;
}

const EVERY = 2_000;

/** Milliseconds for one drawing, elements looked at however long it takes, and boxes in it at most. */
const PATIENCE = 12;
const LEAST = 60;
const MOST = 400;
const WORDS = 120;

interface Drawn {
  kind: "text" | "image" | "field" | "button" | "private";
  box: DOMRect;
  words: string;
  element: Element;
}

const COLOURS = { text: "none", image: "#d5dde0", field: "#fff", button: "#d9ebe4", private: "#cfd6da" };

define("outline", (): OutlineScript => ({
  create({ hides, emit, spend }) {
    let drawn: Drawn[] = [];
    let last = "";

    function draw(anyway: boolean): void {
      const since = performance.now();
      drawn = look(hides, since + PATIENCE);
      const now = JSON.stringify(drawn.map(({ box, words }) => [box, words])) + scrollY;
      if (anyway || now !== last) {
        last = now;
        const { clientWidth: width, clientHeight: height } = document.documentElement;
        const timestamp = Date.now();
        emit({ type: META, timestamp, data: { href: publicUrl(location.href), width, height } } as RecordedEvent);
        const initialOffset = { top: 0, left: 0 };
        emit({
          type: FULL_SNAPSHOT,
          timestamp,
          data: { node: page(drawn), initialOffset },
        } as unknown as RecordedEvent);
      }
      spend(performance.now() - since);
    }

    // Right after a frame was drawn, when asking for sizes costs the page no layout of its own.
    const soon = guarded((anyway: boolean) => requestAnimationFrame(() => setTimeout(guarded(() => draw(anyway)))));
    soon(true);
    const timer = setInterval(() => soon(false), EVERY);

    return {
      keyframe: () => soon(true),
      node: (id) => drawn[id - FIRST]?.element ?? null,
      stop: () => clearInterval(timer),
    };
  },
}));

/** Ids of the page's own frame come before those of the boxes. */
const FIRST = 10;

/** What is on the screen, from the top down, until time or boxes run out. */
function look(hides: (node: Node) => boolean, until: number): Drawn[] {
  const found: Drawn[] = [];
  let looked = 0;
  const left: Element[] = document.body ? [document.body] : [];
  const { clientWidth, clientHeight } = document.documentElement;
  for (let element = left.pop(); element; element = left.pop()) {
    if (found.length >= MOST || (++looked > LEAST && performance.now() > until)) break;
    const box = element.getBoundingClientRect();
    const seen = box.bottom > 0 && box.right > 0 && box.top < clientHeight && box.left < clientWidth;
    const empty = !box.width || !box.height;
    if (!seen && !empty) continue;
    if (hides(element)) {
      if (!empty && element.localName !== "remote-support-ui") found.push({ kind: "private", box, words: "", element });
      continue;
    }
    const kind = kindOf(element);
    const words = kind === "text" || kind === "button" ? wordsOf(element) : "";
    if (!empty && (kind !== "text" || words)) found.push({ kind, box, words, element });
    if (kind === "text") {
      for (const parent of [element.shadowRoot, element]) {
        for (let child = parent?.lastElementChild; child; child = child.previousElementSibling) left.push(child);
      }
    }
  }
  return found;
}

function kindOf({ localName }: Element): Drawn["kind"] {
  if (/^(img|picture|video|canvas|svg|iframe)$/.test(localName)) return "image";
  if (/^(input|select|textarea)$/.test(localName)) return "field";
  return localName === "button" ? "button" : "text";
}

/** An element's own words, not those of the elements in it. */
function wordsOf(element: Element): string {
  if (/^(script|style|noscript|template)$/.test(element.localName)) return "";
  const own =
    element.localName === "button" ? [element] : [...element.childNodes].filter(({ nodeType }) => nodeType === 3);
  return own
    .map((node) => node.textContent ?? "")
    .join(" ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, WORDS);
}

function page(drawn: Drawn[]): unknown {
  const make = (id: number, tagName: string, style: string, ...childNodes: unknown[]) => ({
    type: 2,
    id,
    tagName,
    attributes: style ? { style } : {},
    childNodes,
  });
  const boxes = drawn.map(({ kind, box, words }, index) => {
    const place = [box.left, box.top, box.width, box.height].map(Math.round);
    const look =
      `position:fixed;left:${place[0]}px;top:${place[1]}px;width:${place[2]}px;height:${place[3]}px;overflow:hidden;` +
      `border-radius:4px;background:${COLOURS[kind]};${kind === "field" ? "border:1px solid #b6c0c4;" : ""}`;
    const text = words ? [{ type: 3, id: FIRST + MOST * 2 + index, textContent: words }] : [];
    return make(FIRST + index, "div", look, ...text);
  });
  const body = make(
    4,
    "body",
    "margin:0;background:#f6f7f8;color:#3a464c;font:13px/1.35 system-ui,sans-serif",
    ...boxes,
  );
  return {
    type: 0,
    id: 1,
    childNodes: [
      { type: 1, id: 5, name: "html", publicId: "", systemId: "" },
      make(2, "html", "", make(3, "head", ""), body),
    ],
  };
}
