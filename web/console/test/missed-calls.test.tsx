import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { MissedCalls } from "../src/call/missed-calls";
import type { MissedCall } from "../src/call/model";
import { toCallBack } from "../src/call/queries";
import { show } from "./screen";

const api = vi.hoisted(() => ({ get: vi.fn(), put: vi.fn() }));
vi.mock("../src/api/client", () => ({ api }));
vi.mock("@tanstack/react-router", () => ({ Link: () => null }));

const missed = (id: string, more: Partial<MissedCall> = {}): MissedCall => ({
  id,
  sessionId: `s-${id}`,
  customerName: "Grace",
  requestedAt: "2026-03-01T10:00:00Z",
  endedAt: null,
  endReason: "ended-by-customer",
  rangHere: false,
  callBack: null,
  ...more,
});
const wish = { askedAt: "2026-03-01T10:00:30Z", note: "After five, please.", doneAt: null, doneBy: null };
const open = (...calls: MissedCall[]) => show(<MissedCalls />, [[["calls", "missed"], calls]]);

beforeEach(() => {
  for (const mock of [api.get, api.put]) mock.mockReset();
});

describe("MissedCalls", () => {
  it("says why each was missed, and where to call back", () => {
    open(
      missed("c1", { rangHere: true }),
      missed("c2", { endReason: "call-back-requested", callBack: { ...wish, contact: "+254 20 1234567" } }),
      missed("c3", { endReason: "call-back-requested", callBack: { ...wish, contact: "***67" } }),
      missed("c4", { endReason: "ended-by-staff" }),
    );

    const [first, second, third, fourth] = screen.getAllByTestId("missed-call");
    expect(first?.textContent).toContain("Hung up while waiting");
    expect(first?.textContent).toContain("rang at you");
    expect(first?.querySelector("[data-testid=call-called-back]")).toBeNull();
    expect(second?.textContent).toContain("After five, please.");
    expect(second?.querySelector("a")?.getAttribute("href")).toBe("tel:+254201234567");
    expect(third?.querySelector("a")).toBeNull();
    expect(fourth?.textContent).toContain("Ended by the desk");
  });

  it("marks who was called back, with who did", async () => {
    const call = missed("c2", { callBack: { ...wish, contact: null } });
    const done = { ...call, callBack: { ...wish, contact: null, doneAt: "2026-03-01T11:00:00Z", doneBy: "Ada" } };
    api.put.mockResolvedValue(done);
    api.get.mockResolvedValue({ items: [done] });
    open(call);

    fireEvent.click(screen.getByTestId("call-called-back"));

    await waitFor(() => expect(screen.getByTestId("called-back").textContent).toContain("Ada"));
    expect(api.put).toHaveBeenCalledExactlyOnceWith("/api/support/call/c2/callback", {});
  });

  it("teaches what would stand here when nothing does", () => {
    open();

    expect(screen.getByText("No call was missed")).toBeTruthy();
  });

  it("counts who is still to be called back", () => {
    const calls = [
      missed("c1"),
      missed("c2", { callBack: { ...wish, contact: null } }),
      missed("c3", { callBack: { ...wish, contact: null, doneAt: "2026-03-01T11:00:00Z" } }),
    ];

    expect(toCallBack(calls)).toBe(1);
    expect(toCallBack(undefined)).toBe(0);
  });
});
