import type { Memory } from "@remote-support/sdk/host";

/** A session that is over, as this browser remembers it. */
export interface Finished {
  session: string;
  at: number;
  /** Whether anybody answered: otherwise there is nothing to rate. */
  helped: boolean;
  rated?: boolean;
}

/** The last chat that ended here: for the next pages and the other tabs, where it can still be rated. */
export class LastChat {
  constructor(private readonly local: Memory) {}

  get(): Finished | undefined {
    return this.local.get<Finished>("finished");
  }

  ended(session: string, helped: boolean): void {
    if (this.get()?.session !== session) this.set({ session, at: Date.now(), helped });
  }

  rated(session: string): void {
    const finished = this.get();
    if (finished?.session === session) this.set({ ...finished, rated: true });
  }

  private set(finished: Finished): void {
    this.local.set("finished", finished);
  }
}
