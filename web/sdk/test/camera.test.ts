import type { Capability, FrameOf, Participant, SignalFromClient } from "@remote-support/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakePeerConnection } from "../../packages/media/test/fake-peer-connection";
import type { Camera, CameraScript } from "../src/camera/main";
import { DEFINE } from "../src/host";
import { fakeHost, island } from "./fake-host";

class FakeTrack {
  kind = "video";
  onended: (() => void) | null = null;
  stopped = false;
  stop(): void {
    this.stopped = true;
  }
  getSettings() {
    return { facingMode: "environment" };
  }
}

class FakeStream {
  readonly track = new FakeTrack();
  getTracks() {
    return [this.track];
  }
  getVideoTracks() {
    return [this.track];
  }
}

const media = {
  getUserMedia: vi.fn<(wanted: MediaStreamConstraints) => Promise<unknown>>(),
  getDisplayMedia: vi.fn<() => Promise<unknown>>(),
  enumerateDevices: vi.fn(() => Promise.resolve([{ kind: "videoinput" }, { kind: "videoinput" }])),
};
const withdraw = vi.fn();

let fake: ReturnType<typeof fakeHost>;
let camera: Camera;
let sent: SignalFromClient[];
let streams: FakeStream[];

const soon = () => vi.advanceTimersByTimeAsync(5);
const states = () =>
  sent.filter((frame): frame is FrameOf<SignalFromClient, "peer.state"> => frame.type === "peer.state");
const offers = () => sent.filter((frame) => frame.type === "peer.description");
const wanted = () => camera.receive({ type: "peer.state", from: "tech", capability: "camera", state: "wanted" });
const refusal = (name: string) => Promise.reject(Object.assign(new Error(name), { name }));

function update(picture: Capability | undefined, technicians: string[]): string | undefined {
  const participants = new Map(technicians.map((id) => [id, { id, seat: "technician", name: "Alex" } as Participant]));
  return camera.update({ granted: (capability) => capability === picture, participants });
}

function open(): Promise<FakeStream> {
  const stream = new FakeStream();
  streams.push(stream);
  return Promise.resolve(stream);
}

async function live(): Promise<void> {
  camera.said("camera");
  update("camera", ["tech"]);
  wanted();
  await soon();
}

async function script(): Promise<CameraScript> {
  vi.resetModules();
  const defined = new Promise<CameraScript>((resolve) =>
    Object.assign(window, {
      [DEFINE]: (_name: string, start: (host: unknown) => CameraScript) => resolve(start(fake.host)),
    }),
  );
  await import("../src/camera/main");
  return defined;
}

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal("RTCPeerConnection", FakePeerConnection);
  vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
  Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: media });
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", { configurable: true, writable: true, value: null });
  FakePeerConnection.all = [];
  sent = [];
  streams = [];
  media.getUserMedia.mockReset().mockImplementation(open);
  media.getDisplayMedia.mockReset().mockImplementation(open);
  withdraw.mockReset();
  fake = fakeHost({ siteKey: "connect" });
  camera = (await script()).create({ send: (frame) => sent.push(frame), withdraw, changed: () => undefined });
});

afterEach(() => {
  camera.end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("the customer's camera", () => {
  it("is opened by the Yes, without sound, and goes to the technician who wants it", async () => {
    await live();

    expect(media.getUserMedia).toHaveBeenCalledOnce();
    expect(media.getUserMedia.mock.calls[0]?.[0]).toMatchObject({ audio: false });
    expect(offers()).toMatchObject([{ to: "tech", capability: "camera", kind: "offer" }]);
    expect(update("camera", ["tech"])).toBe("Alex sees your camera");
    expect(update("camera", ["tech", "lead"])).toBe("Support sees your camera");
    expect(island("rs-self-view")?.parentElement?.hidden).toBe(false);
  });

  it("sends nothing before the grant is there", async () => {
    camera.said("camera");
    await soon();

    expect(sent).toEqual([]);
    expect(update(undefined, ["tech"])).toBeUndefined();
  });

  it("is closed again when the grant never comes", async () => {
    camera.said("camera");
    await vi.advanceTimersByTimeAsync(15_000);

    expect(streams[0]?.track.stopped).toBe(true);
    expect(island("rs-self-view")).toBeNull();
  });

  it("stops at once when the grant has gone", async () => {
    await live();

    update(undefined, ["tech"]);

    expect(streams[0]?.track.stopped).toBe(true);
    expect(FakePeerConnection.all[0]?.signalingState).toBe("closed");
    expect(island("rs-self-view")).toBeNull();
    expect(fake.host.tab.get("showing")).toBeUndefined();
  });

  it.each([
    ["NotAllowedError", "denied", "does not allow the camera"],
    ["NotFoundError", "no-camera", "no camera here"],
    ["NotReadableError", "in-use", "Something else uses your camera"],
    ["OddError", "failed", "did not work"],
  ])("that does not open (%s) is told on both sides, and can be tried again", async (name, reason, words) => {
    media.getUserMedia.mockImplementationOnce(() => refusal(name));
    await live();

    expect(states().at(-1)).toMatchObject({ to: "tech", state: "failed", reason });
    expect(island("rs-camera-note")?.textContent).toContain(words);
    expect(update("camera", ["tech"])).toBe("Alex may see your camera");

    island("rs-start-camera")?.click();
    await soon();

    expect(offers()).toHaveLength(1);
    expect(island("rs-camera-note")?.hidden).toBe(true);
  });

  it("that is unplugged is told on both sides", async () => {
    await live();

    streams[0]?.track.onended?.();

    expect(states().at(-1)).toMatchObject({ state: "failed", reason: "unplugged" });
    expect(island("rs-camera-note")?.textContent).toContain("Your camera has gone");
    expect(FakePeerConnection.all[0]?.signalingState).toBe("closed");
  });

  it("turns to the other side of the phone without a new offer, closing the first one first", async () => {
    await live();

    island("rs-turn-camera")?.click();
    await soon();

    expect(streams.map(({ track }) => track.stopped)).toEqual([true, false]);
    expect(media.getUserMedia.mock.calls[1]?.[0]).toMatchObject({ video: { facingMode: { ideal: "user" } } });
    expect(FakePeerConnection.all[0]?.senders[0]?.track).toBe(streams[1]?.track);
    expect(offers()).toHaveLength(1);
  });

  it("goes on by itself after the page was loaded anew, and only then", async () => {
    update("camera", ["tech"]);
    await soon();
    expect(media.getUserMedia).not.toHaveBeenCalled();
    expect(island("rs-camera-note")?.textContent).toContain("Your camera is off");
    camera.end();

    fake.host.tab.set("showing", "camera");
    camera = (await script()).create({ send: (frame) => sent.push(frame), withdraw, changed: () => undefined });
    update("camera", ["tech"]);
    await soon();

    expect(media.getUserMedia).toHaveBeenCalledOnce();
  });

  it("says goodbye when the page is left", async () => {
    await live();

    dispatchEvent(new Event("pagehide"));

    expect(states().at(-1)).toMatchObject({ to: "tech", state: "ended", reason: "left" });
    expect(FakePeerConnection.all[0]?.signalingState).toBe("closed");
  });

  it("has nothing to do with what a call says, however much that is", async () => {
    wanted();
    for (let i = 0; i < 30; i++) {
      camera.receive({ type: "peer.state", from: "tech", capability: "call", state: "wanted" });
    }
    camera.said("camera");
    update("camera", ["tech"]);
    await soon();

    expect(offers()).toMatchObject([{ capability: "camera" }]);
  });

  it("goes to each technician by a connection of its own, which ends when they leave", async () => {
    await live();
    camera.receive({ type: "peer.state", from: "lead", capability: "camera", state: "wanted" });
    update("camera", ["tech"]);
    await soon();

    expect(FakePeerConnection.all.map(({ signalingState }) => signalingState)).toEqual(["have-local-offer", "closed"]);
  });
});

describe("what can be shown", () => {
  it("is camera and screen, as far as the browser has them", async () => {
    expect(camera.hello.can).toEqual(["camera", "screen"]);
    Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: undefined });

    const without = (await script()).create({ send: vi.fn(), withdraw, changed: vi.fn() });

    expect(without.hello.can).toEqual([]);
  });

  it("is all that there are words for", () => {
    expect(camera.words("camera")?.would).toBe("would like to see your camera.");
    expect(camera.words("view")).toBeUndefined();
  });
});

describe("the customer's screen", () => {
  it("ends with the browser's own button", async () => {
    camera.said("screen");
    update("screen", ["tech"]);
    await soon();
    expect(update("screen", ["tech"])).toBe("Alex sees your screen");

    streams[0]?.track.onended?.();

    expect(withdraw).toHaveBeenCalledOnce();
  });
});
