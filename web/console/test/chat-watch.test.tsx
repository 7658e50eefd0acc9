import { Notifications, notifications } from "@mantine/notifications";
import { act, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConsoleFromServer } from "@remote-support/protocol";
import { ChatWatch } from "../src/inbox/chat-watch";
import type { MyChat } from "../src/inbox/summary";
import { session } from "./samples";
import { show } from "./screen";

const state = vi.hoisted(() => ({ chats: [] as unknown[], path: "/queue", hear: (() => undefined) as never }));
const play = vi.hoisted(() => vi.fn());
const showNotice = vi.hoisted(() => vi.fn());
const hasBell = vi.hoisted(() => vi.fn());
vi.mock("../src/ui/sound", () => ({ play }));
vi.mock("../src/ui/notice", () => ({ showNotice }));
vi.mock("../src/ui/bell", () => ({ hasBell }));
vi.mock("../src/inbox/use-my-chats", () => ({ useMyChats: () => ({ chats: state.chats, loaded: true }) }));
vi.mock("../src/sessions/live", () => ({ useNews: (hear: never) => void (state.hear = hear) }));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => vi.fn(), useRouterState: () => state.path }));

const chat = (id: string, unread = 0): MyChat => ({
  session: session(id),
  unread,
  last: undefined,
  waitingSince: undefined,
});
let showAgain: () => void;
function Page() {
  const [, set] = useState(0);
  showAgain = () => set((times) => times + 1);
  return (
    <>
      <Notifications />
      <ChatWatch />
    </>
  );
}
const customerWrites = (sessionId: string) =>
  act(() => {
    (state.hear as (news: ConsoleFromServer) => void)({
      type: "chat.posted",
      sessionId,
      sequence: 2,
      seat: "customer",
    });
  });

beforeEach(() => {
  state.chats = [chat("s1", 2), chat("s2", 1)];
  state.path = "/queue";
  for (const mock of [play, showNotice]) mock.mockReset();
  hasBell.mockReset().mockReturnValue(true);
});
afterEach(() => notifications.clean());

describe("ChatWatch", () => {
  it("counts what is unread in the title of the tab", () => {
    show(<Page />);

    expect(document.title).toMatch(/^\(3\) /);
  });

  it("rings and notifies of a message where nobody looks, without what it says", () => {
    show(<Page />);

    customerWrites("s1");

    expect(play).toHaveBeenCalledExactlyOnceWith("message");
    expect(showNotice).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ title: "Grace", body: "wrote a message.", tag: "chat-s1" }),
    );
  });

  it("is quiet about the chat that is open, and about those of others", () => {
    state.path = "/sessions/s1";
    show(<Page />);

    customerWrites("s1");
    customerWrites("of-a-colleague");

    expect(play).not.toHaveBeenCalled();
    expect(showNotice).not.toHaveBeenCalled();
  });

  it("rings in one tab only", () => {
    hasBell.mockReturnValue(false);
    show(<Page />);

    customerWrites("s1");

    expect(play).not.toHaveBeenCalled();
    expect(showNotice).toHaveBeenCalledOnce();
  });

  it("shows a toast when a session was handed over, and none for what was there", async () => {
    show(<Page />);
    expect(screen.queryByText("A session was handed to you")).toBeNull();

    state.chats = [...state.chats, chat("s3")];
    act(showAgain);

    await waitFor(() => expect(screen.getByText("A session was handed to you")).toBeTruthy());
    expect(play).toHaveBeenCalledExactlyOnceWith("offer");
  });
});
