/** `/sdk/marks.js`: what a technician leaves on the page without touching it, for the customer to look at and decide. */

import { define, type Host } from "../host";
import { drawing } from "./drawing";
import { propose, type Proposal } from "./proposal";

export interface MarksScript {
  /** More of a line of a technician, or a new one; it fades by itself. */
  draw(from: string, begins: boolean, points: number[]): void;
  /** Asks the customer to do what a technician may not; true for a Yes. */
  propose(proposal: Proposal): Promise<boolean>;
}

define("marks", (host: Host): MarksScript => ({
  draw: drawing(host),
  propose: (proposal) => propose(host, proposal),
}));
