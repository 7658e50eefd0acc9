import { fingerprint } from "@remote-support/protocol";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Assets, Details } from "../src/stage/details";
import { Resyncs } from "../src/stage/resyncs";

const PIXEL = "iVBORw0KGgo=";
const HASH = "9f86d081884c7d659a2feaa0c55ad015";

let root: HTMLElement;
let details: Details;
let assets: Assets;
const ears = { mode: vi.fn(), fidelity: vi.fn(), resync: vi.fn() };

/** Ids in the order of the document. */
const all = () => [root, ...root.querySelectorAll("*")] as Node[];
const mirror = {
  getId: (node: Node) =>
    (node.nodeType === 3 ? 100 + all().indexOf(node.parentNode as Node) : all().indexOf(node) + 1) || -1,
  getNode: (id: number) => all()[id - 1] ?? null,
  getMeta: () => null,
};
const idOf = (selector: string) => mirror.getId(root.querySelector(selector) as Node);

beforeEach(() => {
  vi.clearAllMocks();
  URL.createObjectURL = () => "blob:here";
  URL.revokeObjectURL = () => undefined;
  document.body.innerHTML = `<main><p>One</p><img id="picture" src="gone.png"><canvas></canvas><div popover></div></main>`;
  root = document.querySelector("main") as HTMLElement;
  assets = new Assets();
  const iframe = { style: {}, contentDocument: document } as unknown as HTMLIFrameElement;
  details = new Details({ iframe, mirror, isPrivate: () => false }, assets, ears);
});

describe("the details of a picture", () => {
  it("agree when both sides have the same fingerprint", () => {
    const { hash, nodes } = fingerprint(root, { idOf: mirror.getId, isPrivate: () => false });

    details.hear("check", { parts: [[1, hash, nodes, 0]] });

    expect(ears.fidelity).toHaveBeenCalledWith({ compared: nodes, same: nodes });
    expect(ears.resync).not.toHaveBeenCalled();
  });

  it("ask for a part that differs, and count it as different", () => {
    details.hear("check", { parts: [[1, 12345, 7, 0]] });

    expect(ears.resync).toHaveBeenCalledWith(1);
    expect(ears.fidelity).toHaveBeenCalledWith({ compared: 7, same: 0 });
  });

  it("show a picture that only the customer could load, also when it comes later", () => {
    details.hear("image", { id: idOf("img"), hash: HASH });
    expect(root.querySelector("img")?.src).not.toBe("blob:here");

    assets.add({ hash: HASH, mime: "image/png", data: PIXEL });

    expect(root.querySelector("img")?.src).toBe("blob:here");
  });

  it("keep no more places that wait for a picture than a page has", () => {
    const used = vi.fn();
    for (let place = 0; place < 20_000; place++) assets.with(HASH, used);

    assets.add({ hash: HASH, mime: "image/png", data: PIXEL });

    expect(used).toHaveBeenCalledTimes(5_000);
    assets.with("another", used);
    assets.add({ hash: "another", mime: "image/png", data: PIXEL });
    expect(used).toHaveBeenCalledTimes(5_001);
  });

  it("compare no part that is larger than those of an honest page, as that would take the console's time", () => {
    root.innerHTML = "<i></i>".repeat(1_001);

    details.hear("check", { parts: Array.from({ length: 200 }, () => [1, 12345, 7, 0]) });

    expect(ears.resync).not.toHaveBeenCalled();
  });

  it("have one style for scroll bars, however often the page tells of them", () => {
    for (let width = 10; width < 15; width++) details.hear("surroundings", { dark: false, scrollBar: width });

    const styles = [...document.head.querySelectorAll("style")].filter((one) =>
      one.textContent.includes("webkit-scrollbar"),
    );
    expect(styles).toHaveLength(1);
    expect(styles[0]?.textContent).toContain("14px");
  });

  it("take no picture that is a document", () => {
    assets.add({ hash: HASH, mime: "image/html", data: PIXEL });

    details.hear("image", { id: idOf("img"), hash: HASH });

    expect(root.querySelector("img")?.src).not.toBe("blob:here");
  });

  it("take no picture of a canvas that is an address", () => {
    const canvas = root.querySelector("canvas") as HTMLCanvasElement;

    details.hear("canvas", { id: idOf("canvas"), image: 'x"); background: url("https://elsewhere.example' });

    expect(canvas.getAttribute("style")).toBeNull();
  });

  it.each([undefined, null, 7, "x", { id: "x" }, { id: 99_999 }, { parts: "x" }, { parts: [null, 5, ["a"]] }])(
    "bear nonsense: %j",
    (payload) => {
      for (const tag of [
        "mode",
        "surroundings",
        "popover",
        "list",
        "canvas",
        "image",
        "font",
        "background",
        "check",
        "?",
      ])
        expect(() => details.hear(tag, payload)).not.toThrow();
      expect(ears.resync).not.toHaveBeenCalled();
    },
  );
});

describe("parts that differ", () => {
  it("are asked for twice at most, and not without end", () => {
    const send = vi.fn();
    const resyncs = new Resyncs(send);

    for (let time = 0; time < 5; time++) resyncs.ask(1);
    expect(send).toHaveBeenCalledTimes(2);
    for (let node = 2; node < 200; node++) resyncs.ask(node);

    expect(send).toHaveBeenCalledTimes(20);
  });
});
