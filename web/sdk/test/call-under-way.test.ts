import type { FrameOf, SignalFromClient } from "@remote-support/protocol";
import { describe, expect, it, vi } from "vitest";
import { FakePeerConnection } from "../../packages/media/test/fake-peer-connection";
import { Refused } from "../src/host";
import { island } from "./fake-host";
import {
  answers,
  become,
  browser,
  call,
  callScene,
  changed,
  connected,
  fake,
  hush,
  join,
  last,
  neverSilent,
  offers,
  press,
  pressed,
  room,
  soon,
  talk,
  text,
  to,
  tones,
  update,
  view,
  wanted,
} from "./call-scene";

callScene();

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

  it("goes on at once in a tab from which it was taken and to which it is given back", async () => {
    let lose: (why: Error) => void = () => undefined;
    const request = (_name: string, _how: unknown, got: () => unknown) => {
      void got();
      return new Promise((_, no) => (lose = no));
    };
    Object.defineProperty(navigator, "locks", { configurable: true, value: { request } });
    await talk();
    const before = offers().length;
    lose(new DOMException("stolen", "AbortError"));
    await soon();
    expect(FakePeerConnection.all.at(-1)?.signalingState).toBe("closed");

    await press("rs-call-here");

    expect(offers()).toHaveLength(before + 1);
    expect(offers().at(-1)).toMatchObject({ to: "tech" });
  });

  it("knows with whom, also while a console that was loaded anew is there twice", async () => {
    await talk();
    connected();
    answers["support/call/c1"] = view("active", { version: 4, staffId: "eve" });
    await become("active", 4, { staffId: "eve" });
    const technician = {
      seat: "technician",
      name: "Eve",
      page: null,
      since: "2026-01-01T00:00:00Z",
      watchers: 0,
    } as const;
    for (const id of ["before", "tech"]) room.participants.set(id, { ...technician, id });

    update();

    expect(text("rs-call-status")).toContain("Eve");
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
    hush();
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
    hush();
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
