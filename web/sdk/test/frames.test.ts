import { describe, expect, it } from "vitest";
import { outward, placeholder, Range, stride } from "../src/frames/ids";
import type { RecordedEvent } from "../src/recorder/events";

const FRAME = 7;
const range = new Range(2 ** 24, 2 ** 24);

const change = (data: object) => ({ type: 3, timestamp: 1, data }) as unknown as RecordedEvent;
const nothing = { adds: [], removes: [], texts: [], attributes: [] };

describe("what a frame says", () => {
  it("becomes a document within the frame's element", () => {
    const node = { type: 0, id: 1, childNodes: [{ type: 2, id: 2, tagName: "html", attributes: {}, childNodes: [] }] };
    const event = {
      type: 2,
      timestamp: 1,
      data: { node, initialOffset: { top: 0, left: 0 } },
    } as unknown as RecordedEvent;

    expect(outward(event, range, FRAME)).toMatchObject({
      type: 3,
      data: {
        isAttachIframe: true,
        adds: [
          {
            parentId: FRAME,
            node: { id: range.start + 1, childNodes: [{ id: range.start + 2, rootId: range.start + 1 }] },
          },
        ],
      },
    });
  });

  it("is about its own nodes only", () => {
    const data = { source: 0, ...nothing, texts: [{ id: 3, value: "x" }], removes: [{ id: 4, parentId: 2 }] };

    expect(outward(change(data), range, FRAME)).toMatchObject({
      data: { texts: [{ id: range.start + 3 }], removes: [{ id: range.start + 4, parentId: range.start + 2 }] },
    });
  });

  it.each([0, -5, 2 ** 24, 2 ** 40, 1.5, NaN])("is refused when it names the node %d", (id) => {
    const data = { source: 0, ...nothing, texts: [{ id, value: "forged" }] };

    expect(() => outward(change(data), range, FRAME)).toThrow(RangeError);
  });

  it("is not compared, as its parts go by other numbers", () => {
    const event = { type: 5, timestamp: 1, data: { tag: "check", payload: { parts: [[4, 12345, 7, 0]] } } };

    expect(outward(event as RecordedEvent, range, FRAME)).toBeUndefined();
  });

  it("has room for frames in frames in the numbers of the page", () => {
    const inner = new Range(2 ** 20, stride(1) as number);
    const innermost = range.outer(inner.outer(5));

    expect(range.has(innermost)).toBe(true);
    expect(inner.inner(range.inner(innermost))).toBe(5);
    expect(innermost).toBeLessThan(2 ** 31);
    expect(stride(3)).toBeUndefined();
  });

  it("is replaced by a word where our script is missing", () => {
    expect(JSON.stringify(placeholder("https://pay.example", range, FRAME))).toContain(
      "Not shown: this part comes from pay.example",
    );
  });
});
