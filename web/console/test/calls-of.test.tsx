import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { CallsOf } from "../src/call/calls-of";
import type { Call } from "../src/call/model";
import { callOf, session } from "./samples";
import { show } from "./screen";

vi.mock("../src/api/client", () => ({ api: {} }));

const CALL = callOf("c1", {
  state: "completed",
  staffId: "staff-1",
  requestedAt: "2026-03-01T10:00:00Z",
  answeredAt: "2026-03-01T10:00:05Z",
  durationSeconds: 133,
  quality: { score: 4.41, worst: 3.9 },
});

const open = (...calls: Call[]) =>
  show(<CallsOf session={session("s1", { channels: ["call"] })} />, [[["calls", "of", "s1"], calls]]);

it("keeps how long each call of a session took, and how it sounded", () => {
  const unanswered = { answeredAt: null, durationSeconds: 0, quality: null };
  open(
    CALL,
    { ...CALL, id: "c2", quality: null },
    { ...CALL, id: "c3", ...unanswered, state: "missed" },
    { ...CALL, id: "c4", ...unanswered, state: "declined" },
    { ...CALL, id: "c5", state: "active", endedAt: null },
  );

  expect(screen.getAllByTestId("kept-call").map(({ textContent }) => textContent)).toEqual([
    "2:13 · good sound, 4.4 of 5",
    "2:13",
    "Not answered",
    "Declined",
  ]);
});

it("is not there where there was no call", () => {
  open();

  expect(screen.queryByText("Calls")).toBeNull();
});
