import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Peer, waysOf, type PeerFrame, type PeerTrouble, type PeerWord } from "../src";
import { FakePeerConnection } from "./fake-peer-connection";

const PICTURE = { getTracks: () => [{ kind: "video", id: "a" }] } as unknown as MediaStream;

interface Side {
  peer: Peer;
  fake: FakePeerConnection;
  words: PeerWord[];
  sent: PeerFrame[];
  troubles: (PeerTrouble | undefined)[];
  /** Whether what it says reaches the other. */
  heard: (frame: PeerFrame) => boolean;
}

let ways: RTCConfiguration;
let customer: Side;
let technician: Side;

function side(polite: boolean, other: () => Side, ahead = false): Side {
  const words: PeerWord[] = [];
  const sent: PeerFrame[] = [];
  const troubles: (PeerTrouble | undefined)[] = [];
  const made: Side = {
    words,
    sent,
    troubles,
    heard: () => true,
    peer: new Peer({
      polite,
      ahead,
      state: (word) => words.push(word),
      trouble: (trouble) => troubles.push(trouble),
      ways: () => ways,
      send: (frame) => {
        sent.push(frame);
        if (made.heard(frame)) void other().peer.receive(frame);
      },
    }),
    fake: FakePeerConnection.all.at(-1) as FakePeerConnection,
  };
  return made;
}

const soon = () => vi.advanceTimersByTimeAsync(5);
const descriptions = (of: Side, kind: string) =>
  of.sent.filter((frame) => frame.type === "peer.description" && frame.kind === kind);

async function connect(): Promise<void> {
  await customer.peer.show(PICTURE);
  await soon();
  expect([customer.words, technician.words]).toEqual([["connected"], ["connected"]]);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("RTCPeerConnection", FakePeerConnection);
  FakePeerConnection.all = [];
  FakePeerConnection.cut = false;
  ways = waysOf({ servers: [{ urls: ["turn:turn.example.com"] }], policy: "relay" });
  customer = side(false, () => technician);
  technician = side(true, () => customer);
});

afterEach(() => {
  customer.peer.close();
  technician.peer.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("two peers", () => {
  it("agree on one offer and one answer, and connect", async () => {
    await connect();

    expect(descriptions(customer, "offer")).toHaveLength(1);
    expect(descriptions(technician, "answer")).toHaveLength(1);
  });

  it("agree when both offer at once: the polite one takes its own back, and offers again", async () => {
    customer.heard = technician.heard = () => false;
    await customer.peer.show(PICTURE);
    await technician.peer.show(PICTURE);
    await soon();
    customer.heard = technician.heard = () => true;

    void technician.peer.receive(descriptions(customer, "offer")[0] as PeerFrame);
    void customer.peer.receive(descriptions(technician, "offer")[0] as PeerFrame);
    await soon();

    expect(technician.fake.rollbacks).toBe(1);
    expect(customer.fake.rollbacks).toBe(0);
    expect([customer.fake.signalingState, technician.fake.signalingState]).toEqual(["stable", "stable"]);
    expect(descriptions(technician, "offer")).toHaveLength(2);
    expect(customer.words).toContain("connected");
  });

  it("keep candidates that come before their description", async () => {
    await technician.peer.receive({ type: "peer.candidate", candidate: "candidate:early", mid: "0", line: 0 });
    expect(technician.fake.candidates).toEqual([]);

    await connect();

    expect(technician.fake.candidates[0]?.candidate).toBe("candidate:early");
  });

  it("lose none of them to one that belongs to a description that never came", async () => {
    await technician.peer.receive({ type: "peer.candidate", candidate: "candidate:foreign", mid: "0", line: 0 });
    await technician.peer.receive({ type: "peer.candidate", candidate: "candidate:early", mid: "0", line: 0 });

    await connect();

    expect(technician.fake.candidates[0]?.candidate).toBe("candidate:early");
  });

  it("do not begin anew when an offer comes twice, but answer again", async () => {
    await connect();
    const [offer] = descriptions(customer, "offer") as [PeerFrame];

    await technician.peer.receive(offer);

    expect(technician.fake.remoteOffers).toBe(1);
    expect(descriptions(technician, "answer")).toHaveLength(2);
    expect(customer.fake.signalingState).toBe("stable");
  });

  it("survive an answer that is lost: the offer is told again", async () => {
    let lost = false;
    technician.heard = (frame) => {
      const first = !lost && frame.type === "peer.description";
      lost ||= first;
      return !first;
    };
    await customer.peer.show(PICTURE);
    await soon();
    expect(customer.fake.signalingState).toBe("have-local-offer");

    await vi.advanceTimersByTimeAsync(4_000);

    expect(customer.fake.signalingState).toBe("stable");
    expect(technician.fake.remoteOffers).toBe(1);
    expect(customer.words).toEqual(["connected"]);
  });

  it("fail when nobody ever answers", async () => {
    customer.heard = () => false;
    await customer.peer.show(PICTURE);

    await vi.advanceTimersByTimeAsync(12_000);

    expect(descriptions(customer, "offer")).toHaveLength(3);
    expect(customer.words).toEqual(["failed"]);
  });

  it("exchange a track for another without a new offer", async () => {
    await connect();

    await customer.peer.show({ getTracks: () => [{ kind: "video", id: "b" }] } as unknown as MediaStream);
    await soon();

    expect(customer.fake.senders.map(({ track }) => track)).toEqual([{ kind: "video", id: "b" }]);
    expect(descriptions(customer, "offer")).toHaveLength(1);
  });
});

describe("an offer that is made ahead", () => {
  beforeEach(async () => {
    customer.peer.close();
    customer = side(false, () => technician, true);
    await customer.peer.show(PICTURE);
    await vi.advanceTimersByTimeAsync(60_000);
    technician.peer.close();
    technician = side(true, () => customer);
  });

  it("is told to nobody, however long that takes", () => {
    expect(customer.fake.signalingState).toBe("have-local-offer");
    expect(customer.sent).toEqual([]);
    expect(customer.words).toEqual([]);
  });

  it("is told at once with all the ways in it, and answered", async () => {
    customer.peer.begin();
    customer.peer.begin();
    expect(customer.sent).toMatchObject([
      { type: "peer.description", kind: "offer", sdp: expect.stringContaining("a=candidate:") as string },
    ]);
    await soon();

    expect([customer.words, technician.words]).toEqual([["connected"], ["connected"]]);
    expect(customer.sent).toHaveLength(1);
  });

  it("is told again where no answer comes, and given up in the end", async () => {
    customer.heard = () => false;
    customer.peer.begin();
    await vi.advanceTimersByTimeAsync(12_000);

    expect(descriptions(customer, "offer")).toHaveLength(3);
    expect(customer.words).toEqual(["failed"]);
  });

  it("is worth nothing any more when the network is another", () => {
    globalThis.dispatchEvent(new Event("online"));

    expect(customer.words).toEqual(["failed"]);
  });
});

describe("an offer that is asked for before it is made", () => {
  it("is told as soon as it is", async () => {
    customer.peer.close();
    customer = side(false, () => technician, true);
    customer.peer.begin();
    await connect();

    expect(descriptions(customer, "offer")).toHaveLength(1);
  });
});

describe("a broken line", () => {
  it("that comes back by itself needs nothing", async () => {
    await connect();

    customer.fake.become("disconnected");
    await vi.advanceTimersByTimeAsync(1_000);
    customer.fake.become("connected");
    await vi.advanceTimersByTimeAsync(60_000);

    expect(customer.fake.restarts).toBe(0);
    expect(customer.words).toEqual(["connected", "interrupted", "connected"]);
  });

  it("is mended by an ICE restart", async () => {
    await connect();

    customer.fake.become("failed");
    await soon();

    expect(customer.fake.restarts).toBe(1);
    expect(descriptions(customer, "offer")).toHaveLength(2);
    expect(customer.words).toEqual(["connected", "interrupted", "connected"]);
  });

  it("is restarted at once when the network is another", async () => {
    await connect();

    globalThis.dispatchEvent(new Event("online"));
    await soon();

    expect(customer.fake.restarts).toBe(1);
    expect(technician.fake.signalingState).toBe("stable");
    // It never was interrupted, so no browser says that it is connected again.
    await vi.advanceTimersByTimeAsync(20_000);
    expect([customer.words, technician.words]).toEqual([["connected"], ["connected"]]);
  });

  it("is given up when the restart does not help, so that another connection is made", async () => {
    await connect();
    FakePeerConnection.cut = true;
    customer.heard = () => false;

    customer.fake.become("failed");
    await vi.advanceTimersByTimeAsync(12_000);

    expect(customer.words).toEqual(["connected", "interrupted", "failed"]);
  });
});

describe("where nothing connects", () => {
  beforeEach(() => (FakePeerConnection.cut = true));

  async function meet(): Promise<void> {
    await customer.peer.show(PICTURE);
    await vi.advanceTimersByTimeAsync(5_000);
  }

  it("both sides hear within five seconds that there is no way, and nothing more of it once there is", async () => {
    await meet();
    expect([customer.troubles, technician.troubles]).toEqual([["no-way"], ["no-way"]]);

    customer.fake.become("connected");

    expect(customer.troubles).toEqual(["no-way", undefined]);
  });

  it("the side whose credentials are refused hears that", async () => {
    customer.fake.onicecandidateerror?.({ errorCode: 401 });
    await meet();
    expect([customer.troubles, technician.troubles]).toEqual([["refused"], ["no-way"]]);

    technician.fake.onicecandidateerror?.({ errorCode: 701 });
    technician.fake.onicecandidateerror?.({ errorCode: 441 });

    expect(technician.troubles).toEqual(["no-way", "refused"]);
  });

  it("nobody is told anything while the other side has not answered, nor when it connects in time", async () => {
    customer.heard = () => false;
    await meet();
    expect(customer.troubles).toEqual([]);

    customer.heard = () => true;
    FakePeerConnection.cut = false;
    await meet();

    expect(customer.troubles.concat(technician.troubles)).toEqual([]);
  });
});

describe("the servers", () => {
  it("are those that the room has told, by relays only where it says so", () => {
    expect(waysOf(undefined)).toEqual({ iceServers: [], iceTransportPolicy: "all" });
    expect(ways).toEqual({ iceServers: [{ urls: ["turn:turn.example.com"] }], iceTransportPolicy: "relay" });
  });

  it("are asked for again when the line is mended, as credentials end", async () => {
    await connect();
    ways = waysOf({ servers: [{ urls: ["turn:newer.example.com"] }] });

    customer.fake.become("failed");
    await soon();

    expect(customer.fake.configuration).toEqual(ways);
  });
});

describe("a closed peer", () => {
  it("says and hears nothing any more", async () => {
    await connect();
    customer.peer.close();
    const sent = customer.sent.length;

    await customer.peer.receive({ type: "peer.description", kind: "offer", sdp: "v=0" });
    globalThis.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(60_000);

    expect(customer.fake.signalingState).toBe("closed");
    expect(customer.sent).toHaveLength(sent);
    expect(customer.words).toEqual(["connected"]);
  });

  it("is not disturbed by words it does not understand", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await technician.peer.receive({ type: "peer.description", kind: "answer", sdp: "nonsense" });

    await connect();

    expect(warn).not.toHaveBeenCalled();
  });
});

describe("a way that is made before anybody may be heard", () => {
  const SOUND = { kind: "audio", id: "m" } as unknown as MediaStreamTrack;
  const PART_OF = {} as MediaStream;

  const made = (polite: boolean) => {
    const peer = new Peer({ polite, silent: true, send: () => undefined });
    return { peer, fake: FakePeerConnection.all.at(-1) as FakePeerConnection };
  };

  it("offers sound and sends none, until it speaks", async () => {
    const { peer, fake } = made(false);
    await peer.carry("audio", SOUND, PART_OF);
    expect(fake.senders).toMatchObject([{ track: null }]);
    await soon();
    expect(fake.signalingState).toBe("have-local-offer");
    const another = { kind: "audio", id: "n" } as unknown as MediaStreamTrack;
    await peer.carry("audio", another, PART_OF);
    expect(fake.senders).toMatchObject([{ track: null }]);

    await peer.speak();

    expect(fake.senders).toMatchObject([{ track: another }]);
    await peer.carry("audio", SOUND, PART_OF);
    expect(fake.senders).toMatchObject([{ track: SOUND }]);
    peer.close();
  });

  it("leaves room for a microphone that opens later, which needs no other offer", async () => {
    const { peer, fake } = made(true);
    peer.listen(PART_OF);
    await peer.receive({ type: "peer.description", kind: "offer", sdp: "o=- 9 1 IN" });
    expect(fake.lines).toMatchObject([{ direction: "sendrecv", sender: { track: null, stream: PART_OF } }]);

    await peer.carry("audio", SOUND, PART_OF);
    expect(fake.lines[0]?.sender.track).toBeNull();
    await peer.speak();

    expect(fake.lines[0]?.sender.track).toBe(SOUND);
    expect(fake.senders).toEqual([]);
    expect(fake.signalingState).toBe("stable");
    peer.close();
  });
});
