import { beforeEach, describe, expect, it, vi } from "vitest";
import { Guard } from "../src/recorder/guard";
import { click, events, forget, key, listen, order, privacy, touch, write } from "./orders";
import { get, page } from "./page";

beforeEach(forget);

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

  it("says change when the customer goes on elsewhere, and not while a technician only pauses", async () => {
    page(`<input id="name"><button>Go</button>`);
    listen(get("#name"), "change");
    vi.useFakeTimers();
    await write(get("#name"), "Jo");
    vi.runAllTimers();
    vi.useRealTimers();
    expect(events).toEqual([]);

    get<HTMLButtonElement>("button").focus();

    expect(events).toEqual(["change"]);
  });

  it("fills a textarea and refuses what cannot be typed into", async () => {
    page(`<textarea></textarea><input id="ro" readonly><p>Text</p>`);

    expect(await write(get("textarea"), "a\nb")).toEqual({ outcome: "done" });
    expect(get<HTMLTextAreaElement>("textarea").value).toBe("a\nb");
    expect(await write(get("#ro"), "x")).toEqual({ outcome: "refused", reason: "read-only" });
    expect(await write(get("p"), "x")).toEqual({ outcome: "refused", reason: "not-editable" });
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

describe("a remote turn of the wheel", () => {
  const scroll = (target: Node, y: number) => order(target, { type: "control.scroll", x: 0, y });

  it("moves the page or an element", async () => {
    page(`<div id="list"></div>`);
    const scrollTo = vi.fn();
    get("#list").scrollTo = scrollTo;
    document.documentElement.scrollTo = scrollTo;

    await scroll(get("#list"), 40);
    await scroll(document, 80);

    expect(scrollTo.mock.calls.map(([where]) => (where as ScrollToOptions).top)).toEqual([40, 80]);
  });

  it("is a page's own where it wants it, at what the pointer is on", async () => {
    page(`<div id="map"><b></b></div>`);
    const scrollTo = vi.fn();
    document.documentElement.scrollTo = scrollTo;
    const turns: [target: string, by: number][] = [];
    get("#map").addEventListener("wheel", (event) => {
      event.preventDefault();
      turns.push([(event.target as Element).localName, event.deltaY]);
    });

    await order(get("b"), { type: "control.point", x: 0.5, y: 0.5 });
    await scroll(document, 120);
    await scroll(document, 120);
    await scroll(document, -60);

    expect(turns).toEqual([
      ["b", 120],
      ["b", 120],
      ["b", -60],
    ]);
    expect(scrollTo).not.toHaveBeenCalled();
  });

  it("goes on from where the one before would have led, on a page that could scroll", async () => {
    page(`<div id="map"></div>`);
    const by: number[] = [];
    get("#map").addEventListener("wheel", (event) => {
      event.preventDefault();
      by.push(event.deltaY);
    });
    const tall = vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(1_000);

    await order(get("#map"), { type: "control.point", x: 0.5, y: 0.5 });
    for (const y of [100, 200, 260]) await scroll(document, y);

    expect(by).toEqual([100, 100, 60]);
    tall.mockRestore();
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

it("writing takes the caret along", async () => {
  page(`<input id="name">`);
  const field = get<HTMLInputElement>("#name");

  await order(field, { type: "control.input", value: "Hello", start: 1, end: 3 });

  expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(["Hello", 1, 3]);
});
