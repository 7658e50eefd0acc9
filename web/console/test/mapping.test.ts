import { afterEach, describe, expect, it, vi } from "vitest";
import { boxOf, elementAt, fit, known, scrollableFrom, toPage, within, withinScroll } from "../src/stage/mapping";
import { targetOf } from "../src/stage/target";

afterEach(() => {
  document.body.innerHTML = "";
});

function placed(element: Element, left: number, top: number, width: number, height: number): void {
  element.getBoundingClientRect = () => new DOMRect(left, top, width, height);
}

// jsdom has no layout: what lies under a point is said here.
function under(root: DocumentOrShadowRoot, find: (x: number, y: number) => Element | null): void {
  (root as { elementFromPoint: unknown }).elementFromPoint = vi.fn(find);
}

describe("fit", () => {
  it("draws a page smaller, in its own shape, in the middle", () => {
    expect(fit({ width: 1280, height: 800 }, { width: 640, height: 600 })).toEqual({
      scale: 0.5,
      width: 640,
      height: 400,
      left: 0,
      top: 100,
    });
  });

  it("never draws a page larger than life", () => {
    expect(fit({ width: 390, height: 844 }, { width: 1000, height: 1000 }).scale).toBe(1);
  });
});

describe("from the screen to the page", () => {
  it("takes place and scale into account", () => {
    expect(toPage({ x: 300, y: 150 }, { left: 100, top: 50 }, 0.5)).toEqual({ x: 400, y: 200 });
  });

  it("says where within an element", () => {
    expect(within({ left: 100, top: 100, width: 50, height: 20 }, { x: 125, y: 105 })).toEqual({ x: 0.5, y: 0.25 });
  });

  it("stays within the element's edges, and in the middle of one without size", () => {
    expect(within({ left: 0, top: 0, width: 10, height: 0 }, { x: 99, y: 5 })).toEqual({ x: 1, y: 0.5 });
  });
});

describe("elementAt", () => {
  it("looks into shadow roots", () => {
    const host = document.body.appendChild(document.createElement("div"));
    const root = host.attachShadow({ mode: "open" });
    const inner = root.appendChild(document.createElement("button"));
    under(document, () => host);
    under(root, () => inner);

    expect(elementAt(document, { x: 5, y: 5 })).toBe(inner);
  });

  it("looks into frames of the same origin, in their own coordinates", () => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    const inside = frame.contentDocument as Document;
    const button = inside.body.appendChild(inside.createElement("button"));
    placed(frame, 100, 50, 300, 200);
    under(document, () => frame);
    under(inside, (x, y) => (x === 20 && y === 30 ? button : null));

    expect(elementAt(document, { x: 120, y: 80 })).toBe(button);
  });

  it("is the frame itself where nothing of it was recorded", () => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    under(document, () => frame);
    under(frame.contentDocument as Document, () => null);

    expect(elementAt(document, { x: 1, y: 1 })).toBe(frame);
  });
});

describe("boxOf", () => {
  it("is where it is drawn in the top document", () => {
    const element = document.body.appendChild(document.createElement("p"));
    placed(element, 3, 4, 5, 6);

    expect(boxOf(element)).toEqual({ left: 3, top: 4, width: 5, height: 6 });
  });
});

describe("known", () => {
  it("is the nearest element that was recorded, also across a shadow root", () => {
    const host = document.body.appendChild(document.createElement("div"));
    const inner = host.attachShadow({ mode: "open" }).appendChild(document.createElement("b"));
    const mirror = { getId: (node: Node) => (node === host ? 7 : -1), getNode: () => null, getMeta: () => null };

    expect(known(mirror, inner)).toEqual({ element: host, id: 7 });
  });
});

describe("scrolling", () => {
  it("moves the nearest element that can go further, else the page", () => {
    const box = document.body.appendChild(document.createElement("div"));
    box.style.overflowY = "auto";
    const line = box.appendChild(document.createElement("p"));
    Object.defineProperties(box, { scrollHeight: { value: 500 }, clientHeight: { value: 100 } });

    expect(scrollableFrom(line, 0, 10)).toEqual({ element: box, page: false });
    expect(scrollableFrom(line, 0, -10)?.page).toBe(true);
  });

  it("goes no further than there is", () => {
    const box = document.createElement("div");
    Object.defineProperties(box, { scrollHeight: { value: 500 }, clientHeight: { value: 100 } });

    expect(withinScroll(box, { x: 0, y: 440 })).toEqual({ x: 0, y: 400 });
  });

  it("goes the other way from right to left", () => {
    const box = document.body.appendChild(document.createElement("div"));
    box.style.cssText = "direction: rtl; overflow-x: auto";
    Object.defineProperties(box, { scrollWidth: { value: 500 }, clientWidth: { value: 100 } });

    expect(scrollableFrom(box, -10, 0)?.element).toBe(box);
    expect(scrollableFrom(box, 10, 0)?.page).toBe(true);
    expect(withinScroll(box, { x: -440, y: 0 })).toEqual({ x: -400, y: 0 });
    box.remove();
  });
});

describe("targetOf", () => {
  const target = (html: string) => {
    document.body.innerHTML = html;
    return targetOf(document.body.firstElementChild as Element);
  };

  it("knows what can be typed into", () => {
    expect(target("<input type=email>")).toEqual({ kind: "text", multiline: false, type: "text" });
    expect(target("<input type=date>")).toEqual({ kind: "text", multiline: false, type: "date" });
    expect(target("<textarea></textarea>")).toEqual({ kind: "text", multiline: true, type: "text" });
    expect(target("<input type=checkbox>")).toEqual({ kind: "other" });
    expect(target("<input readonly>")).toEqual({ kind: "other" });
  });

  it("lists the options of a list", () => {
    expect(target("<select><option value=a>A<option value=b selected disabled>B</select>")).toEqual({
      kind: "list",
      multiple: false,
      options: [
        { value: "a", label: "A", disabled: false },
        { value: "b", label: "B", disabled: true },
      ],
      chosen: ["b"],
    });
  });

  it.each([
    ["a password", "<input type=password>"],
    ["a security code", "<input autocomplete='section-a cc-csc'>"],
    ["a masked value", "<input value='••••••••'>"],
    ["a private part", "<div data-remote-support-private></div>"],
    ["a file", "<input type=file>"],
  ])("leaves %s to the customer", (_what, html) => {
    expect(target(html).kind).toBe("private");
  });
});
