/** `/sdk/hands.js`: the rarer ways of a technician to touch the page. */

import { define } from "../host";
import type { Outcome } from "../recorder/control";
import type { Order } from "../recorder/main";
import { caret } from "./caret";
import { drag, type Ways } from "./drag";
import { point } from "./hover";
import { press } from "./press";

export interface HandsScript {
  /** The pointer comes to an element. */
  point(element: Element, x: number, y: number): void;
  /** Puts the caret into an editable element, or selects the word or the paragraph there. */
  caret(element: Element, x: number, y: number, count: number): void;
  /** A key pressed and let go. */
  press(element: Element, order: Extract<Order, { type: "control.key" }>): Outcome;
  drag(element: Element, order: Extract<Order, { type: "control.drag" }>, ways: Ways): Promise<Outcome>;
}

define("hands", (): HandsScript => ({ point, caret, press, drag }));
