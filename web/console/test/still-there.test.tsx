import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { StillThere } from "../src/auth/still-there";
import { show } from "./screen";

/** The clock of the page was read when it was loaded. */
const NOW = Date.now();
const access = vi.hoisted(() => ({ ends: vi.fn(), refresh: vi.fn(), logout: vi.fn() }));
vi.mock("../src/api/client", () => ({ access }));

function idleIn(seconds: number): void {
  access.ends.mockReturnValue({ idle: NOW + seconds * 1000, session: Infinity, toldAt: NOW - 60_000 });
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  access.refresh.mockReset().mockResolvedValue({});
});

describe("StillThere", () => {
  it("says nothing while there is time", () => {
    idleIn(600);
    show(<StillThere />);

    expect(screen.queryByTestId("idle-warning")).toBeNull();
    expect(access.refresh).not.toHaveBeenCalled();
  });

  it("asks two minutes before the end, and the answer keeps the sign-in", () => {
    idleIn(110);
    show(<StillThere />);
    expect(screen.getByTestId("idle-warning").textContent).toMatch(/1m 5\ds|1m 49s/);

    fireEvent.click(screen.getByTestId("idle-stay"));

    expect(access.refresh).toHaveBeenCalled();
  });

  it("does not ask somebody who was working, and tells the server so", () => {
    localStorage.setItem("remote-support.active-at", String(NOW - 1_000));
    idleIn(110);
    show(<StillThere />);

    expect(screen.queryByTestId("idle-warning")).toBeNull();
    expect(access.refresh).toHaveBeenCalledTimes(1);
  });

  it("lets the server end it when the time is up", () => {
    idleIn(-1);
    show(<StillThere />);

    expect(screen.queryByTestId("idle-warning")).toBeNull();
    expect(access.refresh).toHaveBeenCalledTimes(1);
  });
});
