import { describe, expect, it, vi } from "vitest";
import { FakeMediaStream, FakeTrack } from "../../packages/media/test/fake-media";
import { FakePeerConnection } from "../../packages/media/test/fake-peer-connection";
import {
  answered,
  callDesk,
  calls,
  COLLEAGUE,
  connect,
  current,
  devices,
  offered,
  routes,
  say,
  sent,
  socket,
  soon,
  TAB,
  tell,
  welcome,
} from "./call-desk";

callDesk();

describe("a call that is answered", () => {
  it("opens the microphone, and is wanted from the customer's tabs alone", async () => {
    const call = await answered();

    expect(call.state()).toMatchObject({ phase: "active", own: { microphone: "open" } });
    expect(sent("peer.state")).toEqual([{ type: "peer.state", to: "tab-1", capability: "call", state: "wanted" }]);
  });

  it("is wanted only when the room knows that both speak: before, it would pass nothing on", async () => {
    await calls.answer("c1", "s1");
    await soon();
    socket().open();
    welcome();
    expect(current().state().phase).toBe("active");
    expect(sent("peer.state")).toEqual([]);

    tell();

    expect(sent("peer.state")).toHaveLength(1);
  });

  it("is wanted from a tab that joins", async () => {
    await answered();

    say({ type: "participant.joined", participant: { ...TAB, id: "tab-2" } });
    say({ type: "participant.joined", participant: { ...COLLEAGUE, id: "carl" } });

    expect(sent("peer.state").map(({ to }) => to)).toEqual(["tab-1", "tab-2"]);
  });

  it("is wanted again after a reconnect in another epoch; in the same one only from who came meanwhile", async () => {
    await answered();
    socket().break();
    await vi.advanceTimersByTimeAsync(1_000);
    await connect(1, [TAB, { ...TAB, id: "tab-2" }]);
    expect(sent("peer.state").map(({ to }) => to)).toEqual(["tab-2"]);

    socket().break();
    await vi.advanceTimersByTimeAsync(1_000);
    await connect(2);

    expect(sent("peer.state").map(({ to }) => to)).toEqual(["tab-1"]);
  });

  it("is wanted again as long as nothing connects", async () => {
    await answered();

    await vi.advanceTimersByTimeAsync(4_000);
    expect(sent("peer.state")).toHaveLength(2);
    await offered();
    await vi.advanceTimersByTimeAsync(8_000);

    expect(sent("peer.state")).toHaveLength(2);
  });

  it("answers an offer with the own sound, and says what it sends", async () => {
    const call = await answered();

    const peer = await offered();

    expect(sent("peer.description")[0]).toMatchObject({
      kind: "answer",
      to: "tab-1",
      connection: "p1",
      capability: "call",
    });
    expect(peer.senders.map(({ track }) => track?.kind)).toEqual(["audio"]);
    expect(call.state().line.word).toBe("connected");
    expect(sent("peer.media")).toEqual([
      { type: "peer.media", to: "tab-1", capability: "call", muted: false, held: false, picture: "none" },
    ]);
  });

  it("takes the newest connection; what belongs to one before counts no more", async () => {
    await answered();
    const first = await offered("p1");

    const second = await offered("p2");
    say({
      type: "peer.candidate",
      from: "tab-1",
      connection: "p1",
      capability: "call",
      candidate: "late",
      mid: "0",
      line: 0,
    });
    await soon();

    expect(first.signalingState).toBe("closed");
    expect(second.candidates).toHaveLength(1);
    expect(FakePeerConnection.all).toHaveLength(2);
  });

  it("tells that nothing is heard of us where the microphone is gone, until another is there", async () => {
    await answered();
    await offered();
    const told = () => sent("peer.media").at(-1);
    expect(told()).toMatchObject({ muted: false });

    devices.refusals.audio = "NotFoundError";
    devices.opened[0]?.onended?.();
    await soon();
    expect(told()).toMatchObject({ muted: true });
    delete devices.refusals.audio;
    devices.dispatchEvent(new Event("devicechange"));
    await vi.advanceTimersByTimeAsync(1_000);

    expect(told()).toMatchObject({ muted: false });
  });

  it("tells when one mutes, holds, or shows the camera", async () => {
    const call = await answered();
    await offered();
    const told = () => sent("peer.media").at(-1);

    call.mute(true);
    expect(told()).toMatchObject({ muted: true, held: false });
    call.hold(true);
    expect(told()).toMatchObject({ muted: true, held: true });
    expect(devices.opened[0]?.enabled).toBe(false);
    calls.speakIn(call);
    call.mute(false);
    expect(told()).toMatchObject({ muted: false, held: false });
    await call.show("camera");
    expect(told()).toMatchObject({ picture: "camera" });
    expect(sent("peer.media")).toHaveLength(6);
  });

  it("shows what the customer says of theirs, and why they cannot be heard until they can", async () => {
    const call = await answered();
    const peer = await offered();

    say({ type: "peer.media", from: "tab-1", capability: "call", muted: true, held: false, picture: "camera" });
    say({ type: "peer.state", from: "tab-1", capability: "call", state: "failed", reason: "no-microphone" });
    say({ type: "peer.state", from: "tab-9", capability: "call", state: "failed", reason: "microphone-refused" });
    say({ type: "peer.state", from: "tab-1", capability: "camera", state: "failed", reason: "denied" });
    expect(call.state().line).toMatchObject({
      other: { muted: true, held: false, picture: "camera" },
      problem: "no-microphone",
    });

    peer.ontrack?.({ streams: [new FakeMediaStream([new FakeTrack("audio", "theirs")])] });

    expect(call.state().line.problem).toBeUndefined();
  });

  it("lets its page wait until the customer is heard, and no longer than anybody would", async () => {
    await answered();
    const peer = await offered();
    const heard = vi.fn();
    const waits = vi.fn();
    void calls.speaking("s1").then(waits);
    await vi.advanceTimersByTimeAsync(2_050);
    expect(waits).toHaveBeenCalledOnce();

    void calls.speaking("s1").then(heard);
    await vi.advanceTimersByTimeAsync(100);
    expect(heard).not.toHaveBeenCalled();
    peer.stats = [{ type: "inbound-rtp", kind: "audio", packetsReceived: 1, packetsLost: 0, jitter: 0 }];
    await vi.advanceTimersByTimeAsync(50);
    expect(heard).toHaveBeenCalledOnce();
  });

  it("is wanted again from a tab that was loaded anew: it is silent, and told as one that shows another page", async () => {
    const call = await answered();
    await offered();
    const other = { type: "participant.changed", participant: TAB } as const;

    say(other);
    await vi.advanceTimersByTimeAsync(1_000);

    expect(call.state().line.word).toBe("interrupted");
    expect(sent("peer.state")).toHaveLength(2);
  });

  it("goes on undisturbed in a tab that shows another page and can be heard", async () => {
    const call = await answered();
    const peer = await offered();
    let packets = 0;
    const speaking = setInterval(() => {
      peer.stats = [{ type: "inbound-rtp", kind: "audio", packetsReceived: (packets += 5), packetsLost: 0, jitter: 0 }];
    }, 100);

    say({ type: "participant.changed", participant: TAB });
    await vi.advanceTimersByTimeAsync(3_000);
    clearInterval(speaking);

    expect(call.state().line.word).toBe("connected");
    expect(sent("peer.state")).toHaveLength(1);
  });

  it("goes on as it was when the room has moved to another replica and the customer can be heard", async () => {
    const call = await answered();
    const peer = await offered();
    let packets = 0;
    const speaking = setInterval(() => {
      peer.stats = [{ type: "inbound-rtp", kind: "audio", packetsReceived: (packets += 5), packetsLost: 0, jitter: 0 }];
    }, 100);

    socket().break();
    await vi.advanceTimersByTimeAsync(1_000);
    await connect(2, [COLLEAGUE]);
    say({ type: "participant.joined", participant: { ...TAB, since: "2026-11-22T09:10:00Z" } });
    await vi.advanceTimersByTimeAsync(3_000);
    clearInterval(speaking);

    expect(call.state().line.word).toBe("connected");
    expect(sent("peer.state")).toHaveLength(0);
  });

  it("reports what was heard of the customer", async () => {
    await answered();
    const peer = await offered();
    peer.stats = [
      { type: "inbound-rtp", kind: "audio", packetsReceived: 297, packetsLost: 3, jitter: 0.00654 },
      { type: "candidate-pair", nominated: true, state: "succeeded", currentRoundTripTime: 0.048 },
    ];

    await vi.advanceTimersByTimeAsync(5_000);

    expect(routes.report).toHaveBeenCalledExactlyOnceWith("c1", { lossPercent: 1, jitterMs: 6.5, roundTripMs: 48 });
  });

  it("says that it reconnects, until the customer's side has made another connection", async () => {
    const call = await answered();
    const peer = await offered();

    peer.become("disconnected");
    expect(call.state().line.word).toBe("interrupted");
    say({ type: "participant.left", participant: "tab-1", reason: "lost" });
    expect(call.state().line.word).toBe("interrupted");
    expect(peer.signalingState).toBe("closed");
    await offered("p2");

    expect(call.state().line.word).toBe("connected");
  });
});
