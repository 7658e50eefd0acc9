// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { nextField } from "../src/tabbing";

beforeEach(() => {
  // jsdom lays nothing out.
  vi.spyOn(Element.prototype, "getClientRects").mockReturnValue([{}] as unknown as DOMRectList);
});

afterEach(() => vi.restoreAllMocks());

function page(html: string): void {
  document.body.innerHTML = html;
}

/** Names of what Tab reaches one after the other, from one field round to it again. */
function way(from: Element, back = false): string {
  const names: string[] = [];
  let at = from as HTMLElement;
  do {
    names.push(at.id);
    at = nextField(at, back, document) as HTMLElement;
  } while (at !== from && names.length < 20);
  return names.join(" ");
}

const get = (id: string) => document.getElementById(id) as HTMLElement;

it("Tab goes on in the order of the page, past what it does not reach, and back", () => {
  page(
    `<input id="a"><input id="off" disabled><i id="skipped" tabindex="-1"></i><a id="b" href="#x">x</a><p id="c" tabindex="0"></p>`,
  );

  expect(way(get("a"))).toBe("a b c");
  expect(way(get("a"), true)).toBe("a c b");
});

it("numbered places come first", () => {
  page(`<input id="a"><input id="second" tabindex="2"><input id="first" tabindex="1">`);

  expect(way(get("first"))).toBe("first second a");
});

it("Tab goes into shadow roots, in the place of their host, and to what stands in their slots", () => {
  page(`<input id="before"><x-part id="host"><input id="slotted"></x-part><input id="after">`);
  get("host").attachShadow({ mode: "open" }).innerHTML =
    `<button id="inside"></button><slot></slot><button id="last"></button>`;

  expect(way(get("before"))).toBe("before inside slotted last after");
});

it("Tab passes a host that takes no focus, with all that is in it", () => {
  page(`<input id="before"><x-part id="host" tabindex="-1"></x-part><input id="after">`);
  get("host").attachShadow({ mode: "open" }).innerHTML = `<button id="inside"></button>`;

  expect(way(get("before"))).toBe("before after");
});

it("Tab goes into frames and out of them", () => {
  page(`<input id="before"><iframe id="frame"></iframe><input id="after">`);
  const inner = (get("frame") as HTMLIFrameElement).contentDocument as Document;
  inner.body.innerHTML = `<input id="framed">`;
  (inner.body.firstChild as Element).getClientRects = Element.prototype.getClientRects;

  expect(way(get("before"))).toBe("before framed after");
});
