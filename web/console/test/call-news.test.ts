import { describe, expect, it, vi } from "vitest";
import { endingWords } from "../src/call/words";
import { callOf } from "./samples";
import {
  answered,
  becomes,
  callDesk,
  calls,
  connect,
  current,
  devices,
  inside,
  offered,
  refused,
  routes,
  server,
  serverHas,
  socket,
  soon,
  tell,
  welcome,
} from "./call-desk";

callDesk();

describe("a call's news", () => {
  it("that are old change nothing", async () => {
    const call = await answered();

    call.hear({ id: "c1", state: "completed", version: 3 });
    call.hear({ id: "c2", state: "completed", version: 9 });

    expect(call.state().phase).toBe("active");
  });

  it("count from wherever they come first: the console's socket too", async () => {
    const call = await answered();

    calls.hear({ ...becomes({ state: "completed", endReason: "ended-by-customer", durationSeconds: 133 }) });
    await soon();

    expect(call.state().ending).toEqual({
      why: "over",
      state: "completed",
      reason: "ended-by-customer",
      seconds: 133,
    });
    expect(devices.opened[0]?.stopped).toBe(true);
    expect(inside.size).toBe(0);
  });

  it.each([
    ["handed-on", { staffId: "bob" }],
    ["waits-again", { state: "queued" as const, staffId: null }],
  ])("that it is %s close the microphone here", async (why, more) => {
    const call = await answered();

    becomes(more);
    tell();

    expect(call.state().ending?.why).toBe(why);
    expect(devices.opened[0]?.stopped).toBe(true);
    expect(routes.end).not.toHaveBeenCalled();
  });

  it("that a colleague has it let the customer hear us until they hear the colleague", async () => {
    const call = await answered();
    const connection = await offered();
    connection.become("connected");
    let packets = 0;
    vi.spyOn(connection, "getStats").mockImplementation(() =>
      Promise.resolve([{ type: "inbound-rtp", kind: "audio", packetsReceived: packets }]),
    );
    becomes({ staffId: "bob" });
    tell();
    for (const heard of [50, 100, 150]) {
      packets = heard;
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(call.state().phase).toBe("handed-on");
    expect(devices.opened[0]?.stopped).toBe(false);
    expect(routes.report).not.toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(2_000);

    expect(call.state()).toMatchObject({ phase: "over", ending: { why: "handed-on" } });
    expect(devices.opened[0]?.stopped).toBe(true);
  });

  it("that a colleague has it let us leave without ending it for them", async () => {
    const call = await answered();
    (await offered()).become("connected");
    becomes({ staffId: "bob" });
    tell();

    await call.hangUp();

    expect(call.state().ending?.why).toBe("handed-on");
    expect(routes.end).not.toHaveBeenCalled();
  });

  it("that were missed while the connection was away are asked for", async () => {
    const call = await answered();
    becomes({ state: "completed", endReason: "connection-lost" });
    socket().break();
    await vi.advanceTimersByTimeAsync(1_000);
    socket().open();

    welcome(2);
    await vi.advanceTimersByTimeAsync(1_000);

    expect(call.state()).toMatchObject({ phase: "over", ending: { reason: "connection-lost" } });
  });

  it("are not asked for where the room tells that it goes on", async () => {
    await answered();
    await vi.advanceTimersByTimeAsync(2_000);

    expect(routes.get).not.toHaveBeenCalled();
  });

  it("are asked for when the session's end closes the room before they come", async () => {
    const call = await answered();
    becomes({ state: "completed", endReason: "ended-by-customer" });

    socket().break(4499);
    await soon();

    expect(call.state()).toMatchObject({ phase: "over", ending: { reason: "ended-by-customer" } });
  });
});

describe("why a call is over", () => {
  it("is shown as the room tells it, without a question in between", async () => {
    const call = await answered();
    routes.get.mockReturnValue(new Promise(() => undefined));

    becomes({ state: "completed", endReason: "ended-by-customer" });
    tell();

    expect(call.state().ending?.reason).toBe("ended-by-customer");
  });

  it("is not said before it is known", async () => {
    const call = await answered();
    routes.get.mockReturnValue(new Promise(() => undefined));

    calls.hear({ id: "c1", state: "completed", version: server.version + 1 });

    const { phase, ending = { why: "handed-on", seconds: 0 } } = call.state();
    expect(phase).toBe("over");
    expect(endingWords(ending)).toBeUndefined();
  });
});

describe("the quality", () => {
  it("is reported every five seconds while the call is active, and not before or after", async () => {
    serverHas(callOf("c1", { state: "ringing", ringsAt: "customer", staffId: "ada", version: 1 }));
    await calls.start("s1");
    await connect();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(routes.report).not.toHaveBeenCalled();

    becomes({ state: "active", ringsAt: null });
    tell();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(routes.report.mock.calls).toEqual([
      ["c1", {}],
      ["c1", {}],
    ]);
    expect(current().state().quality).toEqual({ score: 4.2, otherScore: 3.9 });

    await current().hangUp();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(routes.report).toHaveBeenCalledTimes(2);
  });

  it("that is refused because the call is over ends it here, too", async () => {
    const call = await answered();
    routes.report.mockRejectedValue(refused("call-over"));
    becomes({ state: "completed", endReason: "connection-lost" });

    await vi.advanceTimersByTimeAsync(5_000);

    expect(call.state()).toMatchObject({ phase: "over", ending: { reason: "connection-lost" } });
  });

  it("that cannot be reported for a moment ends nothing", async () => {
    const call = await answered();
    routes.report.mockRejectedValueOnce(refused("unreachable", 0));

    await vi.advanceTimersByTimeAsync(10_000);

    expect(call.state().phase).toBe("active");
    expect(call.state().quality).toBeDefined();
  });
});
