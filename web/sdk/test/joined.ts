import { vi } from "vitest";
import type { Capability, Grant } from "@remote-support/protocol";
import { FakeWebSocket } from "../../packages/socket/test/fake-web-socket";
import type { Host } from "../src/host";
import { Admission } from "../src/session/admission";
import { joinSession, type Joined } from "../src/session/join";
import type { Standing } from "../src/session/main";
import { Tab } from "../src/session/tab";
import { fakeHost } from "./fake-host";

export const ME = "me";
export const TECHNICIAN = {
  id: "tech",
  seat: "technician",
  name: "Alex",
  page: null,
  since: "2026-01-01T00:00:00Z",
  watchers: 0,
};

export let fake: ReturnType<typeof fakeHost>;
let joined: Joined | undefined;
export const told = vi.fn<(standing: Standing) => void>();

export const soon = () => vi.advanceTimersByTimeAsync(1);
export const sent = (type: string) => FakeWebSocket.last.sent.filter((frame) => frame.type === type);

export function grant(...capabilities: Capability[]): Grant[] {
  return capabilities.map((capability) => ({ capability, givenAt: "", expiresAt: "", revokedAt: null }));
}

export function welcome(grants: Grant[] = [], watchers = 0): void {
  const me = { id: ME, seat: "customer", name: "Visitor", page: null, since: "", watchers };
  FakeWebSocket.last.open();
  FakeWebSocket.last.receive({
    type: "welcome",
    protocol: 1,
    epoch: 1,
    participant: ME,
    seat: "customer",
    session: { id: "s", state: "active" },
    participants: [me, TECHNICIAN],
    grants,
  });
}

/** Joins anew as a page that is left and loaded again, with the same storage unless another host is given. */
export async function join(more?: Partial<Host>, prepare?: (host: Host) => void): Promise<void> {
  leave();
  if (more) fake = fakeHost(more);
  prepare?.(fake.host);
  joined = joinSession(fake.host, new Admission(fake.host, new Tab(fake.host.tab), "s"), told);
  await soon();
}

export function ask(capability: Capability, request = "r1"): void {
  FakeWebSocket.last.receive({
    type: "grant.requested",
    request,
    capability,
    staffName: "Alex",
    reason: "To help",
    expiresAt: "",
  });
}

export function changed(grants: Grant[], more: object = {}): void {
  FakeWebSocket.last.receive({ type: "grant.changed", grants, ...more });
}

export function leave(): void {
  joined?.leave();
}

/** Before and after each test of a page in a session. */
export async function begin(): Promise<void> {
  vi.useFakeTimers();
  FakeWebSocket.install();
  document.body.innerHTML = "";
  await join({});
}

export function finish(): void {
  leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
}
