import { beforeEach, describe, expect, it, vi } from "vitest";
import { Refused } from "../src/host";
import { island } from "./fake-host";
import {
  answers,
  become,
  browser,
  callScene,
  fake,
  join,
  offers,
  press,
  soon,
  text,
  to,
  tones,
  view,
  wanted,
} from "./call-scene";

callScene();

describe("a technician who calls", () => {
  beforeEach(() => {
    answers["support/call/c1"] = view("ringing", {
      ringsAt: "customer",
      version: 2,
      staffId: "ada",
      staffName: "Ada L.",
    });
  });

  it("is announced by name and a soft tone, and takes the focus to no button", async () => {
    join();
    await become("ringing", 2);
    await vi.advanceTimersByTimeAsync(3_000);

    expect(text("rs-call-ringing")).toContain("Ada L. would like to talk to you");
    expect(tones).toBe(6);
    expect(island("rs-call-ringing")?.matches(":focus")).toBe(true);
    expect(browser.asked).toEqual([]);
  });

  it("takes nobody away from what is being written", async () => {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.focus();
    join();
    await become("ringing", 2);

    expect(document.activeElement).toBe(field);
    expect(island("rs-call-ringing")?.querySelector("[role=alert]")?.textContent).toContain("would like to talk");
  });

  it("rings on after Escape, but quietly", async () => {
    join();
    await become("ringing", 2);
    const rung = tones;
    island("rs-call-ringing")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    await vi.advanceTimersByTimeAsync(9_000);

    expect(tones).toBe(rung);
    expect(island("rs-call-accept")).not.toBeNull();
    expect(to("support/call/c1/decline")).toEqual([]);
  });

  it("is answered by Accept alone: then the microphone opens and this tab offers", async () => {
    join();
    await become("ringing", 2);
    wanted();
    await soon();
    expect(offers()).toEqual([]);

    answers["support/call/c1/answer"] = view("active", { version: 3, staffId: "ada", staffName: "Ada L." });
    await press("rs-call-accept");

    expect(to("support/call/c1/answer")).toHaveLength(1);
    expect(browser.opened).toHaveLength(1);
    expect(island("rs-call")).not.toBeNull();
    expect(offers()).toMatchObject([{ to: "tech", capability: "call" }]);
    expect(fake.host.tab.get("call")).toBe("c1");
  });

  it("is declined", async () => {
    join();
    await become("ringing", 2);
    answers["support/call/c1/decline"] = view("declined", { version: 3 });
    await press("rs-call-decline");

    expect(to("support/call/c1/decline")).toHaveLength(1);
    expect(island("rs-call-ringing")).toBeNull();
    expect(island("rs-call-note")).toBeNull();
    expect(browser.asked).toEqual([]);
  });

  it("that gave up can be called back", async () => {
    join();
    await become("ringing", 2);
    await become("missed", 3, { reason: "unanswered" });

    expect(text("rs-call-note")).toContain("You missed a call from Ada");
    expect(island("rs-call-again")).not.toBeNull();
  });

  it("that was too late to answer is not answered", async () => {
    join();
    await become("ringing", 2);
    answers["support/call/c1/answer"] = new Refused(409, "call-over", "over");
    await press("rs-call-accept");

    expect(text("rs-call-note")).toContain("The call did not begin");
    expect(browser.opened[0]?.stopped).toBe(true);
    expect(fake.host.tab.get("call")).toBeUndefined();
  });
});
