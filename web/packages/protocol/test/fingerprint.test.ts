// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { fingerprint, parts } from "../src/fingerprint";

function page(html: string): HTMLElement {
  const root = document.createElement("div");
  root.innerHTML = html;
  return root;
}

/** Ids in the order of the document, as both sides give them. */
function tree(root: Node) {
  const ids = new Map<Node, number>();
  const number = (node: Node) => {
    ids.set(node, ids.size + 1);
    node.childNodes.forEach(number);
  };
  number(root);
  return {
    idOf: (node: Node) => ids.get(node) ?? -1,
    isPrivate: (element: Element) => element.matches("[data-private]"),
  };
}

const of = (html: string, shallow = false) => {
  const root = page(html);
  return fingerprint(root, tree(root), shallow).hash;
};

describe("the fingerprint of a part of the page", () => {
  const whole = "<p>One <b>two</b></p><ul><li>three</li></ul>";

  it("is the same for the same", () => expect(of(whole)).toBe(of(whole)));

  it.each([
    ["another text", "<p>One <b>2</b></p><ul><li>three</li></ul>"],
    ["another element", "<p>One <i>two</i></p><ul><li>three</li></ul>"],
    ["another order", "<ul><li>three</li></ul><p>One <b>two</b></p>"],
    ["less", "<p>One <b>two</b></p>"],
  ])("is another for %s", (_, html) => expect(of(html)).not.toBe(of(whole)));

  it("is the same under the numbers of the page around a frame", () => {
    const root = page(whole);
    const own = tree(root);
    const shifted = { ...own, idOf: (node: Node) => own.idOf(node) + 2 ** 24 };

    expect(fingerprint(root, shifted)).toEqual(fingerprint(root, own));
  });

  it("says nothing of what is private", () => {
    expect(of("<p data-private>1</p>")).toBe(of("<p data-private>2</p>"));
  });

  it("of a large element says what its children are, not what is in them", () => {
    expect(of("<p><b>1</b></p>", true)).toBe(of("<p><b>2</b></p>", true));
    expect(of("<p></p>", true)).not.toBe(of("<div></div>", true));
  });

  it("is taken of parts that are not too large", () => {
    const root = page(`<ul>${"<li><b>x</b></li>".repeat(20)}</ul><p>y</p>`);

    const found = parts(root, 10);

    expect(found.filter(({ shallow }) => shallow).map(({ root: { localName } }) => localName)).toEqual(["div", "ul"]);
    expect(found.filter(({ shallow }) => !shallow)).toHaveLength(21);
  });
});
