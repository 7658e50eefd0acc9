import type { Host } from "../host";
import { PALETTE } from "../palette";
import { isOver, clock, type CallChanged } from "./model";
import { CARD } from "./style";
import { say } from "./words";

export interface Words {
  title: string;
  text: string;
  /** Whether calling is what helps. */
  again?: boolean;
}

/** So long it can be read without haste. */
const SHOWN = 20_000;

let remove: (() => void) | undefined;

/** Says one thing about calls, in place of what was said before, until it is closed or old. */
export function tell({ mount, element }: Host, { title, text, again }: Words, call: () => void): void {
  remove?.();
  const island = mount("call-note", PALETTE + CARD);
  const late = setTimeout(close, SHOWN);

  function close(): void {
    clearTimeout(late);
    island.remove();
    if (remove === close) remove = undefined;
  }
  remove = close;

  const words = element("div", { role: "status" });
  const button = (main: boolean, label: string, test: string, click: () => void) =>
    element("button", { type: "button", class: main ? "main" : "plain", "data-testid": test, click }, label);
  island.root.append(
    element(
      "section",
      { class: "card", role: "region", "aria-label": say().call, "data-testid": "rs-call-note" },
      words,
      element(
        "div",
        { class: "answers" },
        again &&
          button(true, say().callAgain, "rs-call-again", () => {
            close();
            call();
          }),
        button(false, say().close, "rs-call-close", close),
      ),
    ),
  );
  // A live region speaks of what comes into it, not of what it comes with.
  setTimeout(() => words.append(element("h2", {}, title), element("p", {}, text)), 50);
}

export function untell(): void {
  remove?.();
}

/** What is said when a call is over; nothing where the customer knows it best. */
export function farewell(
  { state, reason }: CallChanged,
  { who, rangHere, hungUp, seconds }: { who: string; rangHere: boolean; hungUp: boolean; seconds: number | undefined },
): Words | undefined {
  const words = say();
  if (!isOver(state)) return undefined;
  if (reason === "call-back-requested") return { title: words.calledBack, text: words.calledBackHint };
  const lasted = seconds === undefined ? "" : words.lasted(clock(seconds));
  if (hungUp) return lasted ? { title: words.over, text: lasted } : undefined;
  if (state === "declined")
    return rangHere ? undefined : { title: words.declined, text: words.unansweredHint, again: true };
  if (state === "missed") {
    return rangHere
      ? { title: words.missed(who), text: words.missedHint, again: true }
      : { title: words.unanswered, text: words.unansweredHint, again: true };
  }
  const why = reason === "connection-lost" ? words.lost : reason === "ended-by-staff" ? words.byStaff(who) : "";
  return { title: words.over, text: `${why} ${lasted}`.trim(), ...(reason === "connection-lost" && { again: true }) };
}
