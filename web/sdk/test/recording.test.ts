import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Host, Scripts } from "../src/host";
import { DEFINE } from "../src/host";
import { passwordMemory } from "../src/loader/passwords";
import { press } from "../src/hands/press";
import type { RecordedEvent } from "../src/recorder/events";
import type { Recorder, RecorderScript } from "../src/recorder/main";
import { get, page } from "./page";

/** Of the rarer parts only the hands are there. */
const load = (part: string) => (part === "hands" ? Promise.resolve({ press }) : new Promise(() => undefined));

let record: { mirror: { getId(node: Node): number } };
let script: RecorderScript;
let recorder: Recorder | undefined;
let sent: { events: RecordedEvent[]; keyframe: boolean }[];

function start(selectors: string[] = []): Recorder {
  recorder = script.create({
    selectors,
    backlog: () => 0,
    sendAsset: () => true,
    send: (events, keyframe) => sent.push({ events, keyframe }),
  });
  recorder.start();
  return recorder;
}

/** Everything that left the page so far, as it is on the wire. */
async function wire(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 60));
  return JSON.stringify(sent);
}

function type(selector: string, value: string): void {
  const field = get<HTMLInputElement>(selector);
  field.value = value;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

beforeEach(async () => {
  sent = [];
  // A busy machine is no page that takes too long.
  vi.spyOn(performance, "now").mockReturnValue(0);
  vi.resetModules();
  Object.defineProperty(window, DEFINE, {
    configurable: true,
    value: (_name: string, begin: (host: Host) => Scripts["recorder"]) => {
      script = begin({ passwords: passwordMemory(), load } as unknown as Host);
    },
  });
  await import("../src/recorder/main");
  ({ record } = await import("@rrweb/record"));
});

afterEach(() => {
  recorder?.stop();
  vi.restoreAllMocks();
  page("");
});

describe("the recorder", () => {
  it("sends nothing before it is started and nothing after it was stopped", async () => {
    page("<p>Hello</p>");
    const idle = script.create({
      selectors: [],
      backlog: () => 0,
      sendAsset: () => true,
      send: (events, keyframe) => sent.push({ events, keyframe }),
    });
    get("p").textContent = "Before";
    expect(await wire()).toBe("[]");

    idle.start();
    await wire();
    idle.stop();
    sent = [];
    get("p").textContent = "After";

    expect(await wire()).toBe("[]");
  });

  it("begins with a keyframe, and again when asked", async () => {
    page("<p>Hello</p>");
    start();
    await wire();
    expect(sent[0]).toMatchObject({ keyframe: true });
    expect(sent[0]?.events.slice(0, 2).map((event) => event.type)).toEqual([4, 2]);

    recorder?.keyframe();
    await wire();

    expect(sent.filter(({ keyframe }) => keyframe)).toHaveLength(2);
  });

  it("sends what changes and what is typed", async () => {
    page(`<p>Hello</p><input id="name">`);
    start();
    get("p").textContent = "Changed";
    type("#name", "Visible");

    const text = await wire();

    expect(text).toContain("Changed");
    expect(text).toContain("Visible");
  });

  it("has sent what an order did by the time the order is done", async () => {
    page(`<input id="name">`);
    const recorder = start();
    await wire();
    const order = { command: "c", from: "t", participant: "p", node: record.mirror.getId(get("#name")) };

    await recorder.act(
      { ...order, type: "control.input", value: "Ada" },
      { allowed: () => true, touch: () => Promise.resolve() },
    );

    expect(JSON.stringify(sent)).toContain("Ada");
  });

  it("leaves the focus to the customer after an order that was refused, and follows the page after one that was done", async () => {
    page(`<input id="secret" type="password"><input id="own"><button></button><p id="cell" tabindex="0"></p>`);
    const recorder = start();
    await wire();
    const heard: string[] = [];
    for (const id of ["own", "cell"]) get(`#${id}`).addEventListener("keydown", () => heard.push(id));
    const eyes = { allowed: () => true, touch: () => Promise.resolve() };
    const to = (selector: string) => ({
      command: "c",
      from: "t",
      participant: "p",
      node: record.mirror.getId(get(selector)),
    });
    const click = (selector: string) =>
      recorder.act({ ...to(selector), type: "control.click", x: 0, y: 0, button: 0 }, eyes);
    const key = () =>
      recorder.act(
        {
          ...to("#cell"),
          type: "control.key",
          key: "F2",
          code: "",
          alt: false,
          ctrl: false,
          meta: false,
          shift: false,
        },
        eyes,
      );
    get<HTMLInputElement>("#own").focus();

    await click("#secret");
    await key();
    await click("button");
    get<HTMLInputElement>("#own").focus();
    await key();

    expect(heard).toEqual(["cell", "own"]);
  });

  it("begins again on a page that writes itself anew", async () => {
    page(`<p>Before</p>`);
    start();
    await wire();
    sent = [];

    document.documentElement.replaceWith(document.implementation.createHTMLDocument("Anew").documentElement);
    get("body").append("Written anew");
    await wire();

    expect(sent.map(({ keyframe }) => keyframe)).toContain(true);
    expect(await wire()).toContain("Written anew");
  });

  it("writes down nothing of a page that has become too large", async () => {
    page("<p>Hello</p>");
    start();
    await wire();
    // A real one is in the browser tests; it takes minutes here.
    const count = vi.spyOn(document, "getElementsByTagName").mockReturnValue({ length: 100_001 } as never);
    document.body.append(Object.assign(document.createElement("div"), { innerHTML: "<b>flood</b>" }));

    expect(await wire()).not.toContain("flood");
    document.body.append("Later");
    recorder?.keyframe();
    expect(await wire()).not.toContain("Later");
    count.mockRestore();
  });

  it("counts what the page changes against its budget, in shadow roots, too", async () => {
    const { Budget } = await import("../src/recorder/budget");
    const second = vi.spyOn(Budget.prototype, "second");
    page("<p>Hello</p>");
    const root = get("p").attachShadow({ mode: "open" });
    root.innerHTML = "<b>x</b>";
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    start();
    await wire();
    vi.advanceTimersByTime(1_000);

    for (let change = 0; change < 3; change++) (root.firstElementChild as Element).textContent = String(change);
    document.body.append("More");
    await wire();
    vi.advanceTimersByTime(1_000);

    expect(second.mock.lastCall?.[1]).toBe(4);
    vi.useRealTimers();
  });

  it("never sends a password, not even after it was shown", async () => {
    page(`<input id="secret" type="password" value="first-secret">`);
    start();
    type("#secret", "second-secret");
    get<HTMLInputElement>("#secret").type = "text";
    type("#secret", "third-secret");
    get("#secret").setAttribute("value", "fourth-secret");
    recorder?.keyframe();

    expect(await wire()).not.toContain("-secret");
  });

  it("never sends a password that was shown before anybody looked", async () => {
    page(`<input id="secret" type="password" value="old-secret">`);
    get<HTMLInputElement>("#secret").type = "text";
    start();
    type("#secret", "new-secret");

    const text = await wire();

    expect(text).not.toContain("-secret");
    expect(text).toContain("••••••••");
  });

  it("never sends hidden inputs, one-time codes and card numbers", async () => {
    page(`
      <input type="hidden" value="csrf-secret">
      <input id="otp" autocomplete="one-time-code" value="otp-secret">
      <input id="card" autocomplete="section-pay cc-number" value="card-secret">
      <input id="csc" autocomplete="cc-csc" value="csc-secret">`);
    start();
    type("#card", "typed-secret");
    get("input[type=hidden]").setAttribute("value", "next-secret");

    expect(await wire()).not.toContain("-secret");
  });

  it("never sends what a field held before it was emptied", async () => {
    page(`<input id="secret" type="password" value="old-secret">`);
    get<HTMLInputElement>("#secret").value = "";
    start();

    expect(await wire()).not.toContain("-secret");
  });

  it("never sends what is private: text, attributes, fields, what comes later", async () => {
    page(
      `<div id="box" data-private title="title-secret"><p>text-secret</p><input id="in" value="field-secret"><img alt="alt-secret"></div>`,
    );
    start();
    get("#box p").textContent = "changed-secret";
    get("#box p").title = "attribute-secret";
    get("#box").append(Object.assign(document.createElement("b"), { textContent: "added-secret" }));
    type("#in", "typed-secret");

    expect(await wire()).not.toContain("-secret");
  });

  it("never sends what the site named by a selector", async () => {
    page(`<p class="iban">iban-secret</p><p>open</p>`);
    start([".iban"]);
    get(".iban").textContent = "iban-secret-2";

    const text = await wire();

    expect(text).not.toContain("-secret");
    expect(text).toContain("open");
  });

  it("shows nothing of the page when a selector cannot be understood", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    page(`<main><p>page-secret</p></main>`);
    start([".iban["]);

    expect(await wire()).not.toContain("-secret");
  });

  it("forgets what becomes private while it is shown", async () => {
    page(`<div id="box"><p>was open</p><input id="in"></div>`);
    start();
    await wire();
    sent = [];

    get("#box").setAttribute("data-private", "");
    await wire();
    get("#box p").textContent = "late-secret";
    get("#box p").title = "title-secret";
    type("#in", "typed-secret");
    const text = await wire();

    expect(sent[0]?.keyframe).toBe(true);
    expect(text).not.toContain("was open");
    expect(text).not.toContain("-secret");
  });

  it("never sends what moves into something private", async () => {
    page(`<p id="moving">open</p><div id="box" data-private></div>`);
    start();
    await wire();

    get("#box").append(get("#moving"));
    await wire();
    get("#moving").textContent = "moved-secret";

    expect(await wire()).not.toContain("-secret");
  });

  it("leaves our own islands out", async () => {
    page(`<p>open</p>`);
    const island = document.createElement("remote-support-ui");
    island.attachShadow({ mode: "open" }).innerHTML = "<p>island-secret</p>";
    document.documentElement.append(island);
    start();

    const text = await wire();
    island.remove();

    expect(text).not.toContain("-secret");
    expect(text).not.toContain("rr_width");
  });

  it("finds an element by what the technician sees, unless it is private", () => {
    page(`<button>Buy</button><div data-private><button id="in">x</button></div>`);
    start();
    const id = (selector: string) => record.mirror.getId(get(selector));

    expect(recorder?.find(id("button"))).toBe(get("button"));
    expect(recorder?.find(id("[data-private]"))).toBeUndefined();
    expect(recorder?.find(999_999)).toBeUndefined();
  });
});
