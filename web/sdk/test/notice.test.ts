import { expect, it, vi } from "vitest";
import { notice } from "../src/notice/notice";
import { fakeHost, island } from "./fake-host";

it("is said to screen readers, too, and goes by itself", async () => {
  vi.useFakeTimers();
  notice(fakeHost().host, "blocked");
  const line = island("rs-notice");

  expect(line?.getAttribute("role")).toBe("status");
  expect(line?.textContent).toBe("");
  await vi.advanceTimersByTimeAsync(100);
  expect(line?.textContent).toContain("Allow pop-ups");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(island("rs-notice")).toBeNull();
});
