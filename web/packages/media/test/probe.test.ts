import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { probeServers } from "../src";

type Step = (connection: FakeGathering) => void;

/** Gathers as a browser would that meets such a server. */
class FakeGathering {
  static readonly made: FakeGathering[] = [];
  static byUrl: Record<string, Step> = {};
  onicecandidate: ((event: { candidate: object | null }) => void) | null = null;
  onicecandidateerror: ((event: { errorCode: number }) => void) | null = null;
  closed = false;

  constructor(readonly configuration: RTCConfiguration) {
    if (this.url.startsWith("bad")) throw new SyntaxError();
    FakeGathering.made.push(this);
  }

  get url(): string {
    return String(this.configuration.iceServers?.[0]?.urls);
  }

  createDataChannel = vi.fn();

  setLocalDescription(): Promise<void> {
    setTimeout(() => FakeGathering.byUrl[this.url]?.(this), 20);
    return Promise.resolve();
  }

  close(): void {
    this.closed = true;
  }
}

const candidate =
  (type: string): Step =>
  (to) =>
    to.onicecandidate?.({ candidate: { candidate: "candidate:1", type } });
const error =
  (errorCode: number): Step =>
  (to) =>
    to.onicecandidateerror?.({ errorCode });
const end: Step = (to) => to.onicecandidate?.({ candidate: null });
const all =
  (...steps: Step[]): Step =>
  (to) =>
    steps.forEach((step) => step(to));

async function probe(url: string, step: Step = () => undefined) {
  FakeGathering.byUrl = { [url]: step };
  const asked = probeServers([{ urls: [url], username: "1:me", credential: "secret" }]);
  await vi.advanceTimersByTimeAsync(5_000);
  return (await asked)[0];
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeGathering.made.length = 0;
  vi.stubGlobal("RTCPeerConnection", FakeGathering);
});

afterEach(() => {
  expect(FakeGathering.made.every(({ closed }) => closed)).toBe(true);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the probe of a server", () => {
  it("tells that a TURN server gives a relay, and how fast", async () => {
    expect(await probe("turn:a", all(candidate("relay"), end))).toEqual({
      url: "turn:a",
      word: "answers",
      milliseconds: 20,
    });
    expect(FakeGathering.made[0]?.configuration).toEqual({
      iceServers: [{ urls: ["turn:a"], username: "1:me", credential: "secret" }],
      iceTransportPolicy: "relay",
    });
  });

  it.each([401, 403, 438, 441])("tells that credentials are refused: %i", async (code) => {
    expect(await probe("turn:a", all(error(code), end))).toEqual({ url: "turn:a", word: "refused" });
  });

  it.each([486, 508])("tells that no relay is free: %i", async (code) => {
    expect(await probe("turn:a", error(code))).toMatchObject({ word: "busy" });
  });

  it("tells that nothing answers, when the browser says so and when it says nothing for five seconds", async () => {
    expect(await probe("turn:a", all(error(701), end))).toMatchObject({ word: "unreachable" });
    expect(await probe("turns:a")).toMatchObject({ word: "unreachable" });
    expect(await probe("stun:a", all(candidate("host"), error(701), end))).toMatchObject({ word: "unreachable" });
  });

  it("believes a STUN server that tells an address, also one that the browser knew", async () => {
    expect(await probe("stun:a", all(candidate("host"), candidate("srflx")))).toMatchObject({ word: "answers" });
    expect(await probe("stun:a", all(candidate("host"), end))).toMatchObject({ word: "answers" });
    expect(await probe("stun:a", end)).toMatchObject({ word: "unreachable" });
  });

  it("believes no TURN server for a way that is not its own", async () => {
    expect(await probe("turn:a", all(candidate("host"), end))).toMatchObject({ word: "unreachable" });
  });

  it("tells of an address that the browser does not take", async () => {
    expect(await probe("bad:a")).toEqual({ url: "bad:a", word: "unusable" });
  });

  it("asks all addresses at once", async () => {
    FakeGathering.byUrl = { "turn:a": candidate("relay"), "turn:b": error(401), "stun:c": candidate("srflx") };
    const asked = probeServers([{ urls: ["turn:a", "turn:b"] }, { urls: "stun:c" }]);
    await vi.advanceTimersByTimeAsync(25);

    expect((await asked).map(({ word }) => word)).toEqual(["answers", "refused", "answers"]);
  });
});
