import { beforeEach, describe, expect, it, vi } from "vitest";
import { control, type Outcome } from "../src/recorder/control";
import type { Order } from "../src/recorder/main";
import { Privacy } from "../src/recorder/privacy";
import { get, page } from "./page";

type Bare<One> = One extends unknown ? Omit<One, "from" | "participant" | "command" | "node"> : never;

const privacy = new Privacy([".masked"], { knows: (field) => field.id === "once-a-password", watch: () => undefined });
const touch = vi.fn(() => Promise.resolve());
let events: string[];

function order(target: Node | null, bare: Bare<Order>, allowed = () => true): Promise<Outcome> {
  return control(
    { from: "f", participant: "p", command: "c", node: 1, ...bare } as Order,
    target,
    privacy,
    allowed,
    touch,
  );
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
    expect(touch).toHaveBeenCalledWith(get("button"));
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

    const outcome = await order(get("button"), { type: "control.click", x: 0, y: 0, button: 0 }, () => false);

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
