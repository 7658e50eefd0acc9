import { beforeEach, describe, expect, it, vi } from "vitest";
import { click, events, forget, key, listen } from "./orders";
import { get, page } from "./page";

beforeEach(forget);

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

it("keys go to what has the focus by now, and not into a secret", async () => {
  page(`<p>Text</p><input id="open"><input id="secret" type="password">`);

  get<HTMLElement>("#open").focus();
  await key(get("p"), "k");
  get<HTMLElement>("#secret").focus();

  expect(get<HTMLInputElement>("#open").value).toBe("k");
  expect(await key(get("p"), "k")).toEqual({ outcome: "refused", reason: "private" });
});

describe("keys after a click at which the page moved the focus", () => {
  const cells = `<p id="cell" tabindex="0"></p><input id="editor"><input id="once-a-password">`;

  it("go to where it is now", async () => {
    page(cells);
    get("#cell").addEventListener("click", () => get<HTMLInputElement>("#editor").focus());
    await click(get("#cell"));

    await key(get("#cell"), "Z", {}, { alone: true });

    expect(get<HTMLInputElement>("#editor").value).toBe("Z");
  });

  it("stay where they were meant for once the customer may have moved it", async () => {
    page(cells);
    get<HTMLInputElement>("#editor").focus();

    await key(get("#cell"), "Z", {}, { alone: false });

    expect(get<HTMLInputElement>("#editor").value).toBe("");
    expect(document.activeElement).toBe(get("#cell"));
  });

  it("are not meant for our own window, such as a question to the customer", async () => {
    page(cells + `<remote-support-ui tabindex="0"></remote-support-ui>`);
    get("remote-support-ui").focus();

    expect(await key(get("#cell"), "Z", {}, { alone: true })).toEqual({ outcome: "done" });
    expect(document.activeElement).toBe(get("#cell"));
  });

  it("are refused where it is private", async () => {
    page(cells);
    get<HTMLInputElement>("#once-a-password").focus();

    const outcome = await key(get("#cell"), "Z", {}, { alone: true });

    expect(outcome).toEqual({ outcome: "refused", reason: "private" });
  });
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

describe("keys in a shadow root", () => {
  function part(html: string, light = ""): ShadowRoot {
    page(`<x-part>${light}</x-part>`);
    const root = get("x-part").attachShadow({ mode: "open" });
    root.innerHTML = html;
    return root;
  }

  const within = <Found extends HTMLElement>(root: ShadowRoot | Document, selector: string) =>
    root.querySelector(selector) as Found;

  it("choose in lists, move the caret and press buttons", async () => {
    const root = part(`<select><option>a<option>b</select><input value="abc"><button>Go</button>`);
    listen(within(root, "button"), "click");
    listen(within(root, "select"), "change");
    const input = within<HTMLInputElement>(root, "input");

    await key(within(root, "select"), "ArrowDown");
    await key(input, "Home");
    await key(input, "x");
    await key(within(root, "button"), "Enter");

    expect(within<HTMLSelectElement>(root, "select").value).toBe("b");
    expect(input.value).toBe("xabc");
    expect(events).toEqual(["change", "click"]);
  });

  it("Tab moves on to the next field in there", async () => {
    const root = part(`<input id="a"><input id="b">`);
    vi.spyOn(Element.prototype, "getClientRects").mockReturnValue([{}] as unknown as DOMRectList);

    await key(within(root, "#a"), "Tab");

    expect(root.activeElement?.id).toBe("b");
    vi.restoreAllMocks();
  });

  it("Escape closes the dialog in there that the field stands in by a slot", async () => {
    const root = part(`<dialog open><slot></slot></dialog>`, `<input id="field">`);
    const dialog = within<HTMLDialogElement>(root, "dialog");

    await key(get("#field"), "Escape");

    expect(dialog.open).toBe(false);
  });
});

describe("keys in a frame", () => {
  it("choose in lists and go to what has the focus in there", async () => {
    page(`<p>Text</p><iframe></iframe>`);
    const inner = get<HTMLIFrameElement>("iframe").contentDocument as Document;
    inner.body.innerHTML = `<select><option>a<option>b</select><input>`;
    const select = inner.querySelector("select") as HTMLSelectElement;
    const input = inner.querySelector("input") as HTMLInputElement;

    await key(select, "ArrowDown");
    input.focus();
    get("iframe").focus();
    await key(get("p"), "k");

    expect(select.value).toBe("b");
    expect(input.value).toBe("k");
  });
});

it("a key for what the page has drawn anew goes to the focus, and nowhere without one", async () => {
  page(`<p>Text</p><input>`);
  const gone = get("p");
  gone.remove();

  expect(await key(gone, "a")).toEqual({ outcome: "missing" });
  get("input").focus();
  expect(await key(gone, "b")).toEqual({ outcome: "done" });

  expect(get<HTMLInputElement>("input").value).toBe("b");
});

it("the caret is where it belongs when a field hears that it was written into", async () => {
  page(`<textarea>ac</textarea>`);
  const field = get<HTMLTextAreaElement>("textarea");
  field.setSelectionRange(1, 1);
  const heard: unknown[] = [];
  field.addEventListener("input", () => heard.push(field.selectionStart));

  await key(field, "b");

  expect(heard).toEqual([2]);
});

describe("keys in an editable text", () => {
  const command = vi.fn();

  function editor(): HTMLElement {
    page(`<div contenteditable="true">Text</div>`);
    const element = get("div");
    Object.defineProperty(element, "isContentEditable", { value: true });
    document.execCommand = command;
    command.mockClear();
    getSelection()?.setBaseAndExtent(element.firstChild as Node, 1, element.firstChild as Node, 3);
    return element;
  }

  it("are told before they write, with what is replaced", async () => {
    const element = editor();
    const heard: InputEvent[] = [];
    element.addEventListener("beforeinput", (event) => heard.push(event));

    await key(element, "x");
    await key(element, "Enter", { shift: true });
    await key(element, "b", { ctrl: true });

    expect(heard.map(({ inputType, data }) => [inputType, data])).toEqual([
      ["insertText", "x"],
      ["insertLineBreak", null],
      ["formatBold", null],
    ]);
    expect(command.mock.calls.map(([name]) => name as string)).toEqual(["insertText", "insertLineBreak", "bold"]);
  });

  it("are left to an editor that writes itself", async () => {
    const element = editor();
    element.addEventListener("beforeinput", (event) => event.preventDefault());

    await key(element, "x");

    expect(command).not.toHaveBeenCalled();
  });

  it("are told to a text that the page draws itself", async () => {
    page(`<div tabindex="0"></div>`);
    const told: object[] = [];
    const context = Object.assign(new EventTarget(), {
      text: "ac",
      selectionStart: 1,
      selectionEnd: 1,
      updateText: vi.fn(),
      updateSelection: vi.fn(),
    });
    context.addEventListener("textupdate", (event) => told.push({ ...event }));
    class TextUpdateEvent extends Event {
      constructor(type: string, init: object) {
        super(type);
        Object.assign(this, init);
      }
    }
    Object.assign(window, { TextUpdateEvent });
    Object.assign(get("div"), { editContext: context });

    await key(get("div"), "b");

    expect(context.updateText).toHaveBeenCalledWith(1, 1, "b");
    expect(told).toMatchObject([{ text: "b", updateRangeStart: 1, updateRangeEnd: 1, selectionStart: 2 }]);
    const before: string[] = [];
    get("div").addEventListener("beforeinput", (event) => before.push((event as InputEvent).inputType));

    await key(get("div"), "Enter");

    expect(before).toEqual(["insertParagraph"]);
    expect(told).toHaveLength(1);
  });
});
