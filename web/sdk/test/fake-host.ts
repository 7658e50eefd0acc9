import { vi } from "vitest";
import { element, mount, openRoots } from "../src/dom";
import type { Host, Memory } from "../src/host";
import type { Mirror } from "../src/mirror/mirror";
import type { Recorder } from "../src/recorder/main";

export function fakeMemory(): Memory {
  const values = new Map<string, unknown>();
  return {
    get: <T>(name: string) => values.get(name) as T | undefined,
    set: (name, value) => void (value === undefined ? values.delete(name) : values.set(name, value)),
  };
}

/** A host whose page, storage and server the test plays. */
export function fakeHost(more: Partial<Host> = {}) {
  openRoots();
  const recorder = {
    start: vi.fn(),
    stop: vi.fn(),
    keyframe: vi.fn(),
    find: vi.fn(),
    hover: vi.fn(() => false),
    outline: vi.fn(),
    hides: vi.fn(() => false),
    act: vi.fn(() => Promise.resolve({ outcome: "done" as const })),
    execute: vi.fn(() => Promise.resolve({ outcome: "done" as const })),
  } satisfies Recorder;
  const mirror = {
    show: vi.fn(),
    tell: vi.fn(),
    remove: vi.fn(),
  } satisfies Mirror;
  const tell = vi.fn();
  const host = {
    origin: "http://support.test",
    siteKey: "site",
    local: fakeMemory(),
    tab: fakeMemory(),
    launcher: { unread: vi.fn(), expanded: vi.fn(), focus: vi.fn() },
    visitor: () =>
      Promise.resolve({
        visitorId: "v",
        name: null,
        kind: "visitor",
        site: { id: "s", name: "Fernway", maskSelectors: [] },
      }),
    request: vi.fn(() => Promise.resolve({ token: "t", expiresIn: 300 })),
    load: vi.fn((name: string) => Promise.resolve({ create: () => (name === "mirror" ? mirror : recorder), tell })),
    mount,
    element,
    passwords: { knows: () => false, watch: () => undefined },
    session: { id: () => undefined, start: vi.fn(), enter: vi.fn(), ended: vi.fn(), changed: vi.fn() },
    ...more,
  } as unknown as Host;
  return { host, recorder, mirror, tell };
}

/** Looks into our islands on the page. */
export function island<Found extends HTMLElement = HTMLElement>(test: string): Found | null {
  for (const one of document.querySelectorAll("remote-support-ui")) {
    const found = one.shadowRoot?.querySelector<Found>(`[data-testid=${test}]`);
    if (found) return found;
  }
  return null;
}
