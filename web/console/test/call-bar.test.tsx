import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CallAfterwards, CallBar } from "../src/call/call-bar";
import { CallButton } from "../src/call/call-button";
import type { RoomCall } from "../src/call/model";
import type { OpenCall, OpenCallState } from "../src/call/open-call";
import { NOBODY } from "../src/stage/room-state";
import type { Room } from "../src/stage/room";
import { LEAD, session } from "./samples";
import { FloatingCalls } from "../src/call/floating-calls";
import { show } from "./screen";

const here = vi.hoisted(() => ({ call: undefined as unknown, ringing: [] as object[], path: "/" }));
const calls = vi.hoisted(() => ({ start: vi.fn(), join: vi.fn(), speakIn: vi.fn(), dismiss: vi.fn() }));
const answer = vi.hoisted(() => vi.fn());
vi.mock("../src/call/calls-provider", () => ({
  useCalls: () => calls,
  useOpenCallOf: () => here.call,
  useOpenCall: (call: OpenCall) => call.state(),
  useOpenCalls: () => (here.call ? [here.call] : []),
  useRingingCalls: () => ({ ringing: here.ringing }),
  usePreparedCall: () => undefined,
}));
vi.mock("../src/call/use-answer-call", () => ({
  useAnswerCall: () => ({ answer, decline: vi.fn(), busyWith: undefined }),
}));
vi.mock("@tanstack/react-router", () => ({
  useRouterState: () => here.path,
  Link: (props: { "data-testid": string }) => <a data-testid={props["data-testid"]}>Link</a>,
}));
vi.mock("../src/call/auto-answer", () => ({ AutoAnswer: () => null }));
vi.mock("@remote-support/media", () => ({ canCall: () => true }));

const ADA = { ...LEAD, id: "staff-1", name: "Ada" };
const LINE: OpenCallState["line"] = { word: "connected", other: { muted: false, held: false, picture: "none" } };
const OWN: OpenCallState["own"] = { microphone: "open", muted: false, held: false, picture: "none" };

const mute = vi.fn();
const hold = vi.fn();
const hangUp = vi.fn(() => Promise.resolve());
const showPicture = vi.fn(() => Promise.resolve());

function inCall(state: Partial<OpenCallState>): void {
  const full: OpenCallState = {
    phase: "active",
    own: OWN,
    line: LINE,
    soundBlocked: false,
    since: Date.now(),
    ...state,
  };
  here.call = {
    id: "c1",
    sessionId: "s1",
    customer: "Grace",
    state: () => full,
    mute,
    hold,
    hangUp,
    show: showPicture,
  };
}

const told = (more: Partial<RoomCall>): RoomCall => ({
  type: "call.changed",
  call: "c1",
  state: "active",
  version: 3,
  staffId: "staff-1",
  ringsAt: null,
  expiresAt: null,
  answeredAt: null,
  ...more,
});

function open(call?: RoomCall, user = ADA): void {
  const state = { ...NOBODY, call };
  const room = { subscribe: () => () => undefined, state: () => state } as unknown as Room;
  const props = { session: session("s1"), user, room };
  show(
    <>
      <CallButton {...props} />
      <CallBar {...props} />
    </>,
  );
}

beforeEach(() => {
  here.call = undefined;
  for (const mock of [...Object.values(calls), answer, mute, hold, hangUp, showPicture]) mock.mockClear();
  calls.start.mockResolvedValue(undefined);
  calls.join.mockResolvedValue(undefined);
});

describe("CallBar", () => {
  it("is not there without a call; the button calls the customer", async () => {
    open();

    fireEvent.click(screen.getByTestId("call-start"));

    expect(screen.queryByTestId("call-bar")).toBeNull();
    await waitFor(() => expect(calls.start).toHaveBeenCalledExactlyOnceWith("s1"));
  });

  it("lets only who has the session call", () => {
    open(undefined, LEAD);

    expect(screen.queryByTestId("call-start")).toBeNull();
  });

  it("rings in the session, with answer and decline", () => {
    open(told({ state: "ringing", ringsAt: "technician" }));

    fireEvent.click(screen.getByTestId("call-answer"));

    expect(screen.getByText("Grace is calling")).toBeTruthy();
    expect(answer).toHaveBeenCalledExactlyOnceWith({ id: "c1", sessionId: "s1" });
    expect(screen.queryByTestId("call-start")).toBeNull();
  });

  it("cancels what rings at the customer", () => {
    inCall({ phase: "calling" });
    open(told({ state: "ringing", ringsAt: "customer" }));

    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));

    expect(hangUp).toHaveBeenCalledOnce();
  });

  it("counts the duration, and mutes, holds and hangs up", () => {
    vi.useFakeTimers({ now: Date.parse("2026-03-01T10:00:00Z") });
    inCall({ since: Date.now() - 133_000, quality: { score: 4.2, otherScore: 2.4 } });
    open(told({}));

    expect(screen.getByTestId("call-duration").textContent).toBe("2:13");
    expect(screen.getByRole("img", { name: "How you hear Grace: 4.2 of 5, good" })).toBeTruthy();
    expect(screen.getByRole("img", { name: "How Grace hears you: 2.4 of 5, poor" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Mute (m)" }));
    fireEvent.click(screen.getByRole("button", { name: "Hold the call" }));
    fireEvent.click(screen.getByRole("button", { name: "Hang up" }));

    expect(mute).toHaveBeenCalledExactlyOnceWith(true);
    expect(hold).toHaveBeenCalledExactlyOnceWith(true);
    expect(hangUp).toHaveBeenCalledOnce();
  });

  it.each([
    ["Reconnecting…", { line: { ...LINE, word: "interrupted" as const } }],
    ["The TURN server refuses this call", { line: { ...LINE, trouble: "refused" as const } }],
    ["No way to the customer was found", { line: { ...LINE, trouble: "no-way" as const } }],
    ["Grace is muted", { line: { ...LINE, other: { muted: true, held: false, picture: "none" as const } } }],
    ["Grace holds the call", { line: { ...LINE, other: { muted: false, held: true, picture: "none" as const } } }],
    ["Grace has no microphone: they hear you, and can write", { line: { ...LINE, problem: "no-microphone" } }],
    ["On hold by you", { own: { ...OWN, held: true } }],
    ["No microphone was found", { own: { ...OWN, microphone: "missing" as const } }],
    ["Your browser does not allow the microphone", { own: { ...OWN, microphone: "refused" as const } }],
    ["Your microphone is gone", { own: { ...OWN, microphone: "lost" as const } }],
  ])("says in words: %s", (words, state) => {
    inCall(state);
    open(told({}));

    expect(screen.getByText(words)).toBeTruthy();
  });

  it("says how long it took and why it is over, and can be closed and begun again", () => {
    inCall({ phase: "over", ending: { why: "over", state: "completed", reason: "ended-by-customer", seconds: 133 } });
    open(told({ state: "completed" }));

    expect(screen.getByTestId("call-over").textContent).toBe("Call over · 2:13 · The customer hung up");
    expect(screen.getByTestId("call-start")).toBeTruthy();
    fireEvent.click(screen.getByTestId("call-dismiss"));
    expect(calls.dismiss).toHaveBeenCalledOnce();
  });

  it("offers to go on here with a call that is in another tab", () => {
    open(told({}));

    fireEvent.click(screen.getByTestId("call-continue"));

    expect(calls.join).toHaveBeenCalledExactlyOnceWith("s1");
  });

  it.each(["for the first time", "back"])("lets whoever is handed a call %s take it", (how) => {
    here.ringing = [{ id: "c1", handed: true }];
    if (how === "back") inCall({ phase: "over", ending: { why: "handed-on", seconds: 45 } });
    open(told({}));

    expect(screen.getByTestId("call-bar").textContent).toContain("A colleague hands you this call");
    fireEvent.click(screen.getByTestId("call-answer"));

    expect(answer).toHaveBeenCalledExactlyOnceWith({ id: "c1", sessionId: "s1" });
    here.ringing = [];
  });

  it.each(["/sessions/s1", "/queue"])(
    "says on %s that a call is heard on that was handed on, and lets one leave",
    (path) => {
      here.path = path;
      inCall({ phase: "handed-on" });
      show(<FloatingCalls />);

      expect(screen.getByTestId("call-float").textContent).toContain("Grace hears you until your colleague is there");
      fireEvent.click(screen.getByTestId("call-hang-up"));
      expect(hangUp).toHaveBeenCalledOnce();
    },
  );

  it.each([
    ["/sessions/s1", 0],
    ["/queue", 1],
  ])("stands over other pages than its own: %s", (path, times) => {
    here.path = path;
    inCall({});
    show(<FloatingCalls />);

    expect(screen.queryAllByTestId("call-float")).toHaveLength(times);
  });

  it.each<[Partial<OpenCallState>, number]>([
    [{ phase: "active" }, 1],
    [{ phase: "over", ending: { why: "over", seconds: 45 } }, 1],
    [{ phase: "handed-on" }, 0],
    [{ phase: "over", ending: { why: "handed-on", seconds: 45 } }, 0],
    [{ phase: "over", ending: { why: "waits-again", seconds: 45 } }, 0],
  ])("leads to the session only as long as it is ours: %o", (state, times) => {
    here.path = "/queue";
    inCall(state);
    show(<FloatingCalls />);

    expect(screen.queryAllByTestId("call-back-to-session")).toHaveLength(times);
  });

  it.each([
    ["/sessions/s2", "true"],
    ["/queue", undefined],
  ])("covers no field for messages: %s", (path, above) => {
    here.path = path;
    inCall({});
    show(<FloatingCalls />);

    expect(screen.getByLabelText("Calls under way").dataset.above).toBe(above);
  });

  it("has a picture that is sent be stopped from every page", () => {
    here.path = "/queue";
    inCall({ own: { ...OWN, picture: "camera" } });
    show(<FloatingCalls />);

    fireEvent.click(screen.getByLabelText("Turn the camera off"));

    expect(showPicture).toHaveBeenCalledExactlyOnceWith("none");
    expect(screen.queryByTestId("call-screen")).toBeNull();
  });

  it("tells no duration of what was never answered", () => {
    here.path = "/queue";
    inCall({ phase: "over", ending: { why: "over", state: "missed", reason: "unanswered", seconds: 0 } });
    show(<FloatingCalls />);

    expect(screen.getByTestId("call-float").textContent).toContain(
      "Call with Grace over · The customer did not answer",
    );
  });

  it("says who speaks when it is a colleague", () => {
    open(told({}), LEAD);

    expect(screen.getByText("Ada and Grace are in a call.")).toBeTruthy();
    expect(screen.queryByTestId("call-continue")).toBeNull();
  });
});

describe("CallAfterwards", () => {
  it("says how a call ended with which its session ended", () => {
    inCall({ phase: "over", ending: { why: "over", state: "completed", reason: "ended-by-staff", seconds: 61 } });
    show(<CallAfterwards session={session("s1", { state: "ended" })} user={ADA} />);

    expect(screen.getByTestId("call-over").textContent).toBe("Call over · 1:01 · You hung up");
  });

  it("is not there where there was none", () => {
    show(<CallAfterwards session={session("s1", { state: "ended" })} user={ADA} />);

    expect(screen.queryByTestId("call-bar")).toBeNull();
  });
});
