import { guarded } from "@remote-support/sdk/dom";
import type { Host } from "@remote-support/sdk/host";
import { excuse } from "./excuse";
import type { RareViews } from "./rare/rare";

/** The place of something that comes with the script of the rarer views; where that fails, it says why. */
export function later(host: Host, build: (rare: RareViews) => HTMLElement): HTMLElement {
  const place = host.element("div", { "aria-busy": true });
  guarded(async () => {
    try {
      place.replaceWith(build(await host.load("rare")));
    } catch (problem) {
      place.replaceChildren(host.element("p", { class: "complaint", role: "alert" }, excuse(problem)));
      place.ariaBusy = "false";
    }
  })();
  return place;
}
