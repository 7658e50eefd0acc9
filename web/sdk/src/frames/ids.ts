import type { RecordedEvent, Serialized } from "../recorder/events";
import { ADOPTED_SHEETS, CUSTOM, FULL_SNAPSHOT, INCREMENTAL, MUTATION, SELECTION } from "../recorder/events";

/**
 * Each page counts its nodes from 1 on. Within the page around it a frame has a range of its own, so that what it says
 * can only ever be about itself: the range's start is added to its numbers, and a number beyond it is not taken.
 */
const STRIDES = [2 ** 24, 2 ** 20, 2 ** 16];

/** How many frames a page can have at this depth, and how many nodes each of them. */
export function stride(depth: number): number | undefined {
  return STRIDES[depth];
}

export class Range {
  constructor(
    readonly start: number,
    private readonly size: number,
  ) {}

  has(id: number): boolean {
    return id > this.start && id < this.start + this.size;
  }

  outer = (id: number): number => {
    if (!Number.isInteger(id) || id < 1 || id >= this.size) throw new RangeError("not a node of the frame");
    return this.start + id;
  };

  inner(id: number): number {
    return id - this.start;
  }
}

type Ids = Record<string, unknown>;

/** An event of a frame as one of the page around it; undefined where it means nothing there, an error where it lies. */
export function outward(event: RecordedEvent, range: Range, frame: number): RecordedEvent | undefined {
  const some = (of: Ids, ...names: string[]) => {
    for (const name of names) {
      const id = of[name];
      if (typeof id === "number" && id !== -1) of[name] = range.outer(id);
    }
  };
  const node = (serialized: Serialized) => {
    some(serialized as unknown as Ids, "id");
    serialized.rootId = range.outer(serialized.rootId ?? 1);
    if ("childNodes" in serialized) serialized.childNodes.forEach(node);
  };

  if (event.type === FULL_SNAPSHOT) return attach(event.data.node, node, frame, event.timestamp);
  if (event.type === CUSTOM) {
    // How the page as a whole is shown and compared is not for a frame to say.
    if (!/^(popover|list|canvas|image|font|background|caret)$/.test(event.data.tag)) return undefined;
    some(event.data.payload as Ids, "id", "to");
    return event;
  }
  if (event.type !== INCREMENTAL) return undefined;
  const data = event.data as unknown as Ids & typeof event.data;
  some(data, "id", "styleId");
  switch (data.source) {
    case MUTATION:
      for (const add of data.adds) {
        some(add as unknown as Ids, "parentId", "nextId", "previousId");
        node(add.node);
      }
      for (const one of [...data.removes, ...data.texts, ...data.attributes])
        some(one as unknown as Ids, "id", "parentId");
      break;
    case ADOPTED_SHEETS:
      data.styleIds = data.styleIds.map(range.outer);
      for (const style of data.styles ?? []) some(style as unknown as Ids, "styleId");
      break;
    case SELECTION:
      for (const one of data.ranges) some(one as unknown as Ids, "start", "end");
  }
  return event;
}

function attach(root: Serialized, number: (node: Serialized) => void, frame: number, timestamp: number): RecordedEvent {
  number(root);
  delete root.rootId;
  return {
    type: INCREMENTAL,
    timestamp,
    data: {
      source: MUTATION,
      adds: [{ parentId: frame, nextId: null, node: root }],
      removes: [],
      texts: [],
      attributes: [],
      isAttachIframe: true,
    },
  } as RecordedEvent;
}

/** What is shown of a frame that our script is not in: whose it is, and that it stays where it is. */
export function placeholder(origin: string, range: Range, frame: number): RecordedEvent {
  let id = 0;
  const make = (tagName: string, style: string, ...childNodes: unknown[]) => ({
    type: 2,
    tagName,
    attributes: style ? { style } : {},
    childNodes,
    id: ++id + 1,
  });
  const words = {
    type: 3,
    textContent: `Not shown: this part comes from ${origin.replace(/^https?:\/\//, "") || "elsewhere"}`,
    id: ++id + 1,
  };
  const look =
    "margin:0;height:100vh;display:grid;place-content:center;text-align:center;font:600 13px system-ui,sans-serif;" +
    "color:#4a5862;background:repeating-linear-gradient(135deg,#dfe4e7 0 10px,#e9edef 10px 20px)";
  const page = { type: 0, childNodes: [make("html", "", make("head", ""), make("body", look, words))], id: 1 };
  const event = {
    type: FULL_SNAPSHOT,
    timestamp: Date.now(),
    data: { node: page, initialOffset: { top: 0, left: 0 } },
  };
  return outward(event as unknown as RecordedEvent, range, frame) as RecordedEvent;
}
