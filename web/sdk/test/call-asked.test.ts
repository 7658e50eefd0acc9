import { beforeEach, describe, expect, it, vi } from "vitest";
import { FakePeerConnection } from "../../packages/media/test/fake-peer-connection";
import { Refused } from "../src/host";
import * as en from "../src/words/en";
import { island } from "./fake-host";
import {
  answers,
  asked,
  become,
  browser,
  call,
  callScene,
  fake,
  installBrowser,
  join,
  load,
  offers,
  press,
  room,
  script,
  soon,
  text,
  to,
  tones,
  update,
  view,
  wanted,
} from "./call-scene";

callScene();

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
    installBrowser();
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
    await press("rs-call-back-send");
    expect(to("support/call/c1/callback")).toEqual([]);
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

  it("makes its offer while it rings, for whoever answers: one connection, told once it is wanted", async () => {
    await become("ringing", 2, { ringsAt: "technician" });
    await become("ringing", 3, { ringsAt: "technician", staffId: "bob" });
    expect(FakePeerConnection.all).toMatchObject([{ signalingState: "have-local-offer" }]);
    expect(offers()).toEqual([]);

    await become("active", 4, { staffId: "bob" });
    expect(offers()).toEqual([]);
    wanted();

    expect(offers()).toMatchObject([{ to: "tech", sdp: expect.stringContaining("a=candidate:") as string }]);
    expect(FakePeerConnection.all).toHaveLength(1);
  });

  it("is led to whoever it rings at while it rings, and nothing is heard of us before the answer", async () => {
    await become("ringing", 2, { ringsAt: "technician" });
    wanted();
    await soon();
    const [connection] = FakePeerConnection.all;
    expect(offers()).toMatchObject([{ to: "tech", kind: "offer" }]);
    expect(connection?.senders).toMatchObject([{ track: null }]);
    expect(island("rs-call-waiting")).not.toBeNull();

    await become("active", 3);
    await soon();

    expect(FakePeerConnection.all).toHaveLength(1);
    expect(offers()).toHaveLength(1);
    expect(connection?.senders).toMatchObject([{ track: { kind: "audio" } }]);
  });

  it("lets go of whoever it rings at no more, and is silent to the next one", async () => {
    await become("ringing", 2, { ringsAt: "technician" });
    wanted();
    await become("ringing", 3, { ringsAt: "technician", staffId: "bob" });
    expect(FakePeerConnection.all.map(({ signalingState }) => signalingState)).toEqual(["closed", "have-local-offer"]);

    wanted("bobs-tab");
    await soon();

    expect(offers().map(({ to }) => to)).toEqual(["tech", "bobs-tab"]);
    expect(FakePeerConnection.all[1]?.senders).toMatchObject([{ track: null }]);
    await become("queued", 4);
    expect(FakePeerConnection.all.map(({ signalingState }) => signalingState)).toEqual(["closed", "closed"]);
  });

  it("makes that offer anew where other servers are to be used by then", async () => {
    await become("ringing", 2, { ringsAt: "technician" });
    call.receive({ type: "peer.servers", servers: [], policy: "relay" });
    expect(FakePeerConnection.all[0]?.signalingState).toBe("closed");

    await become("active", 3, { staffId: "bob" });
    wanted();
    await soon();

    expect(FakePeerConnection.all.map(({ signalingState }) => signalingState)).toEqual(["closed", "have-local-offer"]);
    expect(offers()).toHaveLength(1);
  });

  it("lets go of that offer where it rings no more, and of its relay with it", async () => {
    await become("ringing", 2, { ringsAt: "technician" });
    await become("queued", 3);
    expect(FakePeerConnection.all).toMatchObject([{ signalingState: "closed" }]);

    await become("ringing", 4, { ringsAt: "technician" });
    await become("missed", 5, { reason: "unanswered" });

    expect(FakePeerConnection.all).toMatchObject([{ signalingState: "closed" }, { signalingState: "closed" }]);
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
