import { describe, expect, it, vi } from "vitest";
import { FakePeerConnection } from "../../packages/media/test/fake-peer-connection";
import { island } from "./fake-host";
import {
  answers,
  become,
  browser,
  callScene,
  fake,
  join,
  last,
  offers,
  press,
  soon,
  talk,
  text,
  view,
  wanted,
} from "./call-scene";

callScene();

describe("a microphone", () => {
  it.each([
    ["NotAllowedError", "does not allow the microphone", "microphone-refused"],
    ["NotFoundError", "There is no microphone", "no-microphone"],
  ])(
    "that does not open (%s) is told on both sides, with what helps; one listens all the same",
    async (name, words, reason) => {
      browser.refusals.audio = name;
      await talk();

      expect(text("rs-call-trouble")).toContain(words);
      expect(last("peer.state")).toMatchObject({ to: "tech", capability: "call", state: "failed", reason });
      expect(offers()).toHaveLength(1);
      expect(FakePeerConnection.all[0]?.transceivers).toEqual([{ kind: "audio", direction: "recvonly" }]);

      browser.refusals.audio = undefined;
      await press("rs-call-trouble-again");

      expect(island("rs-call-trouble")?.hidden).toBe(true);
      expect(FakePeerConnection.all[0]?.senders).toHaveLength(1);
    },
  );

  it("that is unplugged is told on both sides", async () => {
    await talk();
    browser.refusals.audio = "NotFoundError";
    browser.opened[0]?.onended?.();
    await soon();

    expect(text("rs-call-trouble")).toContain("Your microphone has gone");
    expect(last("peer.state")).toMatchObject({ state: "failed", reason: "no-microphone" });
  });

  it("is chosen, and remembered for the next call", async () => {
    browser.all = [
      { kind: "audioinput", deviceId: "a", label: "Headset" },
      { kind: "audioinput", deviceId: "b", label: "" },
      { kind: "videoinput", deviceId: "c", label: "Webcam" },
    ];
    await talk();
    await press("rs-call-devices");
    const select = island<HTMLSelectElement>("rs-call-microphone") as HTMLSelectElement;
    expect([...select.options].map(({ label }) => label)).toEqual(["Headset", "Device 2"]);
    select.value = "b";
    select.dispatchEvent(new Event("change"));
    await soon();

    expect(browser.asked.at(-1)).toMatchObject({ audio: { deviceId: { ideal: "b" } } });
    expect(fake.host.local.get("microphone")).toBe("b");
  });
});

describe("sound", () => {
  it("that the browser blocks comes with a click", async () => {
    await talk();
    vi.mocked(HTMLMediaElement.prototype.play).mockRejectedValueOnce(
      Object.assign(new Error(), { name: "NotAllowedError" }),
    );
    FakePeerConnection.all[0]?.ontrack?.({ streams: [new MediaStream()] });
    await soon();
    expect(text("rs-call-blocked")).toContain("Click to hear");

    await press("rs-call-blocked-again");

    expect(island("rs-call-blocked")?.hidden).toBe(true);
  });
});

describe("two tabs that both know the call", () => {
  it("are not in it at once: the one that is asked to takes it from the other", async () => {
    const lost: ((problem: Error) => void)[] = [];
    Object.defineProperty(navigator, "locks", {
      configurable: true,
      value: {
        request: (_name: string, { steal }: { steal?: boolean }, got: () => unknown) =>
          new Promise((resolve, reject) => {
            lost.push(reject);
            if (steal) void Promise.resolve(got()).then(resolve);
          }),
      },
    });
    fake.host.tab.set("call", "c1");
    answers["support/call/c1"] = view("active", { version: 3, staffId: "ada", staffName: "Ada" });
    join();
    await become("active", 3);
    wanted();
    await soon();
    expect(offers()).toEqual([]);
    expect(text("rs-call-elsewhere")).toContain("in another tab");

    await press("rs-call-here");
    expect(offers()).toHaveLength(1);
    lost.at(-1)?.(new Error("stolen"));
    await soon();

    expect(browser.opened[0]?.stopped).toBe(true);
    expect(fake.host.tab.get("call")).toBeUndefined();
    expect(island("rs-call-elsewhere")).not.toBeNull();
  });
});
