import { describe, expect, it, vi } from "vitest";
import { closeDialogs } from "../src/stage/dialogs";
import type { Mirror } from "../src/stage/replay";

function picture(name: string) {
  const element = document.createElement(name);
  const close = vi.fn();
  Object.defineProperty(element, "close", { value: close });
  const mirror = { getNode: (id: number) => (id === 7 ? element : null) } as unknown as Mirror;
  const change = (id: number, attributes: Record<string, unknown>) =>
    closeDialogs({ type: 3, timestamp: 0, data: { source: 0, attributes: [{ id, attributes }] } }, mirror);
  return { close, change };
}

describe("dialogs in the picture", () => {
  it("are closed as the browser does it, so that the page behind can be clicked again", () => {
    const { close, change } = picture("dialog");

    change(7, { open: null });

    expect(close).toHaveBeenCalledOnce();
  });

  it("stay open when something else changes, and nothing but a dialog is closed", () => {
    const dialog = picture("dialog");
    dialog.change(7, { class: "wide" });
    dialog.change(7, { open: "" });
    dialog.change(8, { open: null });
    const details = picture("details");
    details.change(7, { open: null });

    expect(dialog.close).not.toHaveBeenCalled();
    expect(details.close).not.toHaveBeenCalled();
  });
});
