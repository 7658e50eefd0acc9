import { beforeEach, describe, expect, it, vi } from "vitest";
import { isMuted, mute } from "../src/ui/sound";

const started: number[] = [];
let resumed: () => Promise<void>;

class Param {
  setValueAtTime = () => this;
  linearRampToValueAtTime = () => this;
  exponentialRampToValueAtTime = () => this;
}

class Node {
  gain = new Param();
  connect = (next: unknown) => next;
  start = (at: number) => started.push(at);
  stop = () => undefined;
}

/** The module keeps one context for good: each test takes a module of its own. */
async function play(sound: "offer" | "message"): Promise<void> {
  vi.resetModules();
  const fresh = await import("../src/ui/sound");
  fresh.play(sound);
  await vi.waitFor(() => Promise.resolve());
  await Promise.resolve();
}

beforeEach(() => {
  started.length = 0;
  resumed = () => Promise.resolve();
  vi.stubGlobal(
    "AudioContext",
    class {
      currentTime = 0;
      destination = {};
      resume = () => resumed();
    },
  );
  vi.stubGlobal("OscillatorNode", Node);
  vi.stubGlobal("GainNode", Node);
});

describe("sounds", () => {
  it("ring with their notes", async () => {
    await play("offer");

    expect(started).toEqual([0, 0.14, 0.28]);
  });

  it("are silent for who has muted them, also after a reload", async () => {
    mute(true);

    await play("offer");

    expect(isMuted()).toBe(true);
    expect(started).toEqual([]);
    mute(false);
    await play("message");
    expect(started).toHaveLength(2);
  });

  it("do not startle later, when the browser held them back until a click", async () => {
    vi.useFakeTimers();
    let click = () => undefined as unknown;
    resumed = () => new Promise((resolve) => (click = () => resolve()));
    vi.resetModules();
    const fresh = await import("../src/ui/sound");
    fresh.play("offer");

    vi.advanceTimersByTime(5_000);
    click();
    await Promise.resolve();

    expect(started).toEqual([]);
  });

  it("are nothing where the browser has none", async () => {
    vi.stubGlobal("AudioContext", undefined);

    await play("offer");

    expect(started).toEqual([]);
  });
});
