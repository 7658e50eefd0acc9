import { beforeEach, describe, expect, it, vi } from "vitest";
import { Dragging } from "../src/stage/dragging";
import { focusOn, remaining } from "../src/stage/held";
import { Pen } from "../src/stage/pen";
import type { Replay } from "../src/stage/replay";
import { afterFrame, NOBODY } from "../src/stage/room-state";
import { isShortcut, isShortcutInField } from "../src/stage/shortcuts";
import { Strokes } from "../src/stage/strokes";

const held = (id: number) => ({ id, element: document.createElement("p") });

beforeEach(() => {
  vi.useFakeTimers();
});

describe("a press", () => {
  it("is a drag only after some way", () => {
    const dragging = new Dragging(held(1), { x: 0, y: 0 }, { x: 10, y: 10 });

    dragging.move({ x: 13, y: 10 }, { x: 3, y: 0 }, held(1));
    expect(dragging.drags).toBe(false);
    dragging.move({ x: 30, y: 10 }, { x: 20, y: 0 }, held(2));

    expect(dragging.drags).toBe(true);
    expect(dragging.end({ x: 50, y: 10 }, { x: 40, y: 0 }, held(3)).map(({ node }) => node)).toEqual([2, 3]);
  });

  it("tells a long way within what the wire takes, to its end", () => {
    const dragging = new Dragging(held(1), { x: 0, y: 0 }, { x: 0, y: 0 });

    for (let x = 0; x < 5_000; x += 11) dragging.move({ x, y: 0 }, { x, y: 0 }, held(2));
    const path = dragging.end({ x: 5_000, y: 0 }, { x: 5_000, y: 0 }, held(9));

    expect(path.length).toBeLessThanOrEqual(64);
    expect(path.at(-1)?.node).toBe(9);
  });
});

describe("a pen", () => {
  it("draws here at once and tells in pieces, the first of which begins the line", () => {
    const strokes = new Strokes();
    const sent: unknown[] = [];
    const pen = new Pen("tab", strokes, (frame) => sent.push(frame));

    pen.begin({ x: 1, y: 2 });
    pen.move({ x: 3, y: 4 });
    expect(strokes.at(Date.now())[0]?.points).toEqual([1, 2, 3, 4]);
    vi.advanceTimersByTime(100);
    pen.move({ x: 5, y: 6 });
    pen.end();
    pen.move({ x: 7, y: 8 });

    expect(sent).toEqual([
      { type: "pointer.draw", participant: "tab", begins: true, points: [1, 2, 3, 4] },
      { type: "pointer.draw", participant: "tab", begins: false, points: [5, 6] },
    ]);
  });
});

it("lines fade and are gone", () => {
  const strokes = new Strokes();
  strokes.draw("a", true, [0, 0, 5, 5], 1_000);

  expect(strokes.at(2_000)[0]?.opacity).toBe(1);
  expect(strokes.at(4_600)[0]?.opacity).toBeCloseTo(0.5);
  expect(strokes.at(5_300)).toEqual([]);
});

it("combinations of keys are the page's, but for those of the browser and of the field", () => {
  const key = (name: string, ctrlKey = true) => ({ key: name, ctrlKey, metaKey: false, altKey: false });

  expect([key("k"), key("b"), key("a"), key("r"), key("Control"), key("k", false)].map(isShortcut)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect([key("k"), key("a"), key("v"), key("ArrowLeft")].map(isShortcutInField)).toEqual([true, false, false, false]);
});

describe("who controls", () => {
  it("is known from the room, and a question for it is open until it is answered", () => {
    const asked = afterFrame({ ...NOBODY, me: "me", taking: true }, { type: "control.held", by: "other" }, 0);
    expect(asked).toMatchObject({ holder: "other", taking: undefined });

    const wanted = afterFrame(asked, { type: "control.asked", from: "lea", expiresAt: "2026-01-01T00:00:00Z" }, 0);
    expect(wanted.wanted).toBe("lea");

    expect(afterFrame(wanted, { type: "control.held", by: null }, 0)).toMatchObject({
      holder: undefined,
      wanted: undefined,
    });
  });
});

it("keys go on to what is around, where the page has drawn anew what was clicked", () => {
  document.body.innerHTML = `<div id="editor"><p id="line"><b id="word">x</b></p></div>`;
  const ids = new Map([...document.querySelectorAll("*")].map((element, at) => [element as Node, at + 1]));
  const mirror = {
    getId: (node: Node) => ids.get(node) ?? -1,
    getNode: (id: number) => [...ids].find(([, one]) => one === id)?.[0] ?? null,
    getMeta: () => null,
  };
  const get = (id: string) => document.getElementById(id) as HTMLElement;
  const focused = focusOn({ element: get("word"), id: mirror.getId(get("word")) }, mirror);

  const editor = get("editor");
  editor.innerHTML = "<p>x</p>";
  const left = remaining({ mirror } as unknown as Replay, focused);

  expect(left?.element).toBe(editor);
  editor.remove();
  expect(left && remaining({ mirror } as unknown as Replay, left)?.element).toBe(document.body);

  const next = document.createElement("html");
  ids.set(next, 99);
  const replay = { mirror, document: { documentElement: next } } as unknown as Replay;
  expect(left && remaining(replay, { ...left, around: [] })?.element).toBe(next);
});
