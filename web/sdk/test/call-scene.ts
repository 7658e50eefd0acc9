import type { CallState, FrameOf, Participant, SignalFromClient } from "@remote-support/protocol";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { FakeDevices } from "../../packages/media/test/fake-media";
import { FakePeerConnection } from "../../packages/media/test/fake-peer-connection";
import type { Call, CallScript } from "../src/call/main";
import type { CallChanged, CallView } from "../src/call/model";
import { DEFINE, Refused } from "../src/host";
import type { Waiting } from "../src/session/main";
import { fakeHost, island } from "./fake-host";

export let fake: ReturnType<typeof fakeHost>;
export let browser: FakeDevices;
export let script: CallScript;
export let call: Call;
export let sent: SignalFromClient[];
export let asked: { path: string; body: unknown }[];
export let answers: Record<string, unknown>;
export let room: { participants: Map<string, Participant>; waiting: Waiting | undefined };
export let tones: number;
export const changed = vi.fn();

export const soon = () => vi.advanceTimersByTimeAsync(60);
export const offers = () => sent.filter((frame) => frame.type === "peer.description");
export const last = <Type extends SignalFromClient["type"]>(type: Type) =>
  sent.filter((frame): frame is FrameOf<SignalFromClient, Type> => frame.type === type).at(-1);
export const to = (path: string) => asked.filter((one) => one.path === path);
export const text = (test: string) => island(test)?.textContent;
export const press = async (test: string) => {
  const button = island(test);
  if (!button || button.closest("[hidden]")) throw new Error(`no ${test}`);
  button.click();
  await soon();
};
export const pressed = (test: string) => island(test)?.ariaPressed;
export const wanted = (from = "tech") =>
  call.receive({ type: "peer.state", from, capability: "call", state: "wanted" });

export function view(state: CallState, more: Partial<CallView> = {}): CallView {
  return {
    id: "c1",
    sessionId: "s1",
    state,
    staffId: null,
    staffName: null,
    ringsAt: null,
    ringExpiresAt: null,
    answeredAt: null,
    endReason: null,
    durationSeconds: 0,
    version: 1,
    ...more,
  };
}

export function become(state: CallState, version: number, more: Partial<CallChanged> = {}): Promise<unknown> {
  const ringing = state === "ringing";
  call.receive({
    type: "call.changed",
    call: "c1",
    state,
    version,
    staffId: state === "queued" ? null : "ada",
    ringsAt: ringing ? "customer" : null,
    expiresAt: null,
    answeredAt: state === "active" ? "2026-01-01T00:00:00Z" : null,
    ...more,
  });
  return soon();
}

/** In the session's room, as the session's script brings it there. */
export function join(): void {
  call = script.join({ session: "s1", send: (frame) => sent.push(frame), changed });
  update();
}

export const update = () => call.update(room, false);

export async function load<Script>(file: () => Promise<unknown>): Promise<Script> {
  vi.resetModules();
  const defined = new Promise<Script>((resolve) =>
    Object.assign(window, {
      [DEFINE]: (_name: string, start: (host: unknown) => Script) => resolve(start(fake.host)),
    }),
  );
  await file();
  return defined;
}

/** The tab that asked for the call, or answered it, on the page before. */
export async function talk(): Promise<void> {
  fake.host.tab.set("call", "c1");
  answers["support/call/c1"] = view("active", {
    version: 3,
    staffId: "ada",
    staffName: "Ada",
    answeredAt: "2026-01-01T00:00:00Z",
    durationSeconds: 125,
  });
  join();
  await become("active", 3);
  wanted();
  await soon();
}

/** A tone that lasts most of a second at least every three: no two seconds of nothing. */
export async function neverSilent(): Promise<void> {
  for (let times = 0; times < 4; times++) {
    tones = 0;
    await vi.advanceTimersByTimeAsync(2_500);
    expect(tones).toBeGreaterThan(0);
  }
}

export function connected(): FakePeerConnection {
  const connection = FakePeerConnection.all.at(-1) as FakePeerConnection;
  connection.become("connected");
  return connection;
}

/** From here on no tone has sounded. */
export function hush(): void {
  tones = 0;
}

/** A browser with devices, in place of any before. */
export function installBrowser(): void {
  browser = FakeDevices.install();
}

/** To be called by each file with tests of calls: every test has a page of its own. */
export function callScene(): void {
  beforeEach(async () => {
    vi.useFakeTimers({ now: Date.parse("2026-01-01T01:00:00Z") });
    vi.stubGlobal("RTCPeerConnection", FakePeerConnection);
    FakePeerConnection.all = [];
    browser = FakeDevices.install();
    Object.assign(browser, { getDisplayMedia: browser.getDisplayMedia.bind(browser) });
    vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
    vi.spyOn(HTMLMediaElement.prototype, "pause").mockReturnValue();
    tones = 0;
    const parameter = {
      setValueAtTime: vi.fn(),
      linearRampToValueAtTime: vi.fn(),
      exponentialRampToValueAtTime: vi.fn(),
    };
    const node = { connect: () => node, start: vi.fn(), stop: vi.fn(), frequency: {}, gain: parameter };
    class FakeContext {
      currentTime = 0;
      destination = {};
      createOscillator = () => (tones++, node);
      createGain = () => node;
      createMediaStreamSource = () => node;
      createAnalyser = () => ({ getFloatTimeDomainData: () => undefined });
      resume = () => Promise.resolve();
      close = () => Promise.resolve();
    }
    vi.stubGlobal("AudioContext", FakeContext);
    document.querySelectorAll("remote-support-ui").forEach((one) => one.remove());
    document.body.innerHTML = "";
    sent = [];
    asked = [];
    answers = {};
    room = {
      participants: new Map([["tech", { id: "tech", seat: "technician", name: "Ada" } as Participant]]),
      waiting: undefined,
    };
    changed.mockReset();
    fake = fakeHost({
      request: vi.fn((path: string, body?: unknown) => {
        asked.push({ path, body });
        const answer = answers[path];
        if (answer instanceof Error) return Promise.reject(answer);
        return answer ? Promise.resolve(answer) : Promise.reject(new Refused(404, "call-unknown", "none"));
      }) as never,
    });
    script = await load(() => import("../src/call/main"));
  });

  afterEach(async () => {
    call.end();
    // Notes go by themselves.
    await vi.advanceTimersByTimeAsync(30_000);
    Reflect.deleteProperty(navigator, "locks");
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
}
