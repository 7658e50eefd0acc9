import type { Host } from "../host";
import type { Buttons, Card } from "./view";
import { set } from "./view";
import { say } from "./words";

/** Another tab is in the call, or was when it was closed. */
export function elsewhereCard({ element }: Host, buttons: Buttons): Card {
  const title = element("h2", {});
  return {
    element: element(
      "section",
      { role: "region", "aria-label": say().call, "data-testid": "rs-call-elsewhere" },
      title,
      element(
        "div",
        { class: "answers" },
        element(
          "button",
          { type: "button", class: "main", "data-testid": "rs-call-here", click: buttons.takeOver },
          say().here,
        ),
      ),
    ),
    show: ({ who }) => set(title, say().elsewhere(who)),
  };
}
