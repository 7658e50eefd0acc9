import { elementAt, known, parentOf } from "./mapping";
import type { Mirror, Replay } from "./replay";
import type { Typing } from "./type-box";

/** An element of the picture, under the name that the customer's page knows it by. */
export interface Held {
  element: Element;
  id: number;
}

/** False once a new picture has taken the place of the one the element is from. */
export function isIn(replay: Replay, held: Held): boolean {
  return replay.mirror?.getNode(held.id) === held.element && held.element.isConnected;
}

/** The field that was typed into, found again in a new picture by its place. */
export function again(replay: Replay, typing: Typing): Typing | undefined {
  const { document, mirror } = replay;
  if (!document || !mirror || !typing.box) return undefined;
  const { left, top, width, height } = typing.box;
  const held = known(mirror, elementAt(document, { x: left + width / 2, y: top + height / 2 }));
  const same = held?.element.tagName === typing.element.tagName && held.element.id === typing.element.id;
  return same ? { ...typing, ...held } : undefined;
}

/** Where keys go, and what is around it, from the inside out: many a page draws anew what was clicked. */
export type Focused = Held & { around: Held[] };

export function focusOn(held: Held, mirror: Mirror | undefined): Focused {
  const around: Held[] = [];
  for (let at = mirror && parentOf(held.element); at; at = parentOf(at))
    around.push({ element: at, id: mirror?.getId(at) ?? -1 });
  return { ...held, around };
}

/** The innermost of it that is still in the picture; in a new picture the whole page, where keys go to what has the focus. */
export function remaining(replay: Replay, { around }: Focused): Focused | undefined {
  const at = around.findIndex((one) => isIn(replay, one));
  const held = around[at];
  if (held) return { ...held, around: around.slice(at + 1) };
  const page = replay.mirror && known(replay.mirror, replay.document?.documentElement ?? null);
  return page && { ...page, around: [] };
}
