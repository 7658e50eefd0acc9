import { guarded } from "@remote-support/sdk/dom";
import { type Host, Refused } from "@remote-support/sdk/host";
import { excuse } from "../widget/excuse";
import { line } from "../widget/icons";
import { archive, type Past } from "../widget/rare/archive";
import { titleOf } from "../widget/rare/conversations";
import type { Door, OwnPage } from "./door";
import { facts } from "./facts";
import { go, link } from "./link";
import { list } from "./list";
import { originOf, wayBack } from "./outside";
import { reader } from "./reader";
import { say } from "./words";

/** How often what is on the screen is asked for anew. */
const AGAIN = 30_000;

const SESSION = /^\/my\/([0-9a-f-]{36})$/;

/** The page as its owner sees it: all conversations, and beside them, on a phone instead, the one that is read. */
export async function view(root: HTMLElement, host: Host, door: Door, { customer, site }: OwnPage): Promise<void> {
  const { element } = host;
  const kept = archive(host);
  const visitor = await host.visitor();
  let shown: Past | undefined;
  let round = 0;

  const all = list(host, site.name, { back: toSite, start: () => go("/my/new") });
  const read = reader(host, visitor, ({ phase, session }, live) => {
    status.textContent = read.status();
    end.hidden = phase !== "open" || !live;
    // The one that ended was left for another.
    if (phase === "new" && live && shown) go("/my/new");
    // A new one has its first message.
    if (session && location.pathname === "/my/new") {
      go(`/my/${session}`);
      guarded(all.load)();
    }
    if (phase === "ended" && shown && shown.state !== "ended") guarded(refresh)();
  });

  const heading = element("h2", { tabindex: -1 });
  const status = element("p", { class: "status", role: "status" });
  const end = element("button", { type: "button", class: "plain", hidden: true, click: () => read.end() }, say.end);
  const about = element("div", {});
  const onSite = element("p", { class: "on-site" });
  const complaint = element("div", { class: "empty", role: "alert", hidden: true });
  const hint = element("p", { class: "empty" }, say.choose);
  const back = link(host, "/my", { class: "back", "aria-label": say.back, title: say.back }, line("back"));
  const head = element("div", { class: "head" }, back, element("div", { class: "what" }, heading, status), end);
  const one = element(
    "section",
    { class: "one", "aria-label": say.messages, "data-testid": "my-one" },
    head,
    about,
    onSite,
    complaint,
    read.element,
    hint,
  );

  function toSite(): HTMLElement | null {
    const to = wayBack(site);
    return to ? element("a", { class: "link", href: to }, say.goToSite(site.name)) : null;
  }

  async function leave(): Promise<void> {
    await door.leave();
    sessionStorage.clear();
    location.replace("/my");
  }

  root.replaceChildren(
    element(
      "header",
      { class: "top" },
      element(
        "div",
        { class: "title" },
        element("h1", {}, say.title, " ", element("span", {}, say.with(site.name))),
        element("p", {}, customer.kind === "customer" ? say.signedInAs(customer.name) : say.onlyThisBrowser),
      ),
      toSite(),
      element(
        "button",
        { type: "button", class: "plain", title: say.leaveHint, "data-testid": "my-leave", click: leave },
        say.leave,
      ),
    ),
    element("main", { class: "columns" }, all.element, one),
  );

  /** What the address names. */
  async function show(): Promise<void> {
    const mine = ++round;
    const id = SESSION.exec(location.pathname)?.[1];
    const fresh = location.pathname === "/my/new";
    root.classList.toggle("reading", !!id || fresh);
    all.show(id);
    complaint.hidden = true;
    hint.hidden = !!id || fresh;
    head.hidden = read.element.hidden = !hint.hidden;
    if (!id) draw(undefined);
    if (fresh) {
      heading.textContent = say.newTitle;
      read.begin();
    } else if (!id) read.rest();
    else if (shown?.id !== id) await open(id, mine);
  }

  async function open(id: string, mine: number): Promise<void> {
    try {
      const past = await kept.session(id);
      if (mine !== round) return;
      draw(past);
      read.show(past);
      heading.focus({ preventScroll: true });
    } catch (problem) {
      if (mine !== round) return;
      draw(undefined);
      read.rest();
      const unknown = problem instanceof Refused && [400, 403, 404].includes(problem.status);
      complaint.replaceChildren(
        element("h2", {}, unknown ? say.unknownTitle : say.failedTitle),
        element("p", {}, unknown ? say.unknownHint : excuse(problem)),
        link(host, "/my", { class: "link" }, say.back),
      );
      complaint.hidden = false;
      head.hidden = read.element.hidden = true;
    }
  }

  function draw(past: Past | undefined): void {
    shown = past;
    heading.textContent = past ? titleOf(past) : "";
    about.replaceChildren(...(past ? [facts(host, past)] : []));
    const page = past?.state !== "ended" ? past?.page?.url : undefined;
    const there = page && site.origins.includes(originOf(page)) ? page : wayBack(site);
    onSite.hidden = !past || past.state === "ended" || !there;
    if (!onSite.hidden)
      onSite.replaceChildren(
        element("a", { class: "link", href: there }, say.onSite(site.name)),
        " ",
        element("span", {}, say.onSiteHint),
      );
  }

  /** The facts of what is read, and the list. */
  async function refresh(): Promise<void> {
    const { id } = shown ?? {};
    await all.load();
    if (!id) return;
    const past = await kept.session(id);
    if (shown?.id !== id) return;
    const over = past.state === "ended" && shown.state !== "ended";
    draw(past);
    if (over) read.show(past);
  }

  const again = guarded(() => (document.visibilityState === "visible" ? refresh() : undefined));
  addEventListener("popstate", guarded(show));
  document.addEventListener("visibilitychange", again);
  setInterval(again, AGAIN);
  await Promise.all([all.load(), show()]);
}
