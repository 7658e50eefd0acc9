import type { Host } from "@remote-support/sdk/host";
import { archive, type Past, type Ticket } from "./archive";
import { line } from "../icons";
import { excuse } from "../excuse";
import { day, time } from "../format";
import { ratingGiven } from "./rating";
import { say } from "./words";

/** “Your conversations”: tickets, what is open, what is past. Asked anew each time it is looked at. */
export function conversations(host: Host, choose: (past: Past) => void) {
  const { element } = host;
  const kept = archive(host);
  const root = element("div", { class: "list", "data-testid": "rs-list", hidden: true, tabindex: -1 });
  let round = 0;

  function row(past: Past): HTMLElement {
    const { requestedAt, rating } = past;
    return element(
      "li",
      {},
      element(
        "button",
        { type: "button", class: "row", "data-testid": "rs-past", click: () => choose(past) },
        element(
          "span",
          { class: "about" },
          element("b", {}, titleOf(past)),
          element(
            "span",
            { class: "size" },
            element("time", { datetime: requestedAt }, `${day(requestedAt)}, ${time(requestedAt)}`),
          ),
        ),
        rating ? ratingGiven(host, rating) : element("span", { class: `badge ${past.state}` }, stateWord(past)),
      ),
    );
  }

  function group(title: string, rows: HTMLElement[]): HTMLElement | null {
    return rows.length ? element("section", {}, element("h3", {}, title), element("ul", {}, ...rows)) : null;
  }

  function ticket({ title, status, sessions }: Ticket, all: Past[]): HTMLElement {
    // A ticket may reach further back than the list.
    const chats = sessions.map((one) => all.find(({ id }) => id === one.id) ?? { ...one, staff: null, endedAt: null });
    return element(
      "li",
      {},
      element(
        "details",
        { class: "ticket", "data-testid": "rs-ticket" },
        element(
          "summary",
          {},
          element(
            "span",
            { class: "about" },
            element("b", {}, title),
            element("span", { class: "size" }, say.chats(sessions.length)),
          ),
          element(
            "span",
            { class: `badge ${status === "open" ? "active" : "ended"}` },
            status === "open" ? say.ticketOpen : say.ticketClosed,
          ),
          line("down"),
        ),
        element("ul", {}, ...chats.map(row)),
      ),
    );
  }

  async function load(): Promise<void> {
    const mine = ++round;
    root.replaceChildren(element("p", { class: "empty", role: "status" }, say.loading));
    try {
      const [first, tickets] = await Promise.all([kept.sessions(), kept.tickets().catch(() => [])]);
      if (mine !== round) return;
      render(first.items, tickets, first.next ?? undefined);
    } catch (problem) {
      if (mine === round) root.replaceChildren(element("p", { class: "complaint", role: "alert" }, excuse(problem)));
    }
  }

  function render(sessions: Past[], tickets: Ticket[], next: string | undefined): void {
    const open = sessions.filter(({ state }) => state !== "ended");
    const past = sessions.filter(({ state }) => state === "ended");
    const more = element(
      "button",
      {
        type: "button",
        class: "link",
        click: async () => {
          const mine = round;
          more.disabled = true;
          const page = await kept.sessions(next).finally(() => (more.disabled = false));
          if (mine !== round) return;
          render([...sessions, ...page.items], tickets, page.next ?? undefined);
          root.focus();
        },
      },
      say.loadMore,
    );
    const empty = !sessions.length && !tickets.length;
    const parts = [
      empty ? element("p", { class: "empty" }, say.none) : null,
      group(say.open, open.map(row)),
      group(
        say.tickets,
        tickets.map((one) => ticket(one, sessions)),
      ),
      group(say.past, past.map(row)),
      next ? more : null,
    ];
    root.replaceChildren(...parts.filter((part) => part !== null));
  }

  return { element: root, load };
}

export function titleOf({ subject, staff, number }: Past): string {
  return subject ?? (staff ? say.withWhom(staff.name) : say.chatNumber(number));
}

/** How a session stands, in a word. */
export function stateWord({ state }: Past): string {
  if (state === "ended") return say.over;
  return state === "active" || state === "interrupted" ? say.active : say.waiting;
}
