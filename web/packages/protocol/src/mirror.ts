/** What the window that asks to show a page's mirror says to its opener, and the page says with the port. */
export const MIRROR = "remote-support.mirror";

/** What the customer's page tells the window in which the customer sees what technicians see; it never leaves the browser. */
export type ToMirror =
  | { type: "state"; technicians: string[]; watched: boolean }
  | { type: "events"; events: readonly unknown[]; keyframe: boolean }
  | { type: "asset"; hash: string; mime: string; data: string }
  | { type: "over" };

/** Milliseconds between two states, so that the window knows that the page is still there. */
export const MIRROR_BEAT = 1_000;
