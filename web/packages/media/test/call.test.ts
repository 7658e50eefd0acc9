import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { canCall, devices, onDevicesChanged, Peer, Sound } from "../src";
import { forSpeech } from "../src/opus";
import { FakeDevices, FakeMediaStream, FakeTrack } from "./fake-media";
import { FakePeerConnection } from "./fake-peer-connection";

let browser: FakeDevices;

beforeEach(() => {
  browser = FakeDevices.install();
  vi.stubGlobal("RTCPeerConnection", FakePeerConnection);
  FakePeerConnection.all = [];
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("how one hears", () => {
  const counted = (packetsReceived: number, packetsLost: number) => [
    { type: "inbound-rtp", kind: "audio", packetsReceived, packetsLost, jitter: 0.006 },
    { type: "inbound-rtp", kind: "video", packetsReceived: 1e6, packetsLost: 1e6, jitter: 1 },
    { type: "candidate-pair", nominated: true, state: "succeeded", currentRoundTripTime: 0.048 },
    { type: "candidate-pair", nominated: false, state: "waiting", currentRoundTripTime: 9 },
  ];

  it("is told of the time since the last question, and of the sound alone", async () => {
    const peer = new Peer({ polite: true, send: () => undefined });
    const [connection] = FakePeerConnection.all as [FakePeerConnection];
    expect(await peer.hearing()).toBeUndefined();

    connection.stats = counted(75, 25);
    expect(await peer.hearing()).toEqual({ lossPercent: 25, jitterMs: 6, roundTripMs: 48 });
    connection.stats = counted(175, 25);
    expect(await peer.hearing()).toMatchObject({ lossPercent: 0 });
    connection.stats = counted(275, 20);
    expect(await peer.hearing()).toMatchObject({ lossPercent: 0 });
    expect(await peer.hearing()).toBeUndefined();
    peer.close();
  });

  it("is told by the other side's word where the browser does not measure the way itself", async () => {
    const peer = new Peer({ polite: true, send: () => undefined });
    const [connection] = FakePeerConnection.all as [FakePeerConnection];
    connection.stats = [
      ...counted(100, 0).filter(({ type }) => type === "inbound-rtp"),
      { type: "remote-inbound-rtp", kind: "audio", roundTripTime: 0.09 },
    ];

    expect(await peer.hearing()).toMatchObject({ roundTripMs: 90 });
    peer.close();
  });
});

describe("a description", () => {
  const sdp = (line: string) => `v=0\r\na=rtpmap:111 opus/48000/2\r\na=fmtp:111 ${line}\r\na=rtpmap:0 PCMU/8000\r\n`;

  it("asks for error correction and for silence that costs nothing", () => {
    expect(forSpeech(sdp("minptime=10;useinbandfec=1"))).toBe(sdp("minptime=10;useinbandfec=1;usedtx=1"));
    expect(forSpeech(sdp("useinbandfec=0"))).toBe(sdp("useinbandfec=1;usedtx=1"));
  });

  it("without Opus stays as it is", () => {
    expect(forSpeech("v=0\r\na=rtpmap:0 PCMU/8000\r\n")).toBe("v=0\r\na=rtpmap:0 PCMU/8000\r\n");
  });
});

describe("devices", () => {
  it("are told by kind, those that the browser hides left out", async () => {
    browser.all = [
      { kind: "audioinput", deviceId: "a" },
      { kind: "videoinput", deviceId: "b" },
      { kind: "audiooutput", deviceId: "c" },
      { kind: "videoinput", deviceId: "" },
    ];

    expect(await devices()).toEqual({
      microphones: [browser.all[0]],
      cameras: [browser.all[1]],
      speakers: [browser.all[2]],
    });
  });

  it("are told anew as long as somebody listens", () => {
    const heard = vi.fn();
    const deaf = onDevicesChanged(heard);
    browser.dispatchEvent(new Event("devicechange"));
    deaf();
    browser.dispatchEvent(new Event("devicechange"));

    expect(heard).toHaveBeenCalledOnce();
  });

  it("are needed for a call, as is WebRTC", () => {
    expect(canCall()).toBe(true);
    Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: undefined });

    expect(canCall()).toBe(false);
  });
});

describe("the other side's sound", () => {
  const stream = () => new FakeMediaStream([new FakeTrack("audio", "other")]) as unknown as MediaStream;

  it("is played once, and a newer stream instead of it", () => {
    const play = vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
    const sound = new Sound({ blocked: () => undefined });
    const [first, second] = [stream(), stream()];
    sound.play(first);
    sound.play(second);

    expect((play.mock.contexts.at(-1) as HTMLMediaElement).srcObject).toBe(second);
    expect(new Set(play.mock.contexts).size).toBe(1);
  });

  it("says when the browser wants a click first, and comes with it", async () => {
    const play = vi.spyOn(HTMLMediaElement.prototype, "play");
    play.mockRejectedValueOnce(Object.assign(new Error(), { name: "AbortError" }));
    play.mockRejectedValueOnce(Object.assign(new Error(), { name: "NotAllowedError" })).mockResolvedValue();
    const blocked = vi.fn();
    const sound = new Sound({ blocked });
    sound.play(stream());
    await Promise.resolve();
    await Promise.resolve();
    expect(blocked).not.toHaveBeenCalled();
    sound.play(stream());
    await vi.waitFor(() => expect(blocked).toHaveBeenCalledOnce());

    await sound.resume();

    expect(play).toHaveBeenCalledTimes(3);
  });

  it("has a level between 0 and 1 that follows the voice", () => {
    vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
    let loudness = 0;
    class FakeContext {
      resume = () => Promise.resolve();
      close = () => Promise.resolve();
      createMediaStreamSource = () => ({ connect: () => undefined });
      createAnalyser = () => ({ getFloatTimeDomainData: (into: Float32Array) => into.fill(loudness) });
    }
    vi.stubGlobal("AudioContext", FakeContext);
    const sound = new Sound({ blocked: () => undefined });
    expect(sound.level()).toBe(0);
    sound.play(stream());
    expect(sound.level()).toBe(0);

    loudness = 0.1;
    expect(sound.level()).toBeCloseTo(2 / 3);
    loudness = 1;
    expect(sound.level()).toBe(1);
    sound.close();
  });
});
