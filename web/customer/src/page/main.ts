/** `/my`: the customer's own page, with all conversations and tickets. */

import { arrival } from "./arrival";
import { element, guarded, LOOK } from "@remote-support/sdk/dom";
import { PALETTE } from "@remote-support/sdk/palette";
import { Refused } from "@remote-support/sdk/host";
import { Door } from "./door";
import { pageHost } from "./host";
import { closed, failed } from "./outside";
import { view } from "./view";
import { say } from "./words";

const look = new CSSStyleSheet();
look.replaceSync((LOOK + PALETTE).replaceAll(":host", ":root"));
document.adoptedStyleSheets = [look];

const root = document.getElementById("page") as HTMLElement;
document.title = say.title;

const door = new Door(
  (why) => root.replaceChildren(closed(why, door.page?.site)),
  () => location.reload(),
);

async function enter(code?: string): Promise<void> {
  root.replaceChildren(element("p", { class: "outside", role: "status" }, say.loading));
  try {
    const page = await door.enter(code);
    const unread = (count: number) => (document.title = (count ? `(${count}) ` : "") + say.title);
    const host = pageHost(door, page, unread);
    await view(root, host, door, page);
  } catch (problem) {
    const refused = problem instanceof Refused && problem.status < 500 && problem.status !== 429;
    root.replaceChildren(
      refused
        ? closed(problem)
        : failed(
            problem,
            guarded(() => enter(code)),
          ),
    );
  }
}

// Another code for a page that is open already: no browser loads it for that.
addEventListener("hashchange", () => location.reload());
guarded(() => enter(arrival.code))();
