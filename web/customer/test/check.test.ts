import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeDevices } from "../../packages/media/test/fake-media";
import { cameraCard } from "../src/check/camera";
import type { Card } from "../src/check/card";
import { serversIn } from "../src/check/handed";
import { microphoneCard } from "../src/check/microphone";
import { networkCard } from "../src/check/network";
import { serversCard } from "../src/check/servers";
import { speakerCard } from "../src/check/speaker";

const media = vi.hoisted(() => ({ level: 0, answers: [] as object[] }));
vi.mock("@remote-support/media", async (original) => ({
  ...(await original<object>()),
  probeServers: () => Promise.resolve(media.answers),
  Meter: class {
    level = () => media.level;
    close = () => undefined;
  },
}));

let changes = 0;
const changed = () => changes++;
const soon = () => vi.advanceTimersByTimeAsync(100);
const text = (card: Card) => card.element.querySelector("[role=status]")?.textContent ?? "";
const press = (card: Card, test: string) => {
  card.element.querySelector<HTMLElement>(`[data-testid="${test}"]`)?.click();
  return soon();
};

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(media, { level: 0, answers: [] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the microphone", () => {
  it("is good once something is heard of it, and closes when it is stopped", async () => {
    const devices = FakeDevices.install();
    const card = microphoneCard(changed);
    await press(card, "check-microphone-test");
    expect(text(card)).toBe("Say something…");

    media.level = 0.6;
    await soon();
    expect([card.state, card.element.querySelector("meter")?.value]).toEqual(["good", 0.6]);
    await press(card, "check-microphone-stop");

    expect(devices.opened[0]?.stopped).toBe(true);
    expect(card.state).toBe("good");
  });

  it("keeps the focus of whoever tests it by keyboard", async () => {
    FakeDevices.install();
    const card = microphoneCard(changed);
    document.body.append(card.element);
    card.element.querySelector<HTMLElement>("button")?.focus();

    await press(card, "check-microphone-test");

    expect((document.activeElement as HTMLElement).dataset.testid).toBe("check-microphone-stop");
    card.element.remove();
  });

  it("that hears nothing for six seconds is told so, and is good as soon as it does", async () => {
    FakeDevices.install();
    const card = microphoneCard(changed);
    await press(card, "check-microphone-test");

    await vi.advanceTimersByTimeAsync(6_100);
    expect(text(card)).toContain("Is it muted");
    media.level = 0.6;
    await soon();

    expect(card.state).toBe("good");
  });

  it.each([
    ["NotAllowedError", "Your browser does not allow it"],
    ["NotFoundError", "There is none"],
    ["NotReadableError", "Something else uses it"],
  ])("that does not open is told why: %s", async (name, words) => {
    FakeDevices.install().refusals.audio = name;
    const card = microphoneCard(changed);

    await press(card, "check-microphone-test");

    expect(card.state).toBe("bad");
    expect(text(card)).toContain(words);
  });

  it("that a policy forbids is not told to be its owner's fault", async () => {
    FakeDevices.install().refusals.audio = "NotAllowedError";
    Object.assign(document, { featurePolicy: { allowsFeature: () => false } });
    const card = microphoneCard(changed);

    await press(card, "check-microphone-test");
    Object.assign(document, { featurePolicy: undefined });

    expect(text(card)).toContain("blocked by a policy");
  });

  it("needs a page that came by HTTPS", async () => {
    Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: undefined });
    const card = microphoneCard(changed);

    await press(card, "check-microphone-test");

    expect(text(card)).toContain("https://");
  });
});

describe("the camera", () => {
  it("shows what it sees until it is stopped", async () => {
    const devices = FakeDevices.install();
    const card = cameraCard(changed);
    await press(card, "check-camera-test");
    expect(card.element.querySelector("video")).not.toBeNull();

    await press(card, "check-camera-stop");

    expect(card.element.querySelector("video")).toBeNull();
    expect(devices.opened[0]?.stopped).toBe(true);
  });

  it("that is not there is told so", async () => {
    FakeDevices.install().refusals.video = "NotFoundError";
    const card = cameraCard(changed);

    await press(card, "check-camera-test");

    expect(text(card)).toContain("There is none");
  });
});

describe("the speaker", () => {
  beforeEach(() => {
    const node = { connect: (next: object) => next, start: vi.fn(), stop: vi.fn() };
    const gain = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() };
    const context = { resume: () => Promise.resolve(), createGain: () => ({ ...node, gain }), currentTime: 0 };
    vi.stubGlobal("AudioContext", function AudioContext() {
      return context;
    });
    vi.stubGlobal("OscillatorNode", function OscillatorNode() {
      return node;
    });
  });

  it.each([
    ["check-speaker-yes", "good", "You can hear."],
    ["check-speaker-no", "bad", "Turn the sound up"],
  ])("is what its owner says of the tone: %s", async (answer, state, words) => {
    const card = speakerCard(changed);
    await press(card, "check-speaker-test");

    await press(card, answer);

    expect(card.state).toBe(state);
    expect(text(card)).toContain(words);
  });
});

describe("the connection", () => {
  let took: number | undefined;

  class FakeSocket {
    onopen: (() => void) | null = null;
    onmessage: (() => void) | null = null;
    onerror: (() => void) | null = null;
    onclose: (() => void) | null = null;

    constructor(readonly url: string) {
      setTimeout(() => (took === undefined ? this.onerror?.() : this.onopen?.()));
    }

    send(): void {
      setTimeout(() => this.onmessage?.(), took);
    }

    close(): void {
      this.onmessage = null;
    }
  }

  beforeEach(() => vi.stubGlobal("WebSocket", FakeSocket));

  it.each([
    [40, "good", "40 ms"],
    [400, "bad", "Slow"],
  ])("is judged by how long an answer takes: %i ms", async (ms, state, words) => {
    took = ms;
    const card = networkCard(changed);

    await vi.advanceTimersByTimeAsync(3_000);

    expect(card.state).toBe(state);
    expect(text(card)).toContain(words);
  });

  it.each([
    [true, "lets no live connection through"],
    [false, "We cannot be reached"],
  ])("tells what is blocked, where pages come: %s", async (ok, words) => {
    took = undefined;
    vi.stubGlobal("fetch", () => (ok ? Promise.resolve({ ok }) : Promise.reject(new TypeError())));
    const card = networkCard(changed);

    await soon();

    expect(text(card)).toContain(words);
  });
});

describe("the way for the sound", () => {
  const TURN = { urls: ["turn:turn.example.com:3478"], username: "1:me", credential: "x" };
  const link = (servers: unknown) => `#servers=${encodeURIComponent(JSON.stringify(servers))}`;

  it("is tested by what whoever opened the page has written, and by nothing else", () => {
    expect(serversIn(link([TURN]))).toEqual([TURN]);
    expect(serversIn(link([]))).toEqual([]);
    for (const nonsense of ["", "#servers=", "#servers=%", link({}), link([{}]), link([{ urls: ["https://a"] }])]) {
      expect(serversIn(nonsense)).toBeUndefined();
    }
    expect(serversIn(link([{ ...TURN, username: 1 }]))).toBeUndefined();
  });

  it("is not tested for strangers, who are told where it is", () => {
    const card = serversCard(undefined, changed);

    expect(card.state).toBe("idle");
    expect(text(card)).toContain("from your chat or call");
  });

  it.each([
    ["answers", "good", "finds its way"],
    ["refused", "bad", "The relay refuses us"],
    ["unreachable", "bad", "Another network"],
  ])("is what the relays say: %s", async (word, state, words) => {
    media.answers = [
      { url: "stun:stun.example.com", word: "unreachable" },
      { url: "turn:turn.example.com:3478", word },
    ];
    const card = serversCard([TURN], changed);

    await soon();

    expect(card.state).toBe(state);
    expect(text(card)).toContain(words);
    expect(card.element.querySelectorAll("li")).toHaveLength(2);
  });
});
