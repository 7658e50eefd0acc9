import type { Host } from "@remote-support/sdk/host";

interface Desk {
  open: boolean;
  staffAvailable: boolean;
  opensAt?: string | null;
}

/** How long an answer is believed. */
const FRESH = 60_000;

/** Whether anybody is there to help. What cannot be asked is taken for open: the queue says so better later. */
export class Hours implements Desk {
  open = true;
  staffAvailable = true;
  opensAt: string | undefined;
  private askedAt = -Infinity;

  constructor(
    private readonly host: Host,
    private readonly changed: () => void,
  ) {}

  /** Asks, unless it was asked just now. */
  look(): void {
    if (Date.now() - this.askedAt < FRESH) return;
    this.askedAt = Date.now();
    void this.ask();
  }

  private async ask(): Promise<void> {
    try {
      const { open, staffAvailable, opensAt } = await this.host.request<Desk>("desk/open");
      Object.assign(this, { open, staffAvailable, opensAt: opensAt ?? undefined });
      this.changed();
    } catch {
      // As it was before.
    }
  }
}
