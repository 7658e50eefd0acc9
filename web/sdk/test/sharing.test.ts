import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeWebSocket } from "../../packages/socket/test/fake-web-socket";
import { island } from "./fake-host";
import { ME, begin, changed, fake, finish, grant, sent, soon, welcome } from "./joined";

beforeEach(begin);
afterEach(finish);

describe("recording", () => {
  it("is not even loaded before view is granted", async () => {
    welcome([], 1);
    await soon();

    expect(fake.host.load).not.toHaveBeenCalled();
  });

  it("runs only while granted, watched and connected", async () => {
    welcome(grant("view"));
    await soon();
    expect(fake.recorder.start).not.toHaveBeenCalled();

    FakeWebSocket.last.receive({ type: "cobrowse.watched", watchers: 1 });
    expect(fake.recorder.start).toHaveBeenCalled();

    fake.recorder.stop.mockClear();
    FakeWebSocket.last.receive({ type: "cobrowse.watched", watchers: 0 });
    expect(fake.recorder.stop).toHaveBeenCalledOnce();
    FakeWebSocket.last.receive({ type: "cobrowse.watched", watchers: 1 });
    FakeWebSocket.last.break();
    expect(fake.recorder.stop).toHaveBeenCalledTimes(2);
  });

  it("goes on by itself with what the welcome says after a break", async () => {
    welcome(grant("view"), 1);
    await soon();
    FakeWebSocket.last.break();
    await vi.advanceTimersByTimeAsync(400);
    fake.recorder.start.mockClear();

    welcome(grant("view"), 1);

    expect(fake.recorder.start).toHaveBeenCalled();
    expect(vi.mocked(fake.host.load).mock.calls).toEqual([["recorder"], ["mirror"]]);
  });

  it("sends a keyframe when it is asked to", async () => {
    welcome(grant("view"), 1);
    await soon();

    FakeWebSocket.last.receive({ type: "cobrowse.refresh" });

    expect(fake.recorder.keyframe).toHaveBeenCalledOnce();
  });
});

describe("remote control", () => {
  const click = { type: "control.click", from: "tech", participant: ME, command: "c1", node: 5, x: 0, y: 0, button: 0 };

  it("is carried out under the grant and its outcome told", async () => {
    welcome(grant("view", "control"), 1);
    await soon();

    FakeWebSocket.last.receive(click);
    await soon();

    expect(fake.recorder.act).toHaveBeenCalledOnce();
    expect(sent("control.result")).toEqual([{ type: "control.result", command: "c1", outcome: "done" }]);
  });

  it("of what is guarded waits for the customer, and holds up nothing else", async () => {
    let answer: (yes: boolean) => void = () => undefined;
    const propose = vi.fn((_proposal: unknown) => new Promise<boolean>((resolve) => (answer = resolve)));
    fake.recorder.act.mockResolvedValueOnce({ outcome: "proposed", words: "Pay" } as never);
    fake.recorder.find.mockReturnValue(document.body);
    welcome(grant("view", "control"), 1);
    await soon();
    vi.mocked(fake.host.load).mockResolvedValue({ propose } as never);

    FakeWebSocket.last.receive(click);
    FakeWebSocket.last.receive({ ...click, command: "c2" });
    await soon();
    expect(sent("control.result").map(({ command, outcome }) => [command, outcome])).toEqual([
      ["c1", "proposed"],
      ["c2", "done"],
    ]);
    answer(true);
    await soon();

    expect(propose.mock.calls[0]?.[0]).toMatchObject({ words: "Pay", element: document.body });
    expect(fake.recorder.act.mock.lastCall?.[1 as never]).toMatchObject({ agreed: true });
    expect(sent("control.result").at(-1)).toEqual({ type: "control.result", command: "c1", outcome: "done" });
  });

  it("is declined where the customer says no", async () => {
    fake.recorder.act.mockResolvedValueOnce({ outcome: "proposed", words: "Pay" } as never);
    fake.recorder.find.mockReturnValue(document.body);
    welcome(grant("view", "control"), 1);
    await soon();
    vi.mocked(fake.host.load).mockResolvedValue({ propose: () => Promise.resolve(false) } as never);

    FakeWebSocket.last.receive(click);
    await soon();

    expect(fake.recorder.act).toHaveBeenCalledOnce();
    expect(sent("control.result").at(-1)).toMatchObject({ command: "c1", outcome: "refused", reason: "declined" });
  });

  it("is refused without the grant, and after Stop", async () => {
    welcome(grant("view"), 1);
    await soon();
    FakeWebSocket.last.receive(click);
    await soon();
    changed(grant("view", "control"));
    island("rs-stop")?.click();
    FakeWebSocket.last.receive(click);
    await soon();

    expect(fake.recorder.act).not.toHaveBeenCalled();
    expect(sent("control.result").map(({ outcome }) => outcome)).toEqual(["refused", "refused"]);
  });
});
