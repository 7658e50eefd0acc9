import type { SignalFromClient } from "@remote-support/protocol";
import { randomId } from "../ui/id";
import type { ResultFrame } from "./room";

/** A command without what every command carries. */
export type Order =
  | { type: "control.click"; node: number; x: number; y: number; button: number }
  | { type: "control.input"; node: number; value: string }
  | { type: "control.select"; node: number; values: string[] }
  | { type: "control.scroll"; node: number; x: number; y: number }
  | {
      type: "control.key";
      node: number;
      key: string;
      code: string;
      alt: boolean;
      ctrl: boolean;
      meta: boolean;
      shift: boolean;
    };

const PATIENCE = 6_000;

/** The commands on their way to the customer's page, in the order they were given. */
export class Commands {
  readonly #open = new Map<string, { order: Order; timer: ReturnType<typeof setTimeout> }>();

  constructor(
    private readonly send: (frame: SignalFromClient) => boolean,
    private readonly onFailure: (order: Order, words: string) => void,
  ) {}

  give(participant: string, order: Order): void {
    const command = randomId();
    if (!this.send({ ...order, participant, command })) {
      this.onFailure(order, "The connection is away. Try again in a moment.");
      return;
    }
    const timer = setTimeout(() => {
      this.#open.delete(command);
      this.onFailure(order, "The customer's page does not answer.");
    }, PATIENCE);
    this.#open.set(command, { order, timer });
  }

  /** True while the page has not answered everything written into this node. */
  isWriting(node: number): boolean {
    return [...this.#open.values()].some(({ order }) => order.type === "control.input" && order.node === node);
  }

  settle({ command, outcome, reason }: ResultFrame): void {
    const open = this.#open.get(command);
    if (!open) return;
    clearTimeout(open.timer);
    this.#open.delete(command);
    if (outcome === "missing") this.onFailure(open.order, "The page changed, look again.");
    if (outcome === "refused") this.onFailure(open.order, refusal(reason));
  }

  clear(): void {
    for (const { timer } of this.#open.values()) clearTimeout(timer);
    this.#open.clear();
  }
}

const REFUSALS: Record<string, string> = {
  private: "This is private. Only the customer can use it.",
  file: "Only the customer can choose a file.",
  disabled: "The page has this switched off.",
  "read-only": "The page lets nobody write here.",
  "not-editable": "Nothing can be written here.",
  "no-such-option": "The list changed, look again.",
  "not-granted": "The customer took control back.",
};

function refusal(reason: string | undefined): string {
  return (reason && REFUSALS[reason]) ?? "The customer's page did not allow that.";
}
