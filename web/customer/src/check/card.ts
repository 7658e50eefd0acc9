import { element } from "@remote-support/sdk/dom";

export type State = "idle" | "running" | "good" | "bad";

/** One thing that is tested: what it is, how it stands, what helps, and what there is to press. */
export interface Card {
  element: HTMLElement;
  name: string;
  readonly state: State;
  show(state: State, text: string, help?: string): void;
  /** Below the words, in place of what was there. */
  extra(...parts: (Node | false)[]): void;
  tools(...buttons: HTMLElement[]): void;
}

const SIGNS: Record<State, string> = {
  idle: "M12 8v5M12 16h.01",
  running: "M12 7v5l3 2",
  good: "M6 12.5l4 4 8-9",
  bad: "M12 6v7M12 17h.01",
};

const SVG = "http://www.w3.org/2000/svg";

export function card(name: string, test: string, changed: () => void): Card {
  let state: State = "idle";
  const path = document.createElementNS(SVG, "path");
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.append(path);
  const sign = element("span", { class: "sign", "aria-hidden": "true" }, svg);
  const text = element("p", { class: "text" });
  const help = element("p", { class: "help" });
  const extra = element("div", {});
  const tools = element("div", { class: "tools" });
  const title = element("h2", { id: test }, name);
  const section = element(
    "section",
    { "aria-labelledby": test, "data-testid": test },
    sign,
    title,
    element("div", { role: "status" }, text, help),
    extra,
    tools,
  );
  const one: Card = {
    element: section,
    name,
    get state() {
      return state;
    },
    show(next, words, hint = "") {
      state = next;
      section.dataset.state = next;
      path.setAttribute("d", SIGNS[next]);
      if (text.textContent !== words) text.textContent = words;
      if (help.textContent !== hint) help.textContent = hint;
      help.hidden = !hint;
      changed();
    },
    extra: (...parts) => extra.replaceChildren(...parts.filter((part) => part !== false)),
    tools(...buttons) {
      // Whoever works by keyboard goes on where they were.
      const had = tools.contains(document.activeElement);
      tools.replaceChildren(...buttons);
      if (had) buttons[0]?.focus();
    },
  };
  one.show("idle", "");
  return one;
}

export function button(label: string, test: string, click: () => void, kind = ""): HTMLElement {
  return element("button", { type: "button", class: kind, "data-testid": test, click }, label);
}
