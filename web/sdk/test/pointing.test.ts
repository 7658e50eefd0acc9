import { beforeEach, describe, expect, it } from "vitest";
import { click, events, forget, listen, order } from "./orders";
import { get, page } from "./page";

beforeEach(forget);

describe("a remote pointer", () => {
  it("enters and leaves what it comes over, as a real one does", async () => {
    page(`<ul><li id="a">A</li><li id="b">B</li></ul>`);
    for (const id of ["a", "b"])
      for (const type of ["mouseenter", "mouseleave", "mouseover"])
        get(`#${id}`).addEventListener(type, () => events.push(`${id} ${type}`));
    listen(get("ul"), "mouseenter", "mouseleave");

    await order(get("#a"), { type: "control.point", x: 0.5, y: 0.5 });
    await order(get("#b"), { type: "control.point", x: 0.5, y: 0.5 });

    expect(events).toEqual([
      "a mouseover",
      "mouseenter",
      "a mouseenter",
      "a mouseleave",
      "b mouseover",
      "b mouseenter",
    ]);
  });

  it("does not come over what is private", async () => {
    page(`<p data-private>Secret</p>`);
    listen(get("p"), "mouseover");

    expect(await order(get("p"), { type: "control.point", x: 0, y: 0 })).toEqual({
      outcome: "refused",
      reason: "private",
    });
    expect(events).toEqual([]);
  });
});

describe("a remote drag", () => {
  const path = [
    { node: 2, x: 0.2, y: 0.5 },
    { node: 2, x: 0.8, y: 0.5 },
  ];

  it("presses, moves and lets go, and says whose pointer it is to whoever captures it", async () => {
    page(`<div id="knob"></div><div id="rail"></div>`);
    const knob = get<HTMLElement>("#knob");
    knob.addEventListener("pointerdown", ({ pointerId }) => knob.setPointerCapture(pointerId));
    listen(knob, "pointerdown", "mousedown", "pointermove", "pointerup", "mouseup");

    const outcome = await order(knob, { type: "control.drag", x: 0, y: 0, path }, { others: [get("#rail")] });

    expect(outcome).toEqual({ outcome: "done" });
    expect(events).toEqual(["pointerdown", "mousedown", "pointermove", "pointermove", "pointerup", "mouseup"]);
    expect(Object.hasOwn(knob, "setPointerCapture")).toBe(false);
  });

  it("stops where the grant is taken back on the way", async () => {
    page(`<div id="knob"></div><div id="rail"></div>`);
    let moves = 0;
    get("#rail").addEventListener("pointermove", () => moves++);
    listen(get("#rail"), "pointerup");

    const outcome = await order(
      get("#knob"),
      { type: "control.drag", x: 0, y: 0, path },
      { others: [get("#rail")], allowed: () => moves === 0 },
    );

    expect(outcome).toEqual({ outcome: "refused", reason: "not-granted" });
    expect(events).toEqual([]);
  });

  it.each([
    ["is gone", `<div id="knob"></div>`, { outcome: "missing" }],
    ["is private", `<div id="knob"></div><p id="end" data-private></p>`, { outcome: "missing" }],
    ["is guarded", `<div id="knob"></div><p id="end" class="pay"></p>`, { outcome: "refused", reason: "guarded" }],
  ])("does not begin when its end %s", async (_what, html, outcome) => {
    page(html);
    listen(get("#knob"), "pointerdown");
    const others = [...document.querySelectorAll("#end")];

    expect(await order(get("#knob"), { type: "control.drag", x: 0, y: 0, path }, { others })).toEqual(outcome);
    expect(events).toEqual([]);
  });
});

describe("what lies in a shadow root", () => {
  /** A host whose root has one thing in it, which the browser finds at every place; for the host's own text it names the host. */
  function host(html: string, text = ""): { host: HTMLElement; inner: HTMLElement } {
    page(`<x-part>${text}</x-part>`);
    const host = get("x-part");
    const root = host.attachShadow({ mode: "open" });
    root.innerHTML = html;
    const inner = root.firstElementChild as HTMLElement;
    root.elementFromPoint = () => (text ? host : inner);
    return { host, inner };
  }

  it("is what a click on the host presses", async () => {
    const { host: target, inner } = host(`<button>Go</button>`);
    listen(inner, "mousedown", "focus", "click");

    expect(await click(target)).toEqual({ outcome: "done" });
    expect(events).toEqual(["mousedown", "focus", "click"]);
  });

  it("is pressed by a click on the host's own text, too, which stands in a slot of it", async () => {
    const { host: target, inner } = host(`<button><slot></slot></button>`, "Go");
    listen(inner, "mousedown", "focus", "click");

    await click(target);

    expect(events).toEqual(["mousedown", "focus", "click"]);
  });

  it.each([
    ["private", `<p data-private>x</p>`, { outcome: "refused", reason: "private" }],
    ["guarded", `<button data-guarded>Pay</button>`, { outcome: "proposed", words: "Pay" }],
  ])("is not touched where it is %s", async (_what, html, outcome) => {
    const { host: target, inner } = host(html);
    listen(inner, "pointerdown", "click");

    expect(await click(target)).toEqual(outcome);
    expect(events).toEqual([]);
  });

  it("is not touched if it became private during the highlight", async () => {
    const { host: target, inner } = host(`<button>Go</button>`);
    listen(inner, "click");
    const late = document.createElement("p");
    late.dataset.private = "";

    const outcome = await order(
      target,
      { type: "control.click", x: 0, y: 0, button: 0 },
      {
        allowed() {
          inner.replaceWith(late);
          (target.shadowRoot as ShadowRoot).elementFromPoint = () => late;
          return true;
        },
      },
    );

    expect(outcome).toEqual({ outcome: "missing" });
  });

  it("is moved over without leaving the host", async () => {
    page(`<x-part></x-part>`);
    const root = get("x-part").attachShadow({ mode: "open" });
    root.innerHTML = `<i></i><b></b>`;
    listen(get("x-part"), "mouseenter", "mouseleave");

    await order(root.querySelector("i"), { type: "control.point", x: 0.5, y: 0.5 });
    await order(root.querySelector("b"), { type: "control.point", x: 0.5, y: 0.5 });

    expect(events).toEqual(["mouseenter"]);
  });
});
