import { afterEach, describe, expect, it, vi } from "vitest";
import { element, guarded, mount, openRoots, type Island } from "../src/dom";

const mounted: Island[] = [];
const island = (part: string) => {
  const made = mount(part, "");
  mounted.push(made);
  return made;
};
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

afterEach(() => {
  for (const one of mounted.splice(0)) one.remove();
});

describe("an island", () => {
  it("comes back when the site builds its page anew", async () => {
    const { host } = island("launcher");

    host.remove();
    document.body.replaceChildren();
    await soon();

    expect(host.parentNode).toBe(document.documentElement);
  });

  it("stays away when we took it away ourselves", async () => {
    const { host, remove } = island("bar");

    remove();
    await soon();

    expect(host.isConnected).toBe(false);
  });

  it("does not fight for ever with a site that insists", async () => {
    const { host } = island("launcher");
    const site = new MutationObserver(() => host.remove());
    site.observe(document.documentElement, { childList: true });

    host.remove();
    for (let round = 0; round < 300; round++) await Promise.resolve();
    await soon();

    expect(host.isConnected).toBe(false);
    site.disconnect();
  });

  it("keeps what is typed in it from the site's shortcuts, drop zones and focus traps", () => {
    openRoots();
    const { root } = island("widget");
    const field = element("input");
    root.append(field);
    const heard = vi.fn();
    for (const type of ["keydown", "focusin", "drop", "wheel"]) document.addEventListener(type, heard);

    for (const type of ["keydown", "focusin", "drop", "wheel"]) {
      field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }

    expect(heard).not.toHaveBeenCalled();
  });

  it("has no inline style, which a strict policy would refuse", () => {
    const { root } = island("widget");
    root.append(element("p", { class: "a" }, "text"));

    expect(root.querySelector("style, [style]")).toBeNull();
    expect(root.adoptedStyleSheets).toHaveLength(1);
  });
});

describe("guarded work", () => {
  it("never throws into the page, at once or later", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);

    guarded(() => {
      throw new Error("now");
    })();
    guarded(() => Promise.reject(new Error("later")))();
    await soon();

    expect(warn).toHaveBeenCalledTimes(2);
    warn.mockRestore();
  });
});
