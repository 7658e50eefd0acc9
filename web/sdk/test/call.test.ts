import type { CallState, FrameOf, Participant, SignalFromClient } from "@remote-support/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeDevices } from "../../packages/media/test/fake-media";
import { FakePeerConnection } from "../../packages/media/test/fake-peer-connection";
import type { Call, CallScript } from "../src/call/main";
import type { CallChanged, CallView } from "../src/call/model";
import { DEFINE, Refused } from "../src/host";
import type { Waiting } from "../src/session/main";
import * as en from "../src/words/en";
import { fakeHost, island } from "./fake-host";

let fake: ReturnType<typeof fakeHost>;
let browser: FakeDevices;
let script: CallScript;
let call: Call;
let sent: SignalFromClient[];
let asked: { path: string; body: unknown }[];
let answers: Record<string, unknown>;
let room: { participants: Map<string, Participant>; waiting: Waiting | undefined };
let tones: number;
const changed = vi.fn();

const soon = () => vi.advanceTimersByTimeAsync(60);
const offers = () => sent.filter((frame) => frame.type === "peer.description");
const last = <Type extends SignalFromClient["type"]>(type: Type) =>
  sent.filter((frame): frame is FrameOf<SignalFromClient, Type> => frame.type === type).at(-1);
const to = (path: string) => asked.filter((one) => one.path === path);
const text = (test: string) => island(test)?.textContent;
const press = async (test: string) => {
  const button = island(test);
  if (!button || button.closest("[hidden]")) throw new Error(`no ${test}`);
  button.click();
  await soon();
};
const pressed = (test: string) => island(test)?.ariaPressed;
const wanted = (from = "tech") => call.receive({ type: "peer.state", from, capability: "call", state: "wanted" });

function view(state: CallState, more: Partial<CallView> = {}): CallView {
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

function become(state: CallState, version: number, more: Partial<CallChanged> = {}): Promise<unknown> {
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
function join(): void {
  call = script.join({ session: "s1", send: (frame) => sent.push(frame), changed });
  update();
}

const update = () => call.update(room, false);

async function load<Script>(file: () => Promise<unknown>): Promise<Script> {
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
async function talk(): Promise<void> {
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
async function neverSilent(): Promise<void> {
  for (let times = 0; times < 4; times++) {
    tones = 0;
    await vi.advanceTimersByTimeAsync(2_500);
    expect(tones).toBeGreaterThan(0);
  }
}

function connected(): FakePeerConnection {
  const connection = FakePeerConnection.all.at(-1) as FakePeerConnection;
  connection.become("connected");
  return connection;
}

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

describe("asking for a call", () => {
  beforeEach(() => {
    answers["support/call/start"] = { callId: "c1", sessionId: "s1", call: view("queued") };
    answers["support/call/c1"] = view("queued");
  });

  it("begins a session, opens the microphone, and says how long it takes", async () => {
    fake.host.local.set("name", "Grace");
    vi.mocked(fake.host.session.enter).mockImplementation(join);
    await script.ask();
    await soon();

    expect(to("support/call/start")).toMatchObject([{ body: { userId: "v", customerName: "Grace" } }]);
    expect(fake.host.session.enter).toHaveBeenCalledExactlyOnceWith("s1");
    expect(fake.host.tab.get("call")).toBe("c1");
    expect(browser.opened).toHaveLength(1);
    expect(island("rs-call-note")).toBeNull();

    room.waiting = { position: 3, expectedWaitSeconds: 200, staffAvailable: true };
    expect(update()).toBe(true);
    expect(text("rs-call-waiting")).toContain("You are number 3 · about 4 minutes");
    const check = island<HTMLAnchorElement>("rs-call-check");
    call.receive({
      type: "peer.servers",
      servers: [{ urls: ["turn:turn.example.com"], username: "1:me", credential: "x" }],
    });
    check?.dispatchEvent(new Event("focus"));
    expect(decodeURIComponent(check?.href ?? "")).toContain('/check#servers=[{"urls":["turn:turn.example.com"]');
    expect(offers()).toEqual([]);
  });

  it("rings at the technician of the open session", async () => {
    vi.spyOn(fake.host.session, "id").mockReturnValue("s1");
    join();
    answers["support/call/start"] = {
      callId: "c1",
      sessionId: "s1",
      call: view("ringing", { ringsAt: "technician", staffId: "ada", staffName: "Ada" }),
    };
    await script.ask();
    await soon();

    expect(to("support/call/start")).toEqual([{ path: "support/call/start", body: { sessionId: "s1" } }]);
    expect(text("rs-call-waiting")).toContain("It rings at Ada");
    expect(tones).toBe(2);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(tones).toBe(4);
    await become("queued", 2);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(tones).toBe(4);
  });

  it("that loses to the room's own word goes on all the same", async () => {
    vi.spyOn(fake.host.session, "id").mockReturnValue("s1");
    join();
    await become("queued", 2);
    expect(island("rs-call-waiting")).toBeNull();

    await script.ask();
    await soon();

    expect(island("rs-call-waiting")).not.toBeNull();
  });

  it("begins anew where the session is over", async () => {
    const id = vi.spyOn(fake.host.session, "id").mockReturnValueOnce("old").mockReturnValue(undefined);
    let first = true;
    vi.mocked(fake.host.request).mockImplementation(((path: string, body: unknown) => {
      asked.push({ path, body });
      if (path === "support/call/start" && first) {
        first = false;
        return Promise.reject(new Refused(409, "session-ended", "over"));
      }
      return Promise.resolve(answers[path]);
    }) as never);
    await script.ask();

    expect(fake.host.session.ended).toHaveBeenCalledExactlyOnceWith("old");
    expect(to("support/call/start")).toHaveLength(2);
    expect(id).toHaveBeenCalledTimes(2);
    join();
  });

  it("that fails says so, and offers another try", async () => {
    answers["support/call/start"] = new Error("away");
    await expect(script.ask()).rejects.toThrow("away");
    await soon();
    expect(text("rs-call-note")).toContain("The call did not begin");

    answers["support/call/start"] = { callId: "c1", sessionId: "s1", call: view("queued") };
    await press("rs-call-again");

    expect(fake.host.session.enter).toHaveBeenCalledWith("s1");
    join();
  });

  it("is not possible where the browser cannot", async () => {
    Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: undefined });
    await script.ask();
    await soon();

    expect(text("rs-call-note")).toContain("This browser cannot take calls");
    expect(asked).toEqual([]);
    browser = FakeDevices.install();
    join();
  });
});

describe("a call that waits", () => {
  beforeEach(async () => {
    fake.host.tab.set("call", "c1");
    answers["support/call/c1"] = view("queued");
    join();
    await soon();
  });

  it("is cancelled", async () => {
    answers["support/call/c1/end"] = view("missed", { version: 2, endReason: "ended-by-customer" });
    await press("rs-call-cancel");

    expect(to("support/call/c1/end")).toHaveLength(1);
    expect(island("rs-call-waiting")).toBeNull();
    expect(browser.opened[0]?.stopped).toBe(true);
    expect(fake.host.tab.get("call")).toBeUndefined();
    expect(island("rs-call-note")).toBeNull();
  });

  it("becomes a wish to be called back where nobody is there", async () => {
    room.waiting = { position: 1, expectedWaitSeconds: null, staffAvailable: false };
    update();
    expect(text("rs-call-waiting")).toContain("Nobody is free to answer right now");
    answers["support/call/c1/callback"] = view("missed", { version: 2, endReason: "call-back-requested" });

    vi.mocked(fake.host.load).mockRejectedValueOnce(new Error("no line"));
    await press("rs-call-back");
    expect(text("rs-call-waiting")).toContain(en.call.failedHint);
    expect(island("rs-call-contact")).toBeNull();

    const wish: never = await load(() => import("../src/wish/main"));
    vi.mocked(fake.host.load).mockResolvedValueOnce(wish);
    await press("rs-call-back");
    await press("rs-call-wait");
    expect(island("rs-call-contact")).toBeNull();
    await press("rs-call-back");
    (island("rs-call-contact") as HTMLInputElement).value = " +254 20 1234567 ";
    (island("rs-call-note-text") as HTMLInputElement).value = "After five";
    await press("rs-call-back-send");

    expect(to("support/call/c1/callback")).toMatchObject([
      { body: { contact: "+254 20 1234567", note: "After five" } },
    ]);
    expect(text("rs-call-note")).toContain("We call you back");
    expect(island("rs-call-waiting")).toBeNull();
  });

  it("that nobody answers says so, and can be asked for again", async () => {
    await become("missed", 2, { reason: "unanswered" });

    expect(text("rs-call-note")).toContain("Nobody answered");
    expect(island("rs-call-again")).not.toBeNull();
    expect(browser.opened[0]?.stopped).toBe(true);
  });

  it("is answered: what was ready is sent at once", async () => {
    await become("active", 4);
    wanted();
    await soon();

    expect(browser.opened).toHaveLength(1);
    expect(offers()).toMatchObject([{ to: "tech", capability: "call", kind: "offer" }]);
  });

  it("is seen in no other tab", async () => {
    call.end();
    fake.host.tab.set("call", undefined);
    join();
    await become("queued", 2);

    expect(island("rs-call-waiting")).toBeNull();
    expect(update()).toBe(false);
  });
});

describe("a technician who calls", () => {
  beforeEach(() => {
    answers["support/call/c1"] = view("ringing", {
      ringsAt: "customer",
      version: 2,
      staffId: "ada",
      staffName: "Ada L.",
    });
  });

  it("is announced by name and a soft tone, and takes the focus to no button", async () => {
    join();
    await become("ringing", 2);
    await vi.advanceTimersByTimeAsync(3_000);

    expect(text("rs-call-ringing")).toContain("Ada L. would like to talk to you");
    expect(tones).toBe(6);
    expect(island("rs-call-ringing")?.matches(":focus")).toBe(true);
    expect(browser.asked).toEqual([]);
  });

  it("takes nobody away from what is being written", async () => {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.focus();
    join();
    await become("ringing", 2);

    expect(document.activeElement).toBe(field);
    expect(island("rs-call-ringing")?.querySelector("[role=alert]")?.textContent).toContain("would like to talk");
  });

  it("rings on after Escape, but quietly", async () => {
    join();
    await become("ringing", 2);
    const rung = tones;
    island("rs-call-ringing")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    await vi.advanceTimersByTimeAsync(9_000);

    expect(tones).toBe(rung);
    expect(island("rs-call-accept")).not.toBeNull();
    expect(to("support/call/c1/decline")).toEqual([]);
  });

  it("is answered by Accept alone: then the microphone opens and this tab offers", async () => {
    join();
    await become("ringing", 2);
    wanted();
    await soon();
    expect(offers()).toEqual([]);

    answers["support/call/c1/answer"] = view("active", { version: 3, staffId: "ada", staffName: "Ada L." });
    await press("rs-call-accept");

    expect(to("support/call/c1/answer")).toHaveLength(1);
    expect(browser.opened).toHaveLength(1);
    expect(island("rs-call")).not.toBeNull();
    expect(offers()).toMatchObject([{ to: "tech", capability: "call" }]);
    expect(fake.host.tab.get("call")).toBe("c1");
  });

  it("is declined", async () => {
    join();
    await become("ringing", 2);
    answers["support/call/c1/decline"] = view("declined", { version: 3 });
    await press("rs-call-decline");

    expect(to("support/call/c1/decline")).toHaveLength(1);
    expect(island("rs-call-ringing")).toBeNull();
    expect(island("rs-call-note")).toBeNull();
    expect(browser.asked).toEqual([]);
  });

  it("that gave up can be called back", async () => {
    join();
    await become("ringing", 2);
    await become("missed", 3, { reason: "unanswered" });

    expect(text("rs-call-note")).toContain("You missed a call from Ada");
    expect(island("rs-call-again")).not.toBeNull();
  });

  it("that was too late to answer is not answered", async () => {
    join();
    await become("ringing", 2);
    answers["support/call/c1/answer"] = new Refused(409, "call-over", "over");
    await press("rs-call-accept");

    expect(text("rs-call-note")).toContain("The call did not begin");
    expect(browser.opened[0]?.stopped).toBe(true);
    expect(fake.host.tab.get("call")).toBeUndefined();
  });
});

describe("a call under way", () => {
  it("goes on by itself on the next page of this tab, and offers again when it is wanted", async () => {
    await talk();

    expect(offers()).toMatchObject([{ to: "tech", kind: "offer" }]);
    expect(text("rs-call")).toContain("Ada");
    expect(text("rs-call-time")).toBe("2:05");
    wanted();
    await soon();

    expect(offers()).toHaveLength(2);
    expect(FakePeerConnection.all.map(({ signalingState }) => signalingState)).toEqual(["closed", "have-local-offer"]);
    expect(new Set(offers().map((offer) => "connection" in offer && offer.connection)).size).toBe(2);
  });

  it("is not taken by a tab that is not in it, unless it is asked to", async () => {
    answers["support/call/c1"] = view("active", { version: 3, staffId: "ada", staffName: "Ada" });
    join();
    await become("active", 3);
    wanted();
    await soon();
    expect(offers()).toEqual([]);
    expect(browser.asked).toEqual([]);

    await press("rs-call-here");

    expect(offers()).toHaveLength(1);
    expect(fake.host.tab.get("call")).toBe("c1");
  });

  it("knows no word that is older than the last", async () => {
    await talk();
    await become("ringing", 2);
    await become("queued", 1);

    expect(island("rs-call")).not.toBeNull();
    expect(FakePeerConnection.all[0]?.signalingState).toBe("have-local-offer");
  });

  it("has nothing to do with another call that is over", async () => {
    await talk();
    await become("completed", 9, { call: "c0" });

    expect(island("rs-call")).not.toBeNull();
  });

  it("tells what this side sends after every connect and with every change", async () => {
    await talk();
    connected();
    expect(last("peer.media")).toMatchObject({ to: "tech", muted: false, held: false, picture: "none" });

    await press("rs-call-mute");
    expect(last("peer.media")).toMatchObject({ muted: true });
    expect(browser.opened[0]?.enabled).toBe(false);
    expect(pressed("rs-call-mute")).toBe("true");
    expect(text("rs-call-status")).toBe("You are muted");

    await press("rs-call-hold");
    expect(last("peer.media")).toMatchObject({ muted: true, held: true });
    await press("rs-call-hold");
    await press("rs-call-camera");
    expect(last("peer.media")).toMatchObject({ held: false, picture: "camera" });
    expect(island("rs-call-preview")?.hidden).toBe(false);
    await press("rs-call-screen");
    expect(last("peer.media")).toMatchObject({ picture: "screen" });
    await press("rs-call-screen");

    expect(last("peer.media")).toMatchObject({ picture: "none" });
    expect(offers().every((frame) => "capability" in frame && frame.capability === "call")).toBe(true);
  });

  it("is muted by the keyboard from anywhere on the page, and only while it lasts", async () => {
    await talk();
    const key = () =>
      dispatchEvent(new KeyboardEvent("keydown", { code: "KeyM", altKey: true, shiftKey: true, cancelable: true }));
    key();
    expect(pressed("rs-call-mute")).toBe("true");
    expect(island("rs-call-mute")?.title).toContain("Alt+Shift+M");
    await become("completed", 4);

    expect(key()).toBe(true);
  });

  it("says what the other side sends", async () => {
    await talk();
    connected();
    const hears = (more: object) =>
      call.receive({
        type: "peer.media",
        from: "tech",
        capability: "call",
        muted: false,
        held: false,
        picture: "none",
        ...more,
      });
    expect(text("rs-call-status")).toBe("You are talking to Ada");
    hears({ muted: true });
    expect(text("rs-call-status")).toBe("Ada is muted");
    hears({ held: true });
    expect(text("rs-call-status")).toBe("Ada has put the call on hold");
    hears({ held: true, from: "somebody" });
    hears({ picture: "camera" });
    FakePeerConnection.all[0]?.ontrack?.({ streams: [new MediaStream()] });

    expect(island("rs-call-picture")?.hidden).toBe(false);
  });

  it("says within five seconds why nothing connects, and no more once it does", async () => {
    await talk();
    const { to: from, ...offer } = last("peer.description") as FrameOf<SignalFromClient, "peer.description">;
    call.receive({ ...offer, from, kind: "answer" });
    await soon();
    FakePeerConnection.all[0]?.onicecandidateerror?.({ errorCode: 401 });

    await vi.advanceTimersByTimeAsync(5_000);

    expect(text("rs-call-way")).toContain("The relay for calls refuses this one");
    connected();
    expect(island("rs-call-way")?.hidden).toBe(true);
  });

  it("says when it is connected anew, and tries again and again", async () => {
    await talk();
    expect(text("rs-call-status")).toBe("Connecting…");
    connected().become("disconnected");
    expect(text("rs-call-status")).toBe("Reconnecting…");

    await vi.advanceTimersByTimeAsync(16_000);
    expect(FakePeerConnection.all.length).toBeGreaterThan(1);
    const before = FakePeerConnection.all.length;
    await vi.advanceTimersByTimeAsync(16_000);

    expect(FakePeerConnection.all.length).toBeGreaterThan(before);
    expect(text("rs-call-status")).toBe("Reconnecting…");
    connected();
    expect(text("rs-call-status")).toBe("You are talking to Ada");
  });

  it("waits for a technician who has gone instead of knocking at nobody", async () => {
    await talk();
    connected();
    room.participants.clear();
    update();
    expect(FakePeerConnection.all[0]?.signalingState).not.toBe("closed");
    FakePeerConnection.all[0]?.become("disconnected");
    await vi.advanceTimersByTimeAsync(60_000);

    expect(FakePeerConnection.all).toHaveLength(1);
    expect(text("rs-call-status")).toContain("Waiting for");
  });

  it("waits again with its microphone when the technician is lost to it, for another one", async () => {
    await talk();
    connected();
    await become("queued", 4);

    expect(island("rs-call-waiting")).not.toBeNull();
    expect(FakePeerConnection.all[0]?.signalingState).toBe("closed");
    expect(browser.opened[0]?.stopped).toBe(false);

    await become("active", 5, { staffId: "bob" });
    wanted("other");
    await soon();

    expect(last("peer.description")).toMatchObject({ to: "other" });
  });

  it("that is handed to a team never falls silent, and says what happens", async () => {
    await talk();
    connected();
    room.waiting = { position: 2, expectedWaitSeconds: null, staffAvailable: true };
    await become("queued", 4);

    expect(text("rs-call-waiting")).toContain("Putting you through · You are number 2");
    expect(text("rs-call-cancel")).toBe("Hang up");
    await neverSilent();
    await become("ringing", 5, { ringsAt: "technician", staffId: "bob" });
    await neverSilent();
    await become("active", 6, { staffId: "bob" });
    wanted("other");
    await soon();
    await neverSilent();

    connected();
    tones = 0;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(tones).toBe(0);
  });

  it("that waits for a team on the next page goes on sounding there", async () => {
    fake.host.tab.set("call", "c1");
    answers["support/call/c1"] = view("queued", {
      version: 4,
      answeredAt: "2026-01-01T00:00:00Z",
      durationSeconds: 125,
    });
    join();
    await soon();

    expect(text("rs-call-waiting")).toContain("Putting you through");
    await neverSilent();
    await press("rs-call-cancel");
    tones = 0;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(tones).toBe(0);
  });

  it("hears whoever hands it on until the colleague can be heard", async () => {
    await talk();
    const ada = connected();
    ada.ontrack?.({ streams: [new MediaStream()] });
    answers["support/call/c1"] = view("active", { version: 4, staffId: "bob", staffName: "Bob" });
    await become("active", 4, { staffId: "bob" });
    expect(text("rs-call-status")).toBe("Bob takes over in a moment");
    expect(ada.signalingState).not.toBe("closed");

    wanted("other");
    await soon();
    const bob = FakePeerConnection.all.at(-1) as FakePeerConnection;
    bob.ontrack?.({ streams: [new MediaStream()] });
    bob.become("connected");
    await vi.advanceTimersByTimeAsync(200);
    expect(ada.signalingState).not.toBe("closed");
    bob.stats = [{ type: "inbound-rtp", kind: "audio", packetsReceived: 1 }];
    await vi.advanceTimersByTimeAsync(100);

    expect(ada.signalingState).toBe("closed");
    expect(last("peer.description")).toMatchObject({ to: "other" });
    expect(text("rs-call-status")).toBe("You are talking to Bob");
  });

  it("waits for a colleague where whoever hands it on is gone first", async () => {
    await talk();
    connected();
    await become("active", 4, { staffId: "bob" });
    FakePeerConnection.all[0]?.become("disconnected");
    await vi.advanceTimersByTimeAsync(40_000);

    expect(FakePeerConnection.all[0]?.signalingState).toBe("closed");
    expect(text("rs-call-status")).toContain("Waiting for");
  });

  it("reports every five seconds what it hears, and shows how good that is", async () => {
    await talk();
    answers["support/call/c1/quality"] = { score: 4.3, otherScore: 4.1 };
    const connection = connected();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(to("support/call/c1/quality")).toMatchObject([{ body: {} }]);
    connection.stats = [
      { type: "inbound-rtp", kind: "audio", packetsReceived: 90, packetsLost: 10, jitter: 0.002 },
      { type: "candidate-pair", nominated: true, state: "succeeded", currentRoundTripTime: 0.02 },
    ];
    await vi.advanceTimersByTimeAsync(5_000);

    expect(to("support/call/c1/quality")[1]?.body).toEqual({ lossPercent: 10, jitterMs: 2, roundTripMs: 20 });
    expect(text("rs-call-quality")).toBe("good");
    expect(island("rs-call-quality")?.querySelectorAll(".on")).toHaveLength(4);
  });

  it("finds out that it is over where the room did not say", async () => {
    await talk();
    answers["support/call/c1/quality"] = new Refused(409, "call-over", "over");
    answers["support/call/c1"] = view("completed", { version: 4, endReason: "connection-lost" });
    await vi.advanceTimersByTimeAsync(5_100);

    expect(text("rs-call-note")).toContain("The connection was lost for too long.");
    expect(browser.opened[0]?.stopped).toBe(true);
  });

  it("is hung up here first, then there", async () => {
    await talk();
    connected();
    answers["support/call/c1/end"] = view("completed", { version: 4, endReason: "ended-by-customer" });
    island("rs-call-hang-up")?.click();
    expect(browser.opened[0]?.stopped).toBe(true);
    expect(FakePeerConnection.all[0]?.signalingState).toBe("closed");
    expect(island("rs-call")).toBeNull();
    await soon();

    expect(to("support/call/c1/end")).toMatchObject([{ body: { duration: 125 } }]);
    expect(text("rs-call-note")).toMatch(/The call is over.*It lasted 2:05/);
    expect(fake.host.tab.get("call")).toBeUndefined();
    await become("completed", 4, { reason: "ended-by-customer" });
    expect(document.querySelectorAll("[data-part=call-note]")).toHaveLength(1);
  });

  it("that is hung up without a line is hung up once there is one", async () => {
    await talk();
    answers["support/call/c1/end"] = new TypeError("offline");
    await press("rs-call-hang-up");
    answers["support/call/c1/end"] = view("completed", { version: 4 });
    await vi.advanceTimersByTimeAsync(3_100);

    expect(to("support/call/c1/end")).toHaveLength(2);
  });

  it("that the technician ends says who, and lets everything go", async () => {
    await talk();
    await become("completed", 4, { reason: "ended-by-staff" });

    expect(text("rs-call-note")).toContain("Ada has hung up.");
    expect(browser.opened[0]?.stopped).toBe(true);
    expect(changed).toHaveBeenCalled();
    expect(update()).toBe(false);
  });

  it("that ends with its session is asked about", async () => {
    await talk();
    answers["support/call/c1"] = view("completed", { version: 4, endReason: "ended-by-staff" });
    call.end();
    await soon();

    expect(browser.opened[0]?.stopped).toBe(true);
    expect(text("rs-call-note")).toContain("The call is over");
  });

  it("is over on the next page where it ended between the two", async () => {
    fake.host.tab.set("call", "c1");
    answers["support/call/c1"] = view("completed", { version: 4, endReason: "ended-by-staff", staffName: "Ada" });
    join();
    await soon();

    expect(text("rs-call-note")).toContain("The call is over");
    expect(fake.host.tab.get("call")).toBeUndefined();
    expect(browser.asked).toEqual([]);
  });
});

describe("a microphone", () => {
  it.each([
    ["NotAllowedError", "does not allow the microphone", "microphone-refused"],
    ["NotFoundError", "There is no microphone", "no-microphone"],
  ])(
    "that does not open (%s) is told on both sides, with what helps; one listens all the same",
    async (name, words, reason) => {
      browser.refusals.audio = name;
      await talk();

      expect(text("rs-call-trouble")).toContain(words);
      expect(last("peer.state")).toMatchObject({ to: "tech", capability: "call", state: "failed", reason });
      expect(offers()).toHaveLength(1);
      expect(FakePeerConnection.all[0]?.transceivers).toEqual([{ kind: "audio", direction: "recvonly" }]);

      browser.refusals.audio = undefined;
      await press("rs-call-trouble-again");

      expect(island("rs-call-trouble")?.hidden).toBe(true);
      expect(FakePeerConnection.all[0]?.senders).toHaveLength(1);
    },
  );

  it("that is unplugged is told on both sides", async () => {
    await talk();
    browser.refusals.audio = "NotFoundError";
    browser.opened[0]?.onended?.();
    await soon();

    expect(text("rs-call-trouble")).toContain("Your microphone has gone");
    expect(last("peer.state")).toMatchObject({ state: "failed", reason: "no-microphone" });
  });

  it("is chosen, and remembered for the next call", async () => {
    browser.all = [
      { kind: "audioinput", deviceId: "a", label: "Headset" },
      { kind: "audioinput", deviceId: "b", label: "" },
      { kind: "videoinput", deviceId: "c", label: "Webcam" },
    ];
    await talk();
    await press("rs-call-devices");
    const select = island<HTMLSelectElement>("rs-call-microphone") as HTMLSelectElement;
    expect([...select.options].map(({ label }) => label)).toEqual(["Headset", "Device 2"]);
    select.value = "b";
    select.dispatchEvent(new Event("change"));
    await soon();

    expect(browser.asked.at(-1)).toMatchObject({ audio: { deviceId: { ideal: "b" } } });
    expect(fake.host.local.get("microphone")).toBe("b");
  });
});

describe("sound", () => {
  it("that the browser blocks comes with a click", async () => {
    await talk();
    vi.mocked(HTMLMediaElement.prototype.play).mockRejectedValueOnce(
      Object.assign(new Error(), { name: "NotAllowedError" }),
    );
    FakePeerConnection.all[0]?.ontrack?.({ streams: [new MediaStream()] });
    await soon();
    expect(text("rs-call-blocked")).toContain("Click to hear");

    await press("rs-call-blocked-again");

    expect(island("rs-call-blocked")?.hidden).toBe(true);
  });
});

describe("two tabs that both know the call", () => {
  it("are not in it at once: the one that is asked to takes it from the other", async () => {
    const lost: ((problem: Error) => void)[] = [];
    Object.defineProperty(navigator, "locks", {
      configurable: true,
      value: {
        request: (_name: string, { steal }: { steal?: boolean }, got: () => unknown) =>
          new Promise((resolve, reject) => {
            lost.push(reject);
            if (steal) void Promise.resolve(got()).then(resolve);
          }),
      },
    });
    fake.host.tab.set("call", "c1");
    answers["support/call/c1"] = view("active", { version: 3, staffId: "ada", staffName: "Ada" });
    join();
    await become("active", 3);
    wanted();
    await soon();
    expect(offers()).toEqual([]);
    expect(text("rs-call-elsewhere")).toContain("in another tab");

    await press("rs-call-here");
    expect(offers()).toHaveLength(1);
    lost.at(-1)?.(new Error("stolen"));
    await soon();

    expect(browser.opened[0]?.stopped).toBe(true);
    expect(fake.host.tab.get("call")).toBeUndefined();
    expect(island("rs-call-elsewhere")).not.toBeNull();
  });
});
