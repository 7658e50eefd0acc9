import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../src/api/problem";
import { TransferDialog } from "../src/session/transfer-dialog";
import { deskMember, LEAD, session } from "./samples";
import { show } from "./screen";

const post = vi.hoisted(() => vi.fn());
vi.mock("../src/api/client", () => ({ api: { post }, access: {} }));
vi.mock("../src/auth/use-user", () => ({ useUser: () => LEAD }));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => vi.fn() }));

const BILLING = { id: "billing", name: "Billing" };
const STAFF = [
  deskMember("full", { load: { chat: 5, call: 0 } }),
  deskMember("gone", { connected: false }),
  deskMember("busier", { load: { chat: 3, call: 0 } }),
  deskMember("free", { teams: [BILLING] }),
  deskMember("staff-1"),
];

let client: QueryClient;

beforeEach(() => {
  post.mockReset().mockResolvedValue({});
  client = show(<TransferDialog session={session("s1")} onClose={vi.fn()} />, [
    [["desk", "staff"], STAFF],
    [["desk", "teams"], [BILLING]],
    [
      ["sessions", "mine", "lead"],
      [session("s1"), session("s2")],
    ],
  ]);
});

describe("TransferDialog", () => {
  it("offers those who can take it, the least loaded first, and says why others cannot", () => {
    const colleagues = screen.getAllByTestId("colleague");

    expect(
      colleagues.map((one) =>
        within(one)
          .getByText(/^(free|busier|full|gone)/)
          .textContent?.trim(),
      ),
    ).toEqual(["free", "busier", "gone", "full"]);
    expect(colleagues.map((one) => (one as HTMLButtonElement).disabled)).toEqual([false, false, true, true]);
    expect(screen.getByText("at the limit")).toBeTruthy();
    expect(screen.getByText("Away")).toBeTruthy();
  });

  it("hands the session to a colleague with a note", async () => {
    fireEvent.click(screen.getAllByTestId("colleague")[0] as HTMLElement);
    fireEvent.change(screen.getByTestId("transfer-note"), { target: { value: " Refund promised " } });

    fireEvent.click(screen.getByTestId("transfer-confirm"));

    await waitFor(() =>
      expect(post).toHaveBeenCalledWith("/api/sessions/s1/transfer", { staffId: "free", note: "Refund promised" }),
    );
  });

  it("hands it to a team, and says whether somebody of it is free", async () => {
    fireEvent.click(screen.getByLabelText("A team"));
    expect(screen.getByText("1 available")).toBeTruthy();
    fireEvent.click(screen.getByTestId("transfer-team"));

    fireEvent.click(screen.getByTestId("transfer-confirm"));

    await waitFor(() =>
      expect(post).toHaveBeenCalledWith("/api/sessions/s1/transfer", { teamId: "billing", note: undefined }),
    );
  });

  it("leaves the own chats without the one that was handed on, so that they do not lead back to it", async () => {
    fireEvent.click(screen.getAllByTestId("colleague")[0] as HTMLElement);

    fireEvent.click(screen.getByTestId("transfer-confirm"));

    await waitFor(() => expect(client.getQueryData(["sessions", "mine", "lead"])).toEqual([session("s2")]));
  });

  it("says in its place what went wrong", async () => {
    post.mockRejectedValue(new Problem(409, "staff-at-capacity", "At the limit", "free has five chats already."));
    fireEvent.click(screen.getAllByTestId("colleague")[0] as HTMLElement);

    fireEvent.click(screen.getByTestId("transfer-confirm"));

    expect(await screen.findByText("free has five chats already.")).toBeTruthy();
  });
});
