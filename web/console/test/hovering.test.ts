import { beforeEach, expect, it } from "vitest";
import { Hovering } from "../src/stage/hovering";

let under: Element | null;

beforeEach(() => {
  document.body.innerHTML = `<ul id="menu"><li id="a"><x-part></x-part></li><li id="b"></li></ul><p id="else"></p>`;
  document.elementFromPoint = () => under;
});

const get = (selector: string) => document.querySelector(selector) as Element;
const marked = () => [...document.querySelectorAll(".\\:hover")].map(({ id, localName }) => id || localName);

it("marks what the customer's pointer is on and what is around it, and no more once it has moved on", () => {
  const hovering = new Hovering();

  under = get("#a");
  hovering.over(document, { x: 1, y: 1 });
  expect(marked()).toEqual(["html", "body", "menu", "a"]);
  under = get("#b");
  hovering.over(document, { x: 1, y: 1 });
  expect(marked()).toEqual(["html", "body", "menu", "b"]);
  under = null;
  hovering.over(document, { x: 1, y: 1 });

  expect(marked()).toEqual([]);
});

it("marks through shadow roots", () => {
  const root = get("x-part").attachShadow({ mode: "open" });
  root.innerHTML = "<i></i>";
  const inner = root.firstElementChild as Element;
  root.elementFromPoint = () => inner;

  under = get("x-part");
  new Hovering().over(document, { x: 1, y: 1 });

  expect(inner.className).toBe(":hover");
  expect(marked()).toContain("x-part");
});

it("takes back what a click of before has marked", () => {
  get("#else").classList.add(":hover");

  under = get("#a");
  new Hovering().over(document, { x: 1, y: 1 });

  expect(marked()).not.toContain("else");
});
