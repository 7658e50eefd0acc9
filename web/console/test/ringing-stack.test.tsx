import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import type { ConsoleFromServer } from "@remote-support/protocol";
import { Notifications, notifications } from "@mantine/notifications";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeDevices } from "../../packages/media/test/fake-media";
import { CallsProvider } from "../src/call/calls-provider";
import { RingingStack } from "../src/call/ringing-stack";
import { Problem } from "../src/api/problem";
import { session } from "./samples";
import { show } from "./screen";

const state = vi.hoisted(() => ({ path: "/queue", hear: [] as ((news: unknown) => void)[] }));
const play = vi.hoisted(() => vi.fn());
const showNotice = vi.hoisted(() => vi.fn(() => () => undefined));
const navigate = vi.hoisted(() => vi.fn());
const post = vi.hoisted(() => vi.fn());
vi.mock("../src/ui/sound", () => ({ play }));
vi.mock("../src/ui/notice", () => ({ showNotice }));
vi.mock("../src/ui/bell", () => ({ hasBell: () => true }));
vi.mock("../src/auth/use-user", () => ({ useUser: () => ({ id: "staff-1", name: "Ada", kind: "staff" }) }));
vi.mock("../src/inbox/use-my-chats", () => ({ useMyChats: () => ({ chats: [], loaded: true }) }));
vi.mock("../src/sessions/live", () => ({ useNews: (hear: never) => void (state.hear = [hear]) }));
vi.mock("../src/api/client", () => ({ api: { post } }));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => navigate, useRouterState: () => state.path }));

const rings = (version: number, more: object = {}) =>
  act(() => {
    const news = {
      type: "call.changed",
      callId: "c1",
      sessionId: "s1",
      state: "ringing",
      version,
      staffId: "staff-1",
      ringsAt: "technician",
      ...more,
    } as ConsoleFromServer;
    for (const hear of state.hear) hear(news);
  });

function open(more = {}): void {
  show(
    <CallsProvider>
      <Notifications />
      <RingingStack />
    </CallsProvider>,
    [[["session", "s1"], session("s1", { customerName: "Grace", ...more })]],
  );
}

beforeEach(() => {
  FakeDevices.install();
  state.path = "/queue";
  for (const mock of [play, showNotice, navigate, post]) mock.mockClear();
});
afterEach(() => notifications.clean());

describe("RingingStack", () => {
  it("shows who calls, rings, and notifies; and is gone when somebody answered", () => {
    open();

    rings(2);

    expect(screen.getByTestId("ringing-call").textContent).toContain("Grace");
    expect(document.title).toMatch(/^\(Grace is calling\)/);
    expect(play).toHaveBeenCalledWith("call");
    expect(showNotice).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ title: "Grace is calling", tag: "call-c1" }),
    );

    rings(3, { state: "active", ringsAt: undefined });
    rings(2);

    expect(screen.queryByTestId("ringing-call")).toBeNull();
    expect(document.title).not.toMatch(/calling/);
  });

  it("leaves a call that is offered to its offer", () => {
    open({ state: "offered" });

    rings(2);

    expect(screen.queryByTestId("ringing-call")).toBeNull();
    expect(play).not.toHaveBeenCalled();
  });

  it("rings without a card on the session's own page, which has a bar for it", () => {
    state.path = "/sessions/s1";
    open();

    rings(2);

    expect(play).toHaveBeenCalledWith("call");
    expect(screen.queryByTestId("ringing-call")).toBeNull();
  });

  it("offers what a colleague hands over to be taken, and not to be declined", async () => {
    post.mockRejectedValue(new Problem(409, "call-over", "", ""));
    open();

    rings(2, { state: "active", ringsAt: undefined, staffId: "staff-2" });
    rings(3, { state: "active", ringsAt: undefined });

    await waitFor(() =>
      expect(screen.getByTestId("ringing-call").textContent).toContain("A colleague hands you a call"),
    );
    expect(screen.queryByTestId("call-decline")).toBeNull();
    expect(post).not.toHaveBeenCalled();
    fireEvent.click(screen.getByTestId("call-answer"));
    await waitFor(() => expect(post).toHaveBeenCalledWith("/api/support/call/c1/answer"));
  });

  it("declines", async () => {
    post.mockResolvedValue({});
    open();
    rings(2);

    fireEvent.click(screen.getByTestId("call-decline"));

    await waitFor(() => expect(screen.queryByTestId("ringing-call")).toBeNull());
    expect(post).toHaveBeenCalledExactlyOnceWith("/api/support/call/c1/decline");
    expect(navigate).not.toHaveBeenCalled();
  });

  it.each([
    ["already-assigned", "A colleague was faster"],
    ["call-over", "The call is over"],
  ])("says in words when it comes too late: %s", async (code, words) => {
    post.mockRejectedValue(new Problem(409, code, "", ""));
    open();
    rings(2);

    fireEvent.click(screen.getByTestId("call-answer"));

    await waitFor(() => expect(screen.getByText(words)).toBeTruthy());
    expect(screen.queryByTestId("ringing-call")).toBeNull();
    expect(navigate).not.toHaveBeenCalled();
  });

  it("stays when the server cannot be reached, to be tried again", async () => {
    post.mockRejectedValue(new Problem(0, "unreachable", "The server cannot be reached", ""));
    open();
    rings(2);

    fireEvent.click(screen.getByTestId("call-answer"));

    await waitFor(() => expect(screen.getByText("The server cannot be reached")).toBeTruthy());
    expect(screen.getByTestId("ringing-call")).toBeTruthy();
  });
});
