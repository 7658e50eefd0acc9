import { describe, expect, it } from "vitest";
import { CHARACTERS, NODES, Trust } from "../src/stage/trust";

const element = (tagName: string, attributes: object = {}, childNodes: unknown[] = []) => ({
  type: 2,
  id: 5,
  tagName,
  attributes,
  childNodes,
});

const picture = (...nodes: unknown[]) => ({
  type: 2,
  timestamp: 1,
  data: { node: { type: 0, id: 1, childNodes: nodes }, initialOffset: { top: 0, left: 0 } },
});

const change = (data: object) => ({ type: 3, timestamp: 1, data });
const mutation = { source: 0, adds: [], removes: [], texts: [], attributes: [] };

function accepted(...events: unknown[]) {
  const trust = new Trust();
  return { events: JSON.stringify(trust.accept(events)), refused: trust.refused };
}

describe("what a customer's page sends", () => {
  it("comes in as it is when it is a picture", () => {
    const good = [
      picture(element("p", { class: "a" }, [{ type: 3, id: 6, textContent: "Hello" }])),
      change({ ...mutation, texts: [{ id: 6, value: "Bye" }] }),
      change({ source: 3, id: 5, x: 0, y: 10 }),
    ];

    expect(accepted(...good)).toEqual({ events: JSON.stringify(good), refused: {} });
  });

  it.each([
    ["a handler", element("img", { onerror: "alert(1)" }), "alert"],
    ["a document in an attribute", element("iframe", { srcdoc: "<script>alert(1)</script>" }), "alert"],
    ["an address that is a script", element("a", { href: "java\nscript:alert(1)" }), "alert"],
    ["a page in a frame", element("iframe", { src: "https://elsewhere.example" }), "elsewhere"],
    ["a document as a picture", element("img", { src: "data:text/html,alert(1)" }), "alert"],
    [
      "a script",
      element("script", { src: "https://elsewhere.example/x.js" }, [{ type: 3, id: 7, textContent: "alert(1)" }]),
      "alert",
    ],
    ["an object", element("object", { data: "https://elsewhere.example" }), "elsewhere"],
    [
      "a redirect",
      element("meta", { "http-equiv": "refresh", content: "0;url=https://elsewhere.example" }),
      "elsewhere",
    ],
    ["another base", element("base", { href: "https://elsewhere.example" }), "elsewhere"],
    ["a preload", element("link", { rel: "preload", href: "https://elsewhere.example" }), "elsewhere"],
  ])("comes in without %s", (_, node, dangerous) => {
    const { events } = accepted(picture(node), change({ ...mutation, adds: [{ parentId: 1, nextId: null, node }] }));

    expect(events).not.toContain(dangerous);
    expect(JSON.parse(events)).toHaveLength(2);
  });

  it("comes in without handlers that are added later", () => {
    const attributes = [{ id: 5, attributes: { onclick: "alert(1)", title: "kept" } }];
    const { events, refused } = accepted(change({ ...mutation, attributes }));

    expect(events).not.toContain("alert");
    expect(events).toContain("kept");
    expect(refused).toEqual({ active: 1 });
  });

  it.each([
    ["drawing commands", change({ source: 9, id: 5, type: 0, commands: [{ property: "drawImage", args: [] }] })],
    ["changes unheard of", change({ source: 77 })],
    ["events unheard of", { type: 6, data: {} }],
    ["no object", "forged"],
    ["nothing", null],
    ["a change without lists", change({ source: 0 })],
    ["an id that is none", change({ ...mutation, texts: [{ id: "5", value: "x" }] })],
    ["a node that is none", picture({ type: 9, id: 3 })],
    ["a text that is none", picture({ type: 3, id: 3, textContent: { toString: "x" } })],
  ])("is refused and counted when it is %s", (_, event) => {
    expect(accepted(event)).toEqual({ events: "[]", refused: { shape: 1 } });
  });

  it("is refused when it has more nodes than a console can bear", () => {
    const many = Array.from({ length: NODES + 1 }, (_, id) => ({ type: 3, id, textContent: "" }));

    const event = picture();
    event.data.node.childNodes = many;

    expect(accepted(event)).toEqual({ events: "[]", refused: { size: 1 } });
  });

  it("is refused when it is deeper than any page", () => {
    let node = element("div");
    for (let depth = 0; depth < 1_000; depth++) node = element("div", {}, [node]);

    expect(accepted(picture(node))).toEqual({ events: "[]", refused: { size: 1 } });
  });

  it("is refused when its changes add up to more than a console can bear, until a picture begins anew", () => {
    const trust = new Trust();
    const page = picture(element("p", {}, [{ type: 3, id: 6, textContent: "x" }]));
    const long = change({ ...mutation, texts: [{ id: 6, value: "x".repeat(1_000_000) }] });
    const wide = change({ ...mutation, attributes: [{ id: 5, attributes: { class: "x".repeat(1_000_000) } }] });
    trust.accept([page]);
    for (let count = 2; count < CHARACTERS / 1_000_000; count += 2) trust.accept([long, wide]);
    expect(trust.refused).toEqual({});

    expect(trust.accept([wide, long, wide])).toHaveLength(1);
    expect(trust.refused).toEqual({ size: 2 });

    expect(trust.accept([page, long])).toHaveLength(2);
  });

  it("is refused when one text is a book", () => {
    expect(accepted(picture({ type: 3, id: 3, textContent: "x".repeat(3_000_000) }))).toEqual({
      events: "[]",
      refused: { size: 1 },
    });
  });
});
