import type { RecordedEvent } from "../recorder/events";
import type { Outcome } from "../recorder/control";
import type { Asset, Order } from "../recorder/main";

/** What page and frame say before they have a channel of their own. Anybody can hear and say it: it proves nothing. */
export const CALL = { who: "who", here: "here", come: "come" } as const;

export interface ToFrame {
  keyframe?: boolean;
  order?: Order;
  /** The customer has said Yes to the order. */
  agreed?: boolean;
  /** The element that a technician points at, or null for none. */
  hover?: number | null;
  /** Nobody looks any more. */
  stop?: boolean;
}

export interface FromFrame {
  events?: RecordedEvent[];
  asset?: Asset;
  command?: string;
  result?: Outcome;
}
