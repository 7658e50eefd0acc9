import { vi } from "vitest";
import { caret } from "../src/hands/caret";
import { drag } from "../src/hands/drag";
import { point } from "../src/hands/hover";
import { press } from "../src/hands/press";
import { control, type Outcome } from "../src/recorder/control";
import { Guard } from "../src/recorder/guard";
import type { Order } from "../src/recorder/main";
import { Privacy } from "../src/recorder/privacy";

type Bare<One> = One extends unknown ? Omit<One, "from" | "participant" | "command" | "node"> : never;

export const privacy = new Privacy([".masked"], {
  knows: (field) => field.id === "once-a-password",
  watch: () => undefined,
});
export const touch = vi.fn(() => Promise.resolve());

const guard = new Guard([".pay"], privacy);

interface Rest {
  allowed?: () => boolean;
  agreed?: boolean;
  /** Whether the customer has pressed nothing since. */
  alone?: boolean;
  /** Other nodes than the target, from 2 on. */
  others?: Node[];
}

/** An order of a technician, carried out with the rules of a site: `.masked` is private, `.pay` guarded. */
export function order(target: Node | null, bare: Bare<Order>, rest: Rest = {}): Promise<Outcome> {
  const { allowed = () => true, agreed, alone = false, others = [] } = rest;
  return control({ from: "f", participant: "p", command: "c", node: 1, ...bare } as Order, {
    privacy,
    guard,
    allowed,
    agreed,
    touch,
    alone: () => alone,
    node: (id) => (id === 1 ? target : (others[id - 2] ?? null)),
    hands: () => Promise.resolve({ point, caret, drag, press }),
  });
}

export const click = (target: Node | null, button = 0) =>
  order(target, { type: "control.click", x: 0.5, y: 0.5, button });
export const write = (target: Node | null, value: string) => order(target, { type: "control.input", value });
export const key = (target: Node | null, key: string, more = {}, rest: Rest = {}) =>
  order(
    target,
    { type: "control.key", key, code: "", alt: false, ctrl: false, meta: false, shift: false, ...more },
    rest,
  );

/** What was heard, in its order. */
export const events: string[] = [];

export function listen(target: Element, ...types: string[]): void {
  for (const type of types) target.addEventListener(type, () => events.push(type));
}

export function forget(): void {
  events.length = 0;
  touch.mockClear();
}
