import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../src/api/problem";
import { OfferStack } from "../src/offer/offer-stack";
import { useOffersToMe } from "../src/offer/use-offers";
import { session } from "./samples";
import { show } from "./screen";

const state = vi.hoisted(() => ({ hear: (() => undefined) as (news: unknown) => void }));
const play = vi.hoisted(() => vi.fn());
const navigate = vi.hoisted(() => vi.fn());
const post = vi.hoisted(() => vi.fn());
const join = vi.hoisted(() => vi.fn());
const speaking = vi.hoisted(() => vi.fn());
const leave = vi.hoisted(() => vi.fn());
const enterRoom = vi.hoisted(() => vi.fn());
const ready = vi.hoisted(() => ({}));
const giveUp = vi.hoisted(() => vi.fn());
const openMicrophone = vi.hoisted(() => vi.fn());
const toasts = vi.hoisted(() => ({ toastHint: vi.fn(), toastProblem: vi.fn() }));
vi.mock("../src/ui/toasts", () => toasts);
vi.mock("../src/stage/rooms", () => ({ enterRoom }));
vi.mock("../src/ui/sound", () => ({ play }));
vi.mock("../src/ui/notice", () => ({ showNotice: () => () => undefined }));
vi.mock("../src/ui/bell", () => ({ hasBell: () => true, takeBell: () => () => undefined }));
vi.mock("../src/auth/use-user", () => ({ useUser: () => ({ id: "staff-1", name: "Ada", kind: "staff" }) }));
vi.mock("../src/call/calls-provider", () => ({
  useCalls: () => ({ join, speaking, open: openMicrophone, giveUp }),
  useOpenCalls: () => [],
  usePreparedCall: () => undefined,
}));
vi.mock("../src/queue/queries", () => ({ useKnownQueue: () => undefined }));
vi.mock("../src/sessions/live", () => ({ useNews: (hear: never) => void (state.hear = hear) }));
vi.mock("../src/api/client", () => ({ api: { post, get: () => new Promise(() => undefined) } }));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => navigate }));

function Offers() {
  return <OfferStack {...useOffersToMe()} />;
}

function offered(more: object): void {
  const waits = session("s1", { state: "offered", ...more });
  post.mockResolvedValue({ session: { ...waits, state: "active" }, token: "first", expiresIn: 300 });
  show(<Offers />, [[["session", "s1"], waits]]);
  act(() =>
    state.hear({
      type: "session.offered",
      sessionId: "s1",
      staffId: "staff-1",
      expiresAt: new Date(Date.now() + 20_000).toISOString(),
    }),
  );
}

beforeEach(() => {
  for (const mock of [
    play,
    navigate,
    post,
    join,
    speaking,
    openMicrophone,
    giveUp,
    leave,
    enterRoom,
    ...Object.values(toasts),
  ])
    mock.mockReset();
  join.mockResolvedValue(undefined);
  openMicrophone.mockReturnValue(ready);
  enterRoom.mockReturnValue({ leave });
});

describe("an offer", () => {
  it("that is a call says so, rings as one, and its answer puts this tab into the call", async () => {
    offered({ channels: ["call", "chat"] });

    expect(screen.getByTestId("offer").textContent).toContain("Call for you");
    expect(play).toHaveBeenCalledWith("call");
    expect(screen.getByTestId("offer-accept").textContent).toContain("Answer");
    fireEvent.click(screen.getByTestId("offer-accept"));

    await waitFor(() => expect(join).toHaveBeenCalledExactlyOnceWith("s1", ready));
    expect(post).toHaveBeenCalledExactlyOnceWith("/api/sessions/s1/participants", {
      tab: expect.any(String) as string,
      accept: true,
    });
    await waitFor(() =>
      expect(navigate).toHaveBeenCalledExactlyOnceWith({ to: "/sessions/$id", params: { id: "s1" } }),
    );
  });

  it("that is a call opens the microphone with the click, and its page after the first sound", async () => {
    let sound: () => void = () => undefined;
    speaking.mockReturnValue(new Promise<void>((resolve) => (sound = resolve)));
    offered({ channels: ["call"] });
    expect(openMicrophone).not.toHaveBeenCalled();

    fireEvent.click(screen.getByTestId("offer-accept"));

    expect(openMicrophone).toHaveBeenCalledExactlyOnceWith("s1");
    await waitFor(() => expect(speaking).toHaveBeenCalledExactlyOnceWith("s1"));
    expect(navigate).not.toHaveBeenCalled();
    sound();
    await waitFor(() => expect(navigate).toHaveBeenCalledOnce());
  });

  it("that is accepted is entered with the token that came with it, until its page or call is in it", async () => {
    let sound: () => void = () => undefined;
    speaking.mockReturnValue(new Promise<void>((resolve) => (sound = resolve)));
    offered({ channels: ["call"] });

    fireEvent.click(screen.getByTestId("offer-accept"));

    await waitFor(() => expect(speaking).toHaveBeenCalledOnce());
    expect(enterRoom).toHaveBeenCalledExactlyOnceWith("s1", { token: "first", expiresIn: 300 });
    expect(leave).not.toHaveBeenCalled();
    sound();
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
  });

  it("that is over when it is answered closes the microphone again", async () => {
    offered({ channels: ["call"] });
    post.mockRejectedValue(new Problem(409, "not-offered", "", ""));

    fireEvent.click(screen.getByTestId("offer-accept"));

    await waitFor(() => expect(giveUp).toHaveBeenCalledOnce());
    expect(toasts.toastHint).toHaveBeenCalledOnce();
    expect(join).not.toHaveBeenCalled();
  });

  it("whose room is full is accepted all the same, and says what is wrong", async () => {
    offered({ channels: ["chat"] });
    post.mockRejectedValue(
      new Problem(409, "too-many-participants", "Too many take part in this session.", "Close a tab."),
    );

    fireEvent.click(screen.getByTestId("offer-accept"));

    await waitFor(() => expect(toasts.toastProblem).toHaveBeenCalledOnce());
    expect(toasts.toastHint).not.toHaveBeenCalled();
    expect(screen.queryByTestId("offer")).toBeNull();
  });

  it("of a chat is accepted without any call", async () => {
    offered({ channels: ["chat"] });

    expect(screen.getByTestId("offer").textContent).toContain("A customer for you");
    expect(play).toHaveBeenCalledWith("offer");
    fireEvent.click(screen.getByTestId("offer-accept"));

    await waitFor(() => expect(navigate).toHaveBeenCalledOnce());
    expect(join).not.toHaveBeenCalled();
  });

  it("that is declined opens no call", async () => {
    offered({ channels: ["call"] });

    fireEvent.click(screen.getByTestId("offer-decline"));

    await waitFor(() => expect(post).toHaveBeenCalledExactlyOnceWith("/api/sessions/s1/decline"));
    expect(join).not.toHaveBeenCalled();
  });
});
