/** `/sdk/widget.js`: what each page needs of the chat while its window is closed. The window itself comes when it is opened. */

import { guarded } from "@remote-support/sdk/dom";
import { define, type WidgetScript } from "@remote-support/sdk/host";
import { Watch } from "./watch";

define("widget", (host) => {
  const watch = new Watch(host);
  let window: Promise<WidgetScript> | undefined;

  /** From then on the window does all that there is to do. */
  async function load(): Promise<WidgetScript> {
    window ??= host.load("panel");
    try {
      const loaded = await window;
      watch.stop();
      return loaded;
    } catch (problem) {
      // Another try is made at the next wish.
      window = undefined;
      throw problem;
    }
  }

  const pass = (wish: keyof WidgetScript) => guarded(async () => (await load())[wish]());

  // It was open on the page before, or that page was left with something unsent.
  if (host.tab.get("panel") ?? host.tab.get("outbox")) guarded(load)();
  else watch.start();

  return { open: pass("open"), close: pass("close"), toggle: pass("toggle"), conversations: pass("conversations") };
});
