import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { propose } from "../src/marks/proposal";
import { fakeHost, island } from "./fake-host";
import { get, page } from "./page";

const { host } = fakeHost();

function ask(stands = () => true): Promise<boolean> {
  return propose(host, { element: get("button"), words: "Pay 12.50", name: "Tom", stands });
}

beforeEach(() => {
  vi.useFakeTimers();
  page(`<button>Pay 12.50</button>`);
  get("button").scrollIntoView = () => undefined;
});

afterEach(() => {
  vi.useRealTimers();
});

it("says who proposes what, and is a Yes by its button alone", async () => {
  const answer = ask();

  expect(island("rs-proposal")?.textContent).toContain("Tom");
  expect(island("rs-proposal")?.textContent).toContain("Pay 12.50");
  island("rs-proposal-yes")?.click();

  expect(await answer).toBe(true);
  expect(island("rs-proposal")).toBeNull();
});

it("is a No by the other button, by silence, and when it no longer stands", async () => {
  const refused = ask();
  island("rs-proposal-no")?.click();
  expect(await refused).toBe(false);

  const silent = ask();
  vi.advanceTimersByTime(60_000);
  expect(await silent).toBe(false);

  let granted = true;
  const revoked = ask(() => granted);
  granted = false;
  vi.advanceTimersByTime(200);
  expect(await revoked).toBe(false);
  expect(island("rs-proposal")).toBeNull();
});

it("gives way to a newer one", async () => {
  const first = ask();
  const second = ask();

  expect(await first).toBe(false);
  island("rs-proposal-yes")?.click();
  expect(await second).toBe(true);
});
