import { fireEvent, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { User } from "../src/api/model";
import { MemberCard } from "../src/team/member-card";
import { deskMember, LEAD, session } from "./samples";
import { show } from "./screen";

const put = vi.hoisted(() => vi.fn());
const user = vi.hoisted(() => ({ current: undefined as User | undefined }));
vi.mock("../src/api/client", () => ({ api: { put }, access: {} }));
vi.mock("../src/auth/use-user", () => ({ useUser: () => user.current }));
vi.mock("@tanstack/react-router", () => ({ Link: ({ children }: { children: ReactNode }) => <a>{children}</a> }));

beforeEach(() => {
  put.mockReset().mockResolvedValue({});
  user.current = LEAD;
});

describe("MemberCard", () => {
  it("lets a lead send somebody to a break and end it", async () => {
    show(<MemberCard member={deskMember("ada", { availability: "break" })} sessions={[]} onGive={vi.fn()} />);

    fireEvent.click(screen.getByTestId("member-break"));

    await waitFor(() =>
      expect(put).toHaveBeenCalledWith("/api/desk/staff/ada/availability", { availability: "online" }),
    );
  });

  it("keeps breaks out of sight for those who may not settle them", () => {
    user.current = { ...LEAD, role: "support" };
    show(<MemberCard member={deskMember("ada")} sessions={[]} onGive={vi.fn()} />);

    expect(screen.queryByTestId("member-break")).toBeNull();
  });

  it("shows what they hold, and gives it to somebody else", () => {
    const onGive = vi.fn();
    const held = session("s1", { customerName: "Grace" });
    show(<MemberCard member={deskMember("ada", { load: { chat: 1, call: 0 } })} sessions={[held]} onGive={onGive} />);

    fireEvent.click(screen.getByTestId("member-give"));

    expect(screen.getByText("Grace")).toBeTruthy();
    expect(screen.getByText("1/5")).toBeTruthy();
    expect(onGive).toHaveBeenCalledWith(held);
  });
});
