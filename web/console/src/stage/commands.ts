import type { SignalFromClient, Step } from "@remote-support/protocol";
import { randomId } from "../ui/id";
import type { ResultFrame } from "./room";

/** A command without what every command carries. */
export type Order =
  | { type: "control.click"; node: number; x: number; y: number; button: number; count?: number }
  | { type: "control.input"; node: number; value: string; start?: number; end?: number }
  | { type: "control.select"; node: number; values: string[] }
  | { type: "control.scroll"; node: number; x: number; y: number }
  | { type: "control.point"; node: number; x: number; y: number }
  | { type: "control.drag"; node: number; x: number; y: number; path: Step[] }
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
/** The customer has a minute to answer a proposal. */
const PROPOSAL_PATIENCE = 66_000;

export type ProposalState = "waiting" | "done" | "declined";

interface Given {
  order: Order;
  proposed: boolean;
  timer: ReturnType<typeof setTimeout>;
}

/** The commands on their way to the customer's page, in the order they were given. */
export class Commands {
  readonly #open = new Map<string, Given>();

  constructor(
    private readonly send: (frame: SignalFromClient) => boolean,
    private readonly onFailure: (order: Order, words: string) => void,
    /** What became of something that only the customer may do. */
    private readonly onProposal: (state: ProposalState) => void = () => undefined,
  ) {}

  give(participant: string, order: Order): void {
    const command = randomId();
    if (!this.send({ ...order, participant, command })) {
      this.#fail(order, "The connection is away. Try again in a moment.");
      return;
    }
    this.#open.set(command, { order, proposed: false, timer: this.#expect(command, PATIENCE) });
  }

  /** True while the page has not answered everything written into this node. */
  isWriting(node: number): boolean {
    return [...this.#open.values()].some(({ order }) => order.type === "control.input" && order.node === node);
  }

  settle({ command, outcome, reason }: ResultFrame): void {
    const open = this.#open.get(command);
    if (!open) return;
    clearTimeout(open.timer);
    if (outcome === "proposed") {
      open.proposed = true;
      open.timer = this.#expect(command, PROPOSAL_PATIENCE);
      this.onProposal("waiting");
      return;
    }
    this.#open.delete(command);
    if (open.proposed) this.onProposal(outcome === "done" ? "done" : "declined");
    if (outcome === "missing") this.#fail(open.order, "The page changed, look again.");
    if (outcome === "refused" && reason !== "declined") this.#fail(open.order, refusal(reason));
  }

  clear(): void {
    for (const { timer } of this.#open.values()) clearTimeout(timer);
    this.#open.clear();
  }

  #expect(command: string, patience: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      const open = this.#open.get(command);
      this.#open.delete(command);
      if (!open) return;
      if (open.proposed) this.onProposal("declined");
      else this.#fail(open.order, "The customer's page does not answer.");
    }, patience);
  }

  /** A pointer that was only passing by is not worth a word. */
  #fail(order: Order, words: string): void {
    if (order.type !== "control.point") this.onFailure(order, words);
  }
}

const REFUSALS: Record<string, string> = {
  private: "This is private. Only the customer can use it.",
  guarded: "Only the customer can change this.",
  file: "Only the customer can choose a file.",
  disabled: "The page has this switched off.",
  "read-only": "The page lets nobody write here.",
  "not-editable": "Nothing can be written here.",
  "no-such-option": "The list changed, look again.",
  "not-granted": "The customer took control back.",
  "control-held": "Another technician controls this page. Ask to take over.",
};

function refusal(reason: string | undefined): string {
  return (reason && REFUSALS[reason]) ?? "The customer's page did not allow that.";
}
