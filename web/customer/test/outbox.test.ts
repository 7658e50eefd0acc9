import { Refused, type Host } from "@remote-support/sdk/host";
import { describe, expect, it, vi } from "vitest";
import { Conversation } from "../src/widget/chat/conversation";
import { Outbox } from "../src/widget/chat/outbox";

async function refused(problem: unknown): Promise<boolean> {
  const conversation = new Conversation();
  const upload = () => ({ cancel: () => undefined, done: Promise.reject(problem as Error) });
  const host = { load: () => Promise.resolve({ upload }) } as unknown as Host;
  const way = { session: "s1", connected: true, socket: undefined, conversation, changed: vi.fn() };
  const outbox = new Outbox(host, way);
  outbox.addFile(new File(["MZ"], "liar.png"));

  outbox.deliver();
  await vi.waitFor(() => expect(conversation.pending[0]?.failed).toBeDefined());

  const [pending] = conversation.pending;
  return pending !== undefined && outbox.canRetry(pending);
}

describe("a file that did not go out", () => {
  it("can be tried again where that may help", async () => {
    expect(await refused(new Refused(503, "unavailable", ""))).toBe(true);
    expect(await refused(new Refused(429, "too-fast", ""))).toBe(true);
    expect(await refused(new TypeError("network"))).toBe(true);
  });

  it("cannot where it is refused for what it is", async () => {
    expect(await refused(new Refused(415, "file-misnamed", ""))).toBe(false);
    expect(await refused(new Refused(413, "file-too-large", ""))).toBe(false);
    expect(await refused(new Refused(422, "file-unsafe", ""))).toBe(false);
  });
});
