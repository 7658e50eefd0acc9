import { act, fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { OfferCard } from "../src/offer/offer-card";
import { session } from "./samples";
import { show } from "./screen";

const prepared = vi.hoisted(() => vi.fn());
vi.mock("../src/call/calls-provider", () => ({ usePreparedCall: prepared, useOpenCalls: () => [] }));
vi.mock("../src/auth/use-user", () => ({ useUser: () => ({ id: "staff-1" }) }));

beforeEach(() => prepared.mockClear());

describe("OfferCard", () => {
  it("makes ready for a call while it rings, and for nothing else", () => {
    const offer = { sessionId: "s1", endsAt: Date.now() + 20_000, lasts: 20_000 };
    const card = <OfferCard offer={offer} first busy={false} onAccept={vi.fn()} onDecline={vi.fn()} />;

    show(card, [[["session", "s1"], session("s1", { channels: ["chat"] })]]);
    expect(prepared).toHaveBeenLastCalledWith("s1", false, false);
    show(card, [[["session", "s1"], session("s1", { channels: ["call"] })]]);
    expect(prepared).toHaveBeenLastCalledWith("s1", true, false);
  });

  it("says who it is and counts the seconds down", () => {
    vi.useFakeTimers({ now: Date.parse("2026-03-01T10:00:00Z") });
    const offer = { sessionId: "s1", endsAt: Date.now() + 20_000, lasts: 20_000 };

    show(<OfferCard offer={offer} first busy={false} onAccept={vi.fn()} onDecline={vi.fn()} />, [
      [["session", "s1"], session("s1", { customerName: "Grace", subject: "Charged twice" })],
    ]);

    expect(screen.getByText("Grace")).toBeTruthy();
    expect(screen.getByText("“Charged twice”")).toBeTruthy();
    expect(screen.getByTestId("offer-left").textContent).toBe("20");
    act(() => vi.advanceTimersByTime(5_000));
    expect(screen.getByTestId("offer-left").textContent).toBe("15");
  });

  it("is answered by its buttons, also before it is known who it is", () => {
    const [onAccept, onDecline] = [vi.fn(), vi.fn()];
    vi.stubGlobal("fetch", () => new Promise(() => undefined));
    const offer = { sessionId: "s2", endsAt: Date.now() + 20_000, lasts: 20_000 };
    show(<OfferCard offer={offer} first={false} busy={false} onAccept={onAccept} onDecline={onDecline} />);

    fireEvent.click(screen.getByTestId("offer-decline"));
    fireEvent.click(screen.getByTestId("offer-accept"));

    expect(onDecline).toHaveBeenCalledTimes(1);
    expect(onAccept).toHaveBeenCalledTimes(1);
  });
});
