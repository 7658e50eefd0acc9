import { beforeEach, describe, expect, it, vi } from "vitest";
import { callOf } from "./samples";
import {
  answered,
  becomes,
  callDesk,
  calls,
  connect,
  current,
  devices,
  load,
  refused,
  routes,
  sent,
  server,
  serverHas,
  tell,
} from "./call-desk";

callDesk();

describe("calling a customer", () => {
  beforeEach(() => {
    serverHas(callOf("c1", { state: "ringing", ringsAt: "customer", staffId: "ada", version: 1 }));
  });

  it("rings there with the microphone open already, and is active when they answer", async () => {
    await calls.start("s1");
    await connect();
    expect(current().state()).toMatchObject({ phase: "calling", own: { microphone: "open" } });
    expect(sent("peer.state")).toEqual([]);

    becomes({ state: "active", ringsAt: null });
    tell();

    expect(current().state().phase).toBe("active");
    expect(sent("peer.state")).toHaveLength(1);
  });

  it("who calls at this moment answers them instead", async () => {
    serverHas(callOf("c1", { state: "ringing", ringsAt: "technician", staffId: "ada", version: 2 }));

    await calls.start("s1");

    expect(routes.answer).toHaveBeenCalledExactlyOnceWith("c1");
    expect(current().state().phase).toBe("active");
  });

  it("is cancelled", async () => {
    await calls.start("s1");
    await connect();

    const cancelled = current().hangUp();
    expect(current().state().ending?.reason).toBe("ended-by-staff");
    await cancelled;

    expect(routes.end).toHaveBeenCalledExactlyOnceWith("c1");
    expect(current().state().phase).toBe("over");
  });
});

describe("hanging up", () => {
  it("closes the microphone at once, and shows the server's duration", async () => {
    const call = await answered();

    const done = call.hangUp();
    expect(devices.opened[0]?.stopped).toBe(true);
    await done;

    expect(call.state().ending).toMatchObject({ seconds: 42, reason: "ended-by-staff" });
  });

  it("after the customer did is no problem", async () => {
    const call = await answered();
    routes.end.mockRejectedValue(refused("call-over"));
    becomes({ state: "completed", endReason: "ended-by-customer", durationSeconds: 7 });

    await call.hangUp();

    expect(call.state().ending).toMatchObject({ seconds: 7, reason: "ended-by-customer" });
  });

  it("without the server says so, and the microphone is closed all the same", async () => {
    const call = await answered();
    routes.end.mockRejectedValue(refused("unreachable", 0));

    await expect(call.hangUp()).rejects.toThrow();

    expect(call.state().phase).toBe("over");
    expect(devices.opened[0]?.stopped).toBe(true);
  });
});

describe("a reload", () => {
  it("goes on in the call, with the duration that the server counts", async () => {
    await answered();
    calls.close();
    serverHas({ ...server, durationSeconds: 95 });

    load();
    await calls.resume();
    await connect();

    expect(current().state().phase).toBe("active");
    expect((Date.now() - (current().state().since ?? 0)) / 1_000).toBeCloseTo(95, 0);
    expect(sent("peer.state")).toHaveLength(1);
  });

  it.each([
    ["is over", { state: "completed" as const }],
    ["is a colleague's", { staffId: "bob" }],
  ])("does not go into a call that %s meanwhile", async (_, more) => {
    await answered();
    calls.close();
    becomes(more);

    load();
    await calls.resume();

    expect(calls.list()).toEqual([]);
    expect(sessionStorage.getItem("remote-support.calls")).toBeNull();
  });

  it("remembers no call that was hung up", async () => {
    const call = await answered();
    expect(sessionStorage.getItem("remote-support.calls")).toBe('["c1"]');

    await call.hangUp();

    expect(sessionStorage.getItem("remote-support.calls")).toBeNull();
  });
});

describe("a call that is handed over", () => {
  beforeEach(() => void becomes({ state: "active", ringsAt: null }));

  it("opens no microphone before somebody takes it", async () => {
    expect(await calls.isUntaken("c1", true)).toBe(true);
    expect(devices.asked).toEqual([]);

    await calls.answer("c1", "s1");

    expect(current().state().phase).toBe("active");
    expect(devices.opened).toHaveLength(1);
  });

  it("of which nothing was heard may have been answered here meanwhile", async () => {
    const untaken = calls.isUntaken("c1", false);
    await calls.join("s1");
    await vi.advanceTimersByTimeAsync(500);

    expect(await untaken).toBe(false);
  });

  it("is not taken from another tab of this browser", async () => {
    const held = [{ name: "remote-support.call.c1" }];
    vi.stubGlobal("navigator", { mediaDevices: devices, locks: { query: () => Promise.resolve({ held }) } });

    expect(await calls.isUntaken("c1", true)).toBe(false);
  });
});

describe("a session that was taken", () => {
  it("answers the call where it still rings, and goes into the one that was answered with it", async () => {
    await calls.join("s1");
    expect(routes.answer).toHaveBeenCalledTimes(1);
    calls.close();

    await calls.join("s1");

    expect(routes.answer).toHaveBeenCalledTimes(1);
    expect(current().state().phase).toBe("active");
  });

  it.each([
    ["call-over", { state: "missed" as const }],
    ["already-assigned", { state: "active" as const, staffId: "bob" }],
  ])("whose call cannot be had says why: %s", async (code, more) => {
    becomes(more);

    await expect(calls.join("s1")).rejects.toMatchObject({ code });
    expect(calls.list()).toEqual([]);
  });

  it("holds the call before it: of two one speaks", async () => {
    const first = await answered();
    const second = callOf("c2", { sessionId: "s2", state: "active", staffId: "ada", version: 3 });
    routes.answer.mockResolvedValue(second);

    await calls.answer("c2", "s2");

    expect(first.state().own.held).toBe(true);
    expect(calls.list().map((call) => call.state().own.held)).toEqual([true, false]);
  });
});
