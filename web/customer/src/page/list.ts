import type { Host } from "@remote-support/sdk/host";
import { excuse } from "../widget/excuse";
import { day, time } from "../widget/format";
import { line } from "../widget/icons";
import { archive, canBeRated, type Past, type Ticket } from "../widget/rare/archive";
import { stateWord, titleOf } from "../widget/rare/conversations";
import { ratingGiven } from "../widget/rare/rating";
import { duration } from "./facts";
import { link } from "./link";
import { say } from "./words";

/** Everything on one page: what is open, the tickets, and what is past. */
export function list(host: Host, site: string, ways: { back(): HTMLElement | null; start(): void }) {
  const { element } = host;
  const kept = archive(host);
  const root = element("nav", { class: "list", "aria-label": say.list, tabindex: -1, "data-testid": "my-list" });
  let sessions: Past[] = [];
  let tickets: Ticket[] = [];
  let next: string | undefined;
  let current: string | undefined;
  let known = false;

  async function load(): Promise<void> {
    try {
      const [page, cases] = await Promise.all([kept.sessions(undefined, sessions.length), kept.tickets()]);
      sessions = page.items;
      next = page.next ?? undefined;
      tickets = cases;
      known = true;
      render();
    } catch (problem) {
      if (!known) root.replaceChildren(failed(problem));
    }
  }

  function failed(problem: unknown): HTMLElement {
    return element(
      "div",
      { class: "empty", role: "alert" },
      element("p", {}, excuse(problem)),
      element("button", { type: "button", class: "plain", click: load }, say.tryAgain),
    );
  }

  function row(past: Past): HTMLElement {
    const { id, staff, requestedAt, rating } = past;
    const facts = [
      past.site?.name === site ? null : past.site?.name,
      staff && titleOf(past) !== say.withWhom(staff.name) && `${say.helper} ${staff.name}`,
      past.connectedAt && duration(past.durationSeconds ?? 0),
    ].filter((fact) => !!fact);
    const row = link(
      host,
      `/my/${id}`,
      { class: "row", "data-testid": "my-session" },
      element(
        "span",
        { class: "about" },
        element("b", {}, titleOf(past)),
        element("time", { datetime: requestedAt }, `${day(requestedAt)}, ${time(requestedAt)}`),
        facts.length ? element("span", {}, facts.join(" · ")) : null,
      ),
      rating
        ? ratingGiven(host, rating)
        : canBeRated(past)
          ? element("span", { class: "badge rate" }, say.canRate)
          : element("span", { class: `badge ${past.state}` }, stateWord(past)),
    );
    if (id === current) row.ariaCurrent = "page";
    return element("li", {}, row);
  }

  function ticket({ title, number, status, openedAt, closedAt, sessions: own }: Ticket): HTMLElement {
    const chats = own.map((one) => sessions.find(({ id }) => id === one.id) ?? { ...one, staff: null, endedAt: null });
    const when = closedAt ? say.solvedOn(day(closedAt)) : openedAt ? say.openedOn(day(openedAt)) : "";
    return element(
      "li",
      {},
      element(
        "details",
        { class: "ticket", "data-testid": "my-ticket", open: own.some(({ id }) => id === current) },
        element(
          "summary",
          {},
          element(
            "span",
            { class: "about" },
            element("b", {}, title),
            element("span", {}, [say.ticketNumber(number), when].filter((part) => !!part).join(" · ")),
            element("span", {}, say.chats(own.length)),
          ),
          element(
            "span",
            { class: `badge ${status === "open" ? "active" : "ended"}` },
            status === "open" ? say.ticketOpen : say.ticketClosed,
          ),
          line("down"),
        ),
        own.length ? element("ul", {}, ...chats.map(row)) : element("p", { class: "hint" }, say.emptyTicket),
      ),
    );
  }

  function group(title: string, content: (HTMLElement | null)[]): HTMLElement {
    return element("section", {}, element("h2", {}, title), ...content);
  }

  function rows(of: Past[]): HTMLElement {
    return element("ul", {}, ...of.map(row));
  }

  function render(): void {
    const open = sessions.filter(({ state }) => state !== "ended");
    const past = sessions.filter(({ state }) => state === "ended");
    const focused = root.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : undefined;
    root.ariaBusy = null;
    if (!sessions.length && !tickets.length) root.replaceChildren(teach());
    else {
      root.replaceChildren(
        start("plain"),
        group(say.open, [open.length ? rows(open) : element("p", { class: "hint" }, say.noneOpen)]),
        group(say.tickets, [
          tickets.length
            ? element("ul", {}, ...tickets.map(ticket))
            : element("p", { class: "hint", "data-testid": "my-tickets-hint" }, say.ticketsHint),
        ]),
        ...(past.length ? [group(say.past, [rows(past)])] : []),
        ...(next ? [further()] : []),
      );
    }
    if (focused) root.querySelector<HTMLElement>(`[href="${focused}"]`)?.focus();
  }

  function start(tone: string): HTMLElement {
    return element(
      "button",
      { type: "button", class: `${tone} start`, "data-testid": "my-new", click: ways.start },
      say.newChat,
    );
  }

  /** Nothing is there yet: what there will be, and how. */
  function teach(): HTMLElement {
    return element(
      "div",
      { class: "empty", "data-testid": "my-empty" },
      element("h2", {}, say.empty),
      element("p", {}, say.emptyHint(site)),
      element("p", {}, say.ticketsHint),
      start("main"),
      ways.back(),
    );
  }

  function further(): HTMLElement {
    const button = element("button", { type: "button", class: "link", click: fetchMore }, say.loadMore);
    async function fetchMore(): Promise<void> {
      button.disabled = true;
      const page = await kept.sessions(next).finally(() => (button.disabled = false));
      sessions = [...sessions, ...page.items];
      next = page.next ?? undefined;
      render();
      root.focus();
    }
    return button;
  }

  root.ariaBusy = "true";
  root.append(element("p", { class: "hint", role: "status" }, say.loading));

  return {
    element: root,
    load,
    show(id: string | undefined): void {
      current = id;
      if (known) render();
    },
  };
}
