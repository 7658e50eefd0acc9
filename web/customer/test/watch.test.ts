import { afterEach, describe, expect, it, vi } from "vitest";
import { DEFINE, type Define, type WidgetScript } from "@remote-support/sdk/host";
import { clear, FakePage, settle } from "./fake-host";

const announced = () =>
  document.querySelector("remote-support-ui[data-part=announcer]")?.shadowRoot?.querySelector("[role=status]");

/** Loads the small script on a page whose chat is closed. */
async function load(page: FakePage): Promise<WidgetScript> {
  vi.resetModules();
  let widget: unknown;
  const define: Define = (_name, start) => void (widget = start(page.host));
  Object.assign(window, { [DEFINE]: define });
  await import("../src/widget/main");
  await settle();
  return widget as WidgetScript;
}

async function closed(): Promise<FakePage> {
  const page = new FakePage();
  page.session = "s";
  await load(page);
  return page;
}

afterEach(clear);

describe("while the window was never opened on a page", () => {
  it("what comes in is counted and told, and what was there before is only counted", async () => {
    const page = await closed();

    page.connect(1);
    page.says(1, "From before");
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(announced()?.textContent).toBe("");
    page.says(2, "Are you there?");
    page.says(2, "Are you there?");
    await new Promise((resolve) => setTimeout(resolve, 40));

    expect(page.launcher.unread).toHaveBeenLastCalledWith(2);
    expect(announced()?.textContent).toBe("Alex: Are you there?");
  });

  it("what the customer wrote, and what another tab has shown, does not count", async () => {
    const page = await closed();
    page.connect();
    page.says(1, "Mine", { sender: { kind: "visitor", id: "v", name: "", seat: "customer" } });
    page.says(2, "Hello");
    expect(page.launcher.unread).toHaveBeenLastCalledWith(1);

    page.local.set("read", { session: "s", sequence: 2 });
    window.dispatchEvent(new Event("storage"));

    expect(page.launcher.unread).toHaveBeenLastCalledWith(0);
  });

  it("goes on after what was seen, and fetches what is missing", async () => {
    const page = new FakePage();
    page.session = "s";
    page.local.set("read", { session: "s", sequence: 7 });
    await load(page);
    page.connect();

    expect(page.ears?.after()).toBe(7);
    page.receive({ type: "chat.messages", messages: [], last: 12, through: 9 });

    expect(page.sent).toContainEqual({ type: "chat.fetch", after: 9 });
  });

  it("an end is remembered, for the question how it was", async () => {
    const page = await closed();
    page.connect();
    page.says(1, "Bye");

    page.receive({ type: "chat.ended" } as never);

    expect(page.local.get("finished")).toMatchObject({ session: "s", helped: true });
  });

  it("opening it brings the window, which takes over", async () => {
    const page = new FakePage();
    page.session = "s";
    const widget = await load(page);
    page.connect();

    widget.toggle();
    await settle();
    page.launcher.unread.mockClear();
    page.says(1, "Now the window's affair");

    expect(page.panel.toggle).toHaveBeenCalledOnce();
    expect(announced()).toBeUndefined();
  });

  it("a window that could not be fetched is tried again at the next click", async () => {
    const page = new FakePage();
    page.away.add("panel");
    const widget = await load(page);
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    widget.toggle();
    await settle();

    page.away.clear();
    widget.toggle();
    await settle();

    expect(page.panel.toggle).toHaveBeenCalledOnce();
  });

  it.each(["panel", "outbox"])("the window comes at once where the page before left a %s", async (left) => {
    const page = new FakePage();
    page.tab.set(left, [true]);
    page.session = "s";

    await load(page);

    expect(page.ears).toBeUndefined();
  });
});
