import { describe, expect, it, vi } from "vitest";
import { FakeMediaStream, FakeTrack } from "../../packages/media/test/fake-media";
import { FakePeerConnection } from "../../packages/media/test/fake-peer-connection";
import {
  callDesk,
  calls,
  connect,
  current,
  devices,
  inside,
  offered,
  refused,
  routes,
  say,
  sent,
  socket,
  soon,
  TAB,
  tell,
} from "./call-desk";

callDesk();

const sounds = (connection: FakePeerConnection) => [
  ...connection.senders,
  ...connection.lines.map((one) => one.sender),
];

describe("a call that rings here", () => {
  it("is made ready: the way is found, no microphone opens, and nothing is sent", async () => {
    calls.prepare("s1", false);
    await connect();
    const connection = await offered();

    expect(sent("peer.state")).toEqual([{ type: "peer.state", to: "tab-1", capability: "call", state: "wanted" }]);
    expect(connection.connectionState).toBe("connected");
    expect(devices.opened).toEqual([]);
    expect(calls.list()).toEqual([]);
  });

  it("is heard on that way once it is answered", async () => {
    calls.prepare("s1", true);
    await connect();
    const connection = await offered();

    await calls.answer("c1", "s1");
    await soon();

    expect(current().state()).toMatchObject({ phase: "active", line: { word: "connected" } });
    expect(FakePeerConnection.all).toHaveLength(1);
    expect(sent("peer.state")).toHaveLength(1);
    expect(sounds(connection)).toMatchObject([{ track: devices.opened[0] }]);
    expect(inside.get("s1")?.users).toBe(1);
  });

  it("is played from the click on, before this tab knows more of the call, and in no tab that was not clicked in", async () => {
    const play = vi.spyOn(HTMLMediaElement.prototype, "play");
    calls.prepare("s1", false);
    await connect();
    const connection = await offered();
    const stream = new FakeMediaStream([new FakeTrack("audio", "theirs")]);

    connection.ontrack?.({ streams: [stream] });

    const audio = play.mock.contexts[0] as HTMLMediaElement;
    expect(audio).toMatchObject({ srcObject: stream, muted: true });
    const joining = calls.join("s1", calls.open("s1"));
    expect(audio.muted).toBe(false);
    await joining;
  });

  it("is not heard before the server has said yes, and not at all where it says no", async () => {
    calls.prepare("s1", true);
    await connect();
    const connection = await offered();
    let answer: (problem: Error) => void = () => undefined;
    routes.answer.mockReturnValue(new Promise((_, no) => (answer = no)));

    const answering = calls.answer("c1", "s1");
    await soon();
    expect(devices.opened).toHaveLength(1);
    expect(sounds(connection)).toMatchObject([{ track: null }]);
    answer(refused("call-over"));
    await expect(answering).rejects.toThrow();

    expect(connection.signalingState).toBe("closed");
    expect(devices.opened[0]?.stopped).toBe(true);
    expect(inside.has("s1")).toBe(false);
  });

  it("is let go of where it rings no more", async () => {
    const letGo = calls.prepare("s1", false);
    await connect();
    const connection = await offered();

    letGo();

    expect(connection.signalingState).toBe("closed");
    expect(inside.has("s1")).toBe(false);
  });

  it("that was answered is not let go of because it rings no more", async () => {
    const letGo = calls.prepare("s1", true);
    await connect();
    const connection = await offered();
    await calls.answer("c1", "s1");

    letGo();

    expect(connection.signalingState).toBe("stable");
  });

  it("is not made ready a second time while it is answered, and rings a moment longer by what was told", async () => {
    calls.prepare("s1", true);
    await connect();
    const connection = await offered();
    const ready = calls.open("s1");

    calls.prepare("s1", true)();
    await calls.join("s1", ready).catch(() => undefined);
    calls.prepare("s1", true)();

    expect(sent("peer.state")).toHaveLength(1);
    expect(connection.connectionState).toBe("connected");
  });

  it("is wanted anew where nothing comes after the answer: another browser of ours may have rung, too", async () => {
    calls.prepare("s1", true);
    await connect();
    const connection = await offered();
    await calls.answer("c1", "s1");
    tell();

    await vi.advanceTimersByTimeAsync(2_000);

    expect(connection.signalingState).toBe("closed");
    expect(sent("peer.state")).toHaveLength(2);
  });

  it("goes on where something comes after the answer", async () => {
    calls.prepare("s1", true);
    await connect();
    const connection = await offered();
    await calls.answer("c1", "s1");
    tell();
    await soon();
    connection.stats = [{ type: "inbound-rtp", kind: "audio", packetsReceived: 9, packetsLost: 0, jitter: 0 }];

    await vi.advanceTimersByTimeAsync(2_000);

    expect(connection.signalingState).toBe("stable");
    expect(sent("peer.state")).toHaveLength(1);
  });

  it("is made ready once, however often it is shown", async () => {
    const letGo = calls.prepare("s1", true);
    calls.prepare("s1", true)();
    await connect();

    expect(inside.get("s1")?.users).toBe(1);
    letGo();
    expect(inside.has("s1")).toBe(false);
  });

  it("is made ready anew for a tab that was loaded anew: no sound tells that it is gone", async () => {
    calls.prepare("s1", true);
    await connect();
    const connection = await offered();

    say({ type: "participant.changed", participant: TAB });

    expect(connection.signalingState).toBe("closed");
    expect(sent("peer.state")).toHaveLength(2);
  });

  it("is connected in the usual way where the room in which it was made ready is closed by then", async () => {
    calls.prepare("s1", true);
    await connect();
    const before = await offered();
    socket().break(4403);
    inside.clear();

    await calls.answer("c1", "s1");
    await connect();
    const after = await offered("p2");

    expect(before.signalingState).toBe("closed");
    expect(after).not.toBe(before);
    expect(current().state().line.word).toBe("connected");
  });
});
