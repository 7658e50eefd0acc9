import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OwnMedia, Peer, type OwnState, type PeerFrame } from "../src";
import { FakeDevices } from "./fake-media";
import { FakePeerConnection } from "./fake-peer-connection";

let browser: FakeDevices;
let own: OwnMedia;
let states: OwnState[];
let peers: Peer[];

const soon = () => vi.advanceTimersByTimeAsync(5);
const sent = (kind: string, of = 0) => FakePeerConnection.all[of]?.senders.filter(({ track }) => track?.kind === kind);

function peer(polite = false, send: (frame: PeerFrame) => void = () => undefined): Peer {
  const made = new Peer({ polite, send });
  peers.push(made);
  own.attach(made);
  return made;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("RTCPeerConnection", FakePeerConnection);
  FakePeerConnection.all = [];
  browser = FakeDevices.install();
  states = [];
  peers = [];
  own = new OwnMedia({ changed: (state) => states.push(state), microphone: "headset" });
});

afterEach(() => {
  own.close();
  for (const one of peers) one.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the own microphone", () => {
  it("is opened as calls need it, the chosen one first, and sent to whom one is connected with", async () => {
    await own.open();
    peer();
    peer();

    expect(browser.asked).toEqual([
      {
        audio: {
          echoCancellation: true,
          noiseSuppression: true,
          autoGainControl: true,
          deviceId: { ideal: "headset" },
        },
      },
    ]);
    expect(states.map(({ microphone }) => microphone)).toEqual(["opening", "open"]);
    expect([sent("audio", 0), sent("audio", 1)]).toMatchObject([[{ track: browser.opened[0] }], [{}]]);
  });

  it("tells whoever listens last", async () => {
    const later: OwnState[] = [];
    own.listen((state) => later.push(state));
    await own.open();

    expect(later.map(({ microphone }) => microphone)).toEqual(["opening", "open"]);
    expect(states).toEqual([]);
  });

  it("that opens late is sent on the connection that is there", async () => {
    peer();
    expect(FakePeerConnection.all[0]?.transceivers).toEqual([{ kind: "audio", direction: "recvonly" }]);

    await own.open();

    expect(sent("audio")).toHaveLength(1);
  });

  it.each([
    ["NotAllowedError", "refused"],
    ["NotFoundError", "missing"],
    ["NotReadableError", "missing"],
  ])("that does not open (%s) is %s: one listens all the same", async (name, microphone) => {
    browser.refusals.audio = name;
    await own.open();
    peer();

    expect(own.state.microphone).toBe(microphone);
    expect(FakePeerConnection.all[0]?.transceivers).toEqual([{ kind: "audio", direction: "recvonly" }]);
  });

  it("sends silence while it is muted or on hold, whichever device", async () => {
    await own.open();
    own.mute(true);
    own.hold(true);
    own.hold(false);
    expect(browser.opened[0]?.enabled).toBe(false);

    await own.useMicrophone("desk");
    expect(browser.opened[1]?.enabled).toBe(false);
    own.mute(false);

    expect(browser.opened[1]?.enabled).toBe(true);
    expect(browser.opened[0]?.stopped).toBe(true);
  });

  it("changes without a new offer", async () => {
    await own.open();
    peer();
    await own.useMicrophone("desk");

    expect(browser.asked[1]).toMatchObject({ audio: { deviceId: { ideal: "desk" } } });
    expect(sent("audio")).toMatchObject([{ track: browser.opened[1] }]);
  });

  it("stays where the one that was chosen does not open", async () => {
    await own.open();
    browser.refusals.audio = "NotReadableError";
    await own.useMicrophone("desk");

    expect(own.state.microphone).toBe("open");
    expect(browser.opened[0]?.stopped).toBe(false);
  });

  it("that is unplugged goes on with another, at once or when one is plugged in", async () => {
    await own.open();
    peer();
    browser.refusals.audio = "NotFoundError";
    browser.opened[0]?.onended?.();
    await soon();
    expect(own.state.microphone).toBe("lost");
    expect(sent("audio")).toEqual([]);

    browser.refusals.audio = undefined;
    browser.dispatchEvent(new Event("devicechange"));
    await soon();

    expect(own.state.microphone).toBe("open");
    expect(FakePeerConnection.all[0]?.senders).toMatchObject([{ track: browser.opened[1] }]);
  });

  it("that was refused is not asked for again by a new device", async () => {
    browser.refusals.audio = "NotAllowedError";
    await own.open();
    browser.dispatchEvent(new Event("devicechange"));
    await soon();

    expect(browser.asked).toHaveLength(1);
  });

  it("is let go at the end, however late it opens", async () => {
    const opening = own.open();
    own.close();
    await opening;

    expect(browser.opened[0]?.stopped).toBe(true);
    expect(states).toHaveLength(1);
  });
});

describe("the own picture", () => {
  it("goes beside the sound, is seen here, and ends", async () => {
    await own.open();
    peer();
    await own.show("camera");

    expect(sent("video")).toMatchObject([{ track: browser.opened[1] }]);
    expect(own.preview.getTracks()).toEqual([browser.opened[1]]);
    expect(own.state.picture).toBe("camera");

    await own.show("none");

    expect(sent("video")).toEqual([]);
    expect(own.preview.getTracks()).toEqual([]);
    expect(browser.opened[1]?.stopped).toBe(true);
  });

  it("of the camera stays until a screen is chosen, and takes its place", async () => {
    await own.open();
    peer();
    await own.show("camera");
    browser.refusals.screen = "NotAllowedError";
    await own.show("screen");
    expect(own.state).toMatchObject({ picture: "camera", pictureProblem: "refused" });

    browser.refusals.screen = undefined;
    await own.show("screen");

    expect(own.state).toMatchObject({ picture: "screen", pictureProblem: undefined });
    expect(FakePeerConnection.all[0]?.senders).toHaveLength(2);
    expect(sent("video")).toMatchObject([{ track: browser.opened[2] }]);
  });

  it("that is not there is said", async () => {
    browser.refusals.video = "NotFoundError";
    await own.show("camera");

    expect(own.state).toMatchObject({ picture: "none", pictureProblem: "missing" });
  });

  it("ends with the browser's own button", async () => {
    await own.show("screen");
    browser.opened[0]?.onended?.();

    expect(own.state).toMatchObject({ picture: "none", pictureProblem: "ended" });
  });

  it("is let go where it was stopped before it came", async () => {
    const opening = own.show("camera");
    await own.show("none");
    await opening;

    expect(browser.opened[0]?.stopped).toBe(true);
    expect(own.state.picture).toBe("none");
  });

  it("is dark while on hold", async () => {
    await own.show("camera");
    own.hold(true);

    expect(browser.opened[0]?.enabled).toBe(false);
  });
});
