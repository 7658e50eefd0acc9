/** `/sdk/hands.js`: the rarer ways of a technician to touch the page, and what the customer is asked before. */

import { define, type Host } from "../host";
import type { Outcome } from "../recorder/control";
import type { Order } from "../recorder/main";
import { caret } from "./caret";
import { drag, type Ways } from "./drag";
import { point } from "./hover";
import { drawing } from "./drawing";
import { press } from "./press";
import { propose, type Proposal } from "./proposal";

export interface HandsScript {
  /** The pointer comes to an element. */
  point(element: Element, x: number, y: number): void;
  /** Puts the caret into an editable element, or selects the word or the paragraph there. */
  caret(element: Element, x: number, y: number, count: number): void;
  /** A key pressed and let go. */
  press(element: Element, order: Extract<Order, { type: "control.key" }>): Outcome;
  /** More of a line of a technician, or a new one; it fades by itself. */
  draw(from: string, begins: boolean, points: number[]): void;
  drag(element: Element, order: Extract<Order, { type: "control.drag" }>, ways: Ways): Promise<Outcome>;
  /** Asks the customer to do what a technician may not; true for a Yes. */
  propose(proposal: Proposal): Promise<boolean>;
}

define("hands", (host: Host): HandsScript => ({
  point,
  caret,
  press,
  draw: drawing(host),
  drag,
  propose: (proposal) => propose(host, proposal),
}));
