import type { RecordedEvent } from "../recorder/events";
import type { Outcome } from "../recorder/control";
import type { Asset, Order } from "../recorder/main";

/** What page and frame say before they have a channel of their own. Anybody can hear and say it: it proves nothing. */
export const CALL = { who: "who", here: "here", come: "come" } as const;

export interface ToFrame {
  /** All of it, or only the part under a node. */
  keyframe?: { node?: number };
  order?: Order;
  /** Nobody looks any more. */
  stop?: boolean;
}

export interface FromFrame {
  events?: RecordedEvent[];
  asset?: Asset;
  command?: string;
  result?: Outcome;
}
