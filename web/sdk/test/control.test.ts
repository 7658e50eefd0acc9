import { beforeEach, describe, expect, it, vi } from "vitest";
import { caret } from "../src/hands/caret";
import { drag } from "../src/hands/drag";
import { point } from "../src/hands/hover";
import { press } from "../src/hands/press";
import { control, type Outcome } from "../src/recorder/control";
import { Guard } from "../src/recorder/guard";
import type { Order } from "../src/recorder/main";
import { Privacy } from "../src/recorder/privacy";
import { get, page } from "./page";

type Bare<One> = One extends unknown ? Omit<One, "from" | "participant" | "command" | "node"> : never;

const privacy = new Privacy([".masked"], { knows: (field) => field.id === "once-a-password", watch: () => undefined });
const touch = vi.fn(() => Promise.resolve());
let events: string[];

const guard = new Guard([".pay"], privacy);

interface Rest {
  allowed?: () => boolean;
  agreed?: boolean;
  /** Other nodes than the target, from 2 on. */
  others?: Node[];
}

function order(target: Node | null, bare: Bare<Order>, rest: Rest = {}): Promise<Outcome> {
  const { allowed = () => true, agreed, others = [] } = rest;
  return control({ from: "f", participant: "p", command: "c", node: 1, ...bare } as Order, {
    privacy,
    guard,
    allowed,
    agreed,
    touch,
    node: (id) => (id === 1 ? target : (others[id - 2] ?? null)),
    hands: () =>
      Promise.resolve({ point, caret, drag, press, draw: () => undefined, propose: () => Promise.resolve(false) }),
  });
}

const click = (target: Node | null, button = 0) => order(target, { type: "control.click", x: 0.5, y: 0.5, button });
const write = (target: Node | null, value: string) => order(target, { type: "control.input", value });
const key = (target: Node | null, key: string, more = {}) =>
  order(target, { type: "control.key", key, code: "", alt: false, ctrl: false, meta: false, shift: false, ...more });

function listen(target: Element, ...types: string[]): void {
  for (const type of types) target.addEventListener(type, () => events.push(type));
}

beforeEach(() => {
  events = [];
  touch.mockClear();
});

describe("a remote click", () => {
  it("is the sequence of a real one, after a highlight", async () => {
    page(`<button>Buy</button>`);
    listen(get("button"), "pointerdown", "mousedown", "focus", "pointerup", "mouseup", "click");

    const outcome = await click(get("button"));

    expect(outcome).toEqual({ outcome: "done" });
    expect(touch).toHaveBeenCalledWith(get("button"), true);
    expect(events).toEqual(["pointerdown", "mousedown", "focus", "pointerup", "mouseup", "click"]);
  });

  it("ticks a checkbox, submits a form, follows a label", async () => {
    page(`<form><input type="checkbox" id="c"><label for="c">Yes</label><button>Go</button></form>`);
    const submitted = vi.fn((event: Event) => event.preventDefault());
    get("form").addEventListener("submit", submitted);

    await click(get("label"));
    await click(get("button"));

    expect(get<HTMLInputElement>("#c").checked).toBe(true);
    expect(submitted).toHaveBeenCalledOnce();
  });

  it("with the right button opens the menu and does not click", async () => {
    page(`<p>Text</p>`);
    listen(get("p"), "click", "contextmenu");

    await click(get("p"), 2);

    expect(events).toEqual(["contextmenu"]);
  });

  it("twice in a row is a double click", async () => {
    page(`<p>Text</p>`);
    listen(get("p"), "dblclick");

    await click(get("p"));
    await click(get("p"));

    expect(events).toEqual(["dblclick"]);
  });

  it("is told to be missing when the element is gone", async () => {
    page(`<button>Buy</button>`);
    const gone = get("button");
    gone.remove();

    expect(await click(gone)).toEqual({ outcome: "missing" });
    expect(await click(null)).toEqual({ outcome: "missing" });
  });

  it("does not happen when the grant is taken back during the highlight", async () => {
    page(`<button>Buy</button>`);
    listen(get("button"), "click");

    const outcome = await order(
      get("button"),
      { type: "control.click", x: 0, y: 0, button: 0 },
      { allowed: () => false },
    );

    expect(outcome).toEqual({ outcome: "refused", reason: "not-granted" });
    expect(events).toEqual([]);
  });
});

describe("what must not be touched", () => {
  it.each([
    ["a password", `<input id="it" type="password">`, "private"],
    ["what once was a password", `<input id="once-a-password" class="it">`, "private"],
    ["a card number", `<input id="it" autocomplete="cc-number">`, "private"],
    ["a private field", `<div data-private><input id="it"></div>`, "private"],
    ["a field that the site masks", `<div class="masked"><input id="it"></div>`, "private"],
    ["a hidden field", `<input id="it" type="hidden">`, "private"],
    ["a file field", `<input id="it" type="file">`, "file"],
    ["the label of a file field", `<label id="it">Photo <input type="file"></label>`, "file"],
    ["a disabled button", `<button id="it" disabled>Go</button>`, "disabled"],
    ["our own islands", `<remote-support-ui id="it"></remote-support-ui>`, "private"],
  ])("%s", async (_what, html, reason) => {
    page(html);
    const target = get("#it, .it");

    expect(await click(target)).toEqual({ outcome: "refused", reason });
    expect(await key(target, "a")).toEqual({ outcome: "refused", reason });
    expect(touch).not.toHaveBeenCalled();
  });

  it("is refused inside a shadow root of something private, too", async () => {
    page(`<div data-private id="host"></div>`);
    const root = get("#host").attachShadow({ mode: "open" });
    root.innerHTML = "<button>x</button>";

    expect(await click(root.querySelector("button"))).toEqual({ outcome: "refused", reason: "private" });
  });
});

describe("remote typing", () => {
  it("goes past a framework's own setter and tells it", async () => {
    page(`<input id="name">`);
    const field = get<HTMLInputElement>("#name");
    const own = vi.fn();
    Object.defineProperty(field, "value", { configurable: true, get: () => "tracked", set: own });
    listen(field, "input");

    await write(field, "Jo");

    expect(own).not.toHaveBeenCalled();
    expect(events).toEqual(["input"]);
    delete (field as { value?: string }).value;
    expect(field.value).toBe("Jo");
  });

  it("says change when typing is over", async () => {
    page(`<input id="name"><button>Go</button>`);
    listen(get("#name"), "input", "change");

    await write(get("#name"), "J");
    await write(get("#name"), "Jo");
    await click(get("button"));

    expect(events).toEqual(["input", "input", "change"]);
  });

  it("fills a textarea and refuses what cannot be typed into", async () => {
    page(`<textarea></textarea><input id="ro" readonly><p>Text</p>`);

    expect(await write(get("textarea"), "a\nb")).toEqual({ outcome: "done" });
    expect(get<HTMLTextAreaElement>("textarea").value).toBe("a\nb");
    expect(await write(get("#ro"), "x")).toEqual({ outcome: "refused", reason: "read-only" });
    expect(await write(get("p"), "x")).toEqual({ outcome: "refused", reason: "not-editable" });
  });
});

describe("a remote key", () => {
  it("types at the caret and deletes", async () => {
    page(`<input id="name" value="ac">`);
    const field = get<HTMLInputElement>("#name");
    field.setSelectionRange(1, 1);

    await key(field, "b");
    expect(field.value).toBe("abc");
    await key(field, "Backspace");
    expect(field.value).toBe("ac");
    await key(field, "Delete");
    expect(field.value).toBe("a");
  });

  it("does nothing where the page prevents it", async () => {
    page(`<input id="name">`);
    get("#name").addEventListener("keydown", (event) => event.preventDefault());

    await key(get("#name"), "b");

    expect(get<HTMLInputElement>("#name").value).toBe("");
  });

  it.each([
    ["ArrowRight", "ArrowRight", [39, 39]],
    ["o", "KeyO", [79, 111, 79]],
    ["?", "Slash", [191, 63, 191]],
    ["F2", "F2", [113, 113]],
    ["Enter", "Enter", [13, 13, 13]],
  ])("%s has the number that sites of an older kind read", async (name, code, numbers) => {
    page(`<main tabindex="0"></main>`);
    const read: unknown[] = [];
    for (const type of ["keydown", "keypress", "keyup"])
      get("main").addEventListener(type, ({ which, keyCode }: Event & { which?: number; keyCode?: number }) =>
        read.push([which, keyCode]),
      );

    await key(get("main"), name, { code });

    expect(read).toEqual(numbers.map((number) => [number, number]));
  });

  it("Enter submits by the form's button, Tab moves on, space ticks", async () => {
    page(`<form><input id="a"><input id="b" type="checkbox"><button name="go">Go</button></form>`);
    const submitted = vi.fn((event: Event) => event.preventDefault());
    get("form").addEventListener("submit", submitted);
    for (const one of document.querySelectorAll("input")) one.getClientRects = () => [{}] as unknown as DOMRectList;

    await key(get("#a"), "Enter");
    await key(get("#a"), "Tab");
    await key(get("#b"), " ");

    expect((submitted.mock.calls[0]?.[0] as SubmitEvent).submitter).toBe(get("button"));
    expect(document.activeElement).toBe(get("#b"));
    expect(get<HTMLInputElement>("#b").checked).toBe(true);
  });
});

describe("a remote choice", () => {
  it("selects an option and tells the page", async () => {
    page(`<select><option value="a">A</option><option value="b">B</option></select>`);
    listen(get("select"), "input", "change");

    expect(await order(get("select"), { type: "control.select", values: ["b"] })).toEqual({ outcome: "done" });
    expect(get<HTMLSelectElement>("select").value).toBe("b");
    expect(events).toEqual(["input", "change"]);
    expect(await order(get("select"), { type: "control.select", values: ["c"] })).toEqual({
      outcome: "refused",
      reason: "no-such-option",
    });
  });

  it("selects several where several may be", async () => {
    page(`<select multiple><option>a</option><option>b</option><option>c</option></select>`);

    await order(get("select"), { type: "control.select", values: ["a", "c"] });

    expect([...get<HTMLSelectElement>("select").selectedOptions].map(({ value }) => value)).toEqual(["a", "c"]);
  });
});

it("a remote scroll moves the page or an element", async () => {
  page(`<div id="list"></div>`);
  const scrollTo = vi.fn();
  get("#list").scrollTo = scrollTo;
  document.documentElement.scrollTo = scrollTo;

  await order(get("#list"), { type: "control.scroll", x: 0, y: 40 });
  await order(document, { type: "control.scroll", x: 0, y: 80 });

  expect(scrollTo.mock.calls.map(([where]) => (where as ScrollToOptions).top)).toEqual([40, 80]);
});

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

describe("what is guarded", () => {
  it.each([
    ["by the site", `<button id="it" class="pay">Pay now</button>`, "Pay now"],
    ["by a mark around it", `<div data-guarded><a id="it" href="#x">Delete all</a></div>`, "Delete all"],
    ["because it sends a password", `<form><input type="password"><button id="it">Sign in</button></form>`, "Sign in"],
    [
      "because it sends a card number",
      `<form><input autocomplete="cc-number"><input type="submit" id="it" value="Buy"></form>`,
      "Buy",
    ],
  ])("%s can only be proposed", async (_what, html, words) => {
    page(html);
    listen(get("#it"), "pointerdown", "click");

    expect(await click(get("#it"))).toEqual({ outcome: "proposed", words });
    expect(events).toEqual([]);
  });

  it("is done after the customer's Yes", async () => {
    page(`<button class="pay" type="button">Pay</button>`);
    listen(get("button"), "click");

    const bare = { type: "control.click", x: 0, y: 0, button: 0 } as const;

    expect(await order(get("button"), bare, { agreed: true })).toEqual({ outcome: "done" });
    expect(events).toEqual(["click"]);
  });

  it("is proposed by keys, too, and so is what Enter in a field sets off", async () => {
    page(`<form><input id="name"><button class="pay">Pay</button></form>`);
    const submitted = vi.fn((event: Event) => event.preventDefault());
    get("form").addEventListener("submit", submitted);

    expect(await key(get("button"), " ")).toEqual({ outcome: "proposed", words: "Pay" });
    expect(await key(get("#name"), "Enter")).toEqual({ outcome: "proposed", words: "Pay" });
    expect(submitted).not.toHaveBeenCalled();
  });

  it("is not for a technician to write into", async () => {
    page(`<input class="pay">`);

    expect(await write(get("input"), "100")).toEqual({ outcome: "refused", reason: "guarded" });
    expect(await key(get("input"), "1")).toEqual({ outcome: "refused", reason: "guarded" });
  });

  it("is not a form that merely carries a hidden token, nor its other buttons", async () => {
    page(`<form><input type="hidden" name="csrf"><button type="button" id="a">Show</button></form>
      <form><input type="password"><button type="button" id="b">Help</button></form>`);

    expect(await click(get("#a"))).toEqual({ outcome: "done" });
    expect(await click(get("#b"))).toEqual({ outcome: "done" });
  });

  it("is everything where a rule is no CSS", () => {
    const quiet = vi.spyOn(console, "warn").mockReturnValue();
    page(`<button>Any</button>`);

    expect(new Guard(["[["], privacy).guards(get("button"))).toBe(true);
    quiet.mockRestore();
  });
});

it("keys go to what has the focus by now, and not into a secret", async () => {
  page(`<p>Text</p><input id="open"><input id="secret" type="password">`);

  get<HTMLElement>("#open").focus();
  await key(get("p"), "k");
  get<HTMLElement>("#secret").focus();

  expect(get<HTMLInputElement>("#open").value).toBe("k");
  expect(await key(get("p"), "k")).toEqual({ outcome: "refused", reason: "private" });
});

it("writing takes the caret along", async () => {
  page(`<input id="name">`);
  const field = get<HTMLInputElement>("#name");

  await order(field, { type: "control.input", value: "Hello", start: 1, end: 3 });

  expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(["Hello", 1, 3]);
});

describe("keys that write nothing", () => {
  it("move the caret and extend the selection", async () => {
    page(`<input id="name" value="abcd">`);
    const field = get<HTMLInputElement>("#name");
    field.setSelectionRange(2, 2);

    await key(field, "ArrowLeft");
    await key(field, "End", { shift: true });

    expect([field.selectionStart, field.selectionEnd]).toEqual([1, 4]);
    await key(field, "x");
    expect(field.value).toBe("ax");
  });

  it("choose in lists, groups and numbers, and close a dialog unless the page says no", async () => {
    page(`<select><option>a<option disabled>b<option>c</select><input type="number" value="4" step="2">
      <input type="radio" name="r" id="one" checked><input type="radio" name="r" id="two"><dialog open>Hi</dialog>`);
    const dialog = get<HTMLDialogElement>("dialog");
    dialog.close = () => dialog.removeAttribute("open");
    const stay = (event: Event) => event.preventDefault();

    await key(get("select"), "ArrowDown");
    await key(get("[type=number]"), "ArrowUp");
    await key(get("#one"), "ArrowRight");
    dialog.addEventListener("cancel", stay, { once: true });
    await key(get("#one"), "Escape");

    expect(get<HTMLSelectElement>("select").value).toBe("c");
    expect(get<HTMLInputElement>("[type=number]").value).toBe("6");
    expect(get<HTMLInputElement>("#two").checked).toBe(true);
    expect(dialog.hasAttribute("open")).toBe(true);
    await key(get("#one"), "Escape");
    expect(dialog.hasAttribute("open")).toBe(false);
  });

  it("are shortcuts of the page, which come before the browser's own", async () => {
    page(`<input id="name" value="abc">`);
    const field = get<HTMLInputElement>("#name");
    const heard = vi.fn((event: KeyboardEvent) => event.preventDefault());
    document.addEventListener("keydown", heard, { once: true });

    await key(field, "a", { ctrl: true });
    expect(field.selectionEnd).toBe(field.selectionStart);
    await key(field, "a", { ctrl: true });

    expect(heard.mock.calls[0]?.[0]).toMatchObject({ key: "a", ctrlKey: true });
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 3]);
  });
});
