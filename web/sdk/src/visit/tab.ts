import { uuid, type Memory } from "../host";

/** A tab that loads its next page is back within this. */
const RETURN = 10_000;

interface Left {
  name: string;
  at: number;
}

/**
 * This tab's name for itself, the same over its page loads. It is written down only while no page of the tab is open: a
 * duplicate finds none, and takes its own.
 */
export function tabName(memory: Memory, now = Date.now()): string {
  const left = memory.get<Left>("visit");
  memory.set("visit", undefined);
  const name = left && now - left.at < RETURN ? left.name : uuid();
  addEventListener("pagehide", () => memory.set("visit", { name, at: Date.now() }));
  addEventListener("pageshow", ({ persisted }) => persisted && memory.set("visit", undefined));
  return name;
}
