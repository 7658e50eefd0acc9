import { MIRROR, type ToMirror } from "@remote-support/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { element, mount } from "../src/dom";
import { mirror, type Mirror } from "../src/mirror/mirror";
import { fakeHost, island } from "./fake-host";

describe("the customer's look at what technicians see", () => {
  const { host, tell } = fakeHost();
  const whole = vi.fn();
  let one: Mirror;
  const stop = element("button");
  mount("bar", "").root.append(stop);

  beforeEach(() => {
    one = mirror(host, stop, whole);
  });

  afterEach(() => {
    one.remove();
    vi.restoreAllMocks();
    whole.mockClear();
    tell.mockClear();
  });

  /** What a window of that origin hears after it asked. */
  function ask(origin: string) {
    const heard: ToMirror[] = [];
    const window = {
      postMessage: (_: unknown, __: string, [port]: MessagePort[]) => {
        (port as MessagePort).onmessage = ({ data }) => heard.push(data as ToMirror);
      },
    };
    dispatchEvent(Object.assign(new Event("message"), { origin, data: MIRROR, source: window }));
    return heard;
  }

  it("opens a window of ours", () => {
    const open = vi.spyOn(window, "open").mockReturnValue(window);

    island("rs-mirror")?.click();

    expect(open.mock.calls[0]?.[0]).toBe("http://support.test/mirror");
    expect(tell).not.toHaveBeenCalled();
  });

  it("says so where the browser lets no window open", async () => {
    vi.spyOn(window, "open").mockReturnValue(null);

    island("rs-mirror")?.click();

    await vi.waitFor(() => expect(tell).toHaveBeenCalledWith("blocked"));
  });

  it("tells all that is sent, from the beginning, as long as anybody may see the page", async () => {
    one.show(true, ["Tess"], true);
    const heard = ask(host.origin);
    one.tell({ type: "events", events: [1], keyframe: true });
    one.show(false, ["Tess"], false);
    one.tell({ type: "events", events: [2], keyframe: false });

    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ type: "over" }));
    expect(whole).toHaveBeenCalledOnce();
    expect(heard).toEqual([
      { type: "state", technicians: ["Tess"], watched: true },
      { type: "events", events: [1], keyframe: true },
      { type: "over" },
    ]);
    expect(island("rs-mirror")?.hidden).toBe(true);
  });

  it("hands nothing to a window of another origin, nor before anybody may see the page", () => {
    ask(host.origin);
    one.show(true, ["Tess"], true);
    ask("http://shop.test");

    expect(whole).not.toHaveBeenCalled();
  });
});
