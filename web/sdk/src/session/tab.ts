import { uuid, type Memory } from "../host";

/** How long a reloading page may take to let go of its tab. */
const PATIENCE = 400;

/**
 * The name of this tab, kept over page loads. A duplicated tab starts with a copy of the name: the lock, held as long as
 * the page lives, tells it that somebody has it already, and it takes a new one.
 */
export class Tab {
  private held: Promise<string> | undefined;
  private release: () => void = () => undefined;

  constructor(private readonly memory: Memory) {
    addEventListener("pagehide", () => {
      this.release();
      this.held = undefined;
    });
  }

  id(): Promise<string> {
    return (this.held ??= this.claim(this.memory.get<string>("tab") ?? uuid()));
  }

  /** Somebody else has this name after all. */
  giveUp(name: string): void {
    if (this.memory.get("tab") !== name) return;
    this.release();
    this.held = this.claim(uuid());
  }

  private async claim(id: string): Promise<string> {
    const mine = await this.lock(id);
    const name = mine ? id : uuid();
    this.memory.set("tab", name);
    if (!mine) await this.lock(name);
    return name;
  }

  private lock(id: string): Promise<boolean> {
    // Only secure pages have locks. Elsewhere the server's "replaced" makes a duplicate take a new name.
    const locks = navigator.locks as LockManager | undefined;
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      locks
        .request(`remote-support:${id}`, { signal: AbortSignal.timeout(PATIENCE) }, () => {
          resolve(true);
          return new Promise<void>((release) => (this.release = release));
        })
        .catch(() => resolve(false));
    });
  }
}
