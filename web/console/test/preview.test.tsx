import { fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../src/api/problem";
import { QueueRow } from "../src/queue/queue-row";
import type { Waiting } from "../src/queue/queries";
import { show } from "./screen";
import { LEAD, said, session } from "./samples";

const api = vi.hoisted(() => ({ get: vi.fn() }));
vi.mock("../src/api/client", () => ({ api }));
vi.mock("@tanstack/react-router", () => ({ Link: () => null }));
vi.mock("../src/auth/use-user", () => ({ useUser: () => LEAD }));

const WAITING: Waiting = {
  session: session("s1", {
    state: "queued",
    staff: null,
    page: { url: "https://shop.example/cart", title: "Your basket" },
  }),
  position: 1,
  waitedSeconds: 40,
  expectedWaitSeconds: null,
};

function Row() {
  const [open, setOpen] = useState(false);
  return (
    <QueueRow
      waiting={WAITING}
      fetchedAt={Date.now()}
      team={undefined}
      onAnswer={() => undefined}
      answering={false}
      open={open}
      onToggle={() => setOpen(!open)}
    />
  );
}

function look() {
  show(<Row />);
  fireEvent.click(screen.getByTestId("queue-preview"));
}

beforeEach(() => {
  api.get.mockReset();
});

describe("the preview of who waits", () => {
  it("asks for nothing until it is opened, then shows what was written last", async () => {
    api.get.mockResolvedValue({
      items: [
        said(1, "customer", { text: "My card •••• 1111", masked: true }),
        said(2, "customer", {
          type: "file",
          text: "bill.pdf",
          attachment: { id: "a1", name: "bill.pdf", mediaType: "application/pdf", size: 9, preview: false },
        }),
        said(3, "technician", { text: "Third time this week.", internal: true }),
      ],
    });
    show(<Row />);
    expect(api.get).not.toHaveBeenCalled();

    fireEvent.click(screen.getByTestId("queue-preview"));

    const lines = await screen.findAllByTestId("preview-line");
    expect(api.get.mock.calls[0]?.[0]).toBe("/api/support/chat/s1/preview");
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringContaining("My card •••• 1111"),
      expect.stringContaining("bill.pdf"),
      expect.stringContaining("Note, staff only"),
    ]);
    expect(lines[0]?.querySelector("[aria-label^='Something secret']")).toBeTruthy();
    expect(lines[1]?.querySelector("button, a")).toBeNull();
    expect(screen.getByTestId("queue-preview").getAttribute("aria-expanded")).toBe("true");
    expect(screen.getByRole("link", { name: "Your basket" }).getAttribute("href")).toBe("https://shop.example/cart");
  });

  it("is put away by the same button", async () => {
    api.get.mockResolvedValue({ items: [said(1, "customer")] });
    look();
    await screen.findByTestId("preview");

    fireEvent.click(screen.getByTestId("queue-preview"));

    expect(screen.queryByTestId("preview")).toBeNull();
    expect(screen.getByTestId("queue-preview").getAttribute("aria-expanded")).toBe("false");
  });

  it("says so while nothing is written", async () => {
    api.get.mockResolvedValue({ items: [] });
    look();

    await waitFor(() => expect(screen.getByText("Grace has not written anything yet.")).toBeTruthy());
  });

  it("says for whom it is where it is for others", async () => {
    api.get.mockRejectedValue(new Problem(403, "not-a-participant", "This conversation is between others.", ""));
    look();

    expect((await screen.findByTestId("preview-refused")).textContent).toContain("a team or a skill");
    expect(screen.queryByTestId("problem")).toBeNull();
  });

  it("offers to try again where it cannot be read", async () => {
    api.get.mockRejectedValueOnce(new Problem(503, "unavailable", "Not now", "")).mockResolvedValue({ items: [] });
    look();

    fireEvent.click(await screen.findByText("Try again"));

    await waitFor(() => expect(screen.queryByTestId("problem")).toBeNull());
  });
});
