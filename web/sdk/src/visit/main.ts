/**
 * `/sdk/visit.js`: tells that somebody is on this page, and asks them when a technician wants to see it. One socket that says
 * next to nothing; no word of the page but its address and title leaves it before a Yes.
 */

import { PROTOCOL_VERSION, type VisitorFromClient, type VisitorFromServer } from "@remote-support/protocol";
import { resilientSocket } from "@remote-support/socket";
import { guarded } from "../dom";
import { define, type Host, type Visitor } from "../host";
import { siteRules } from "../rules";
import { consent } from "../session/consent";
import { shown } from "./page";
import { tabName } from "./tab";

/** It begins by itself, once per page. */
export type VisitScript = undefined;

type Requested = Extract<VisitorFromServer, { type: "access.requested" }>;
type Closed = Extract<VisitorFromServer, { type: "access.closed" }>;

/** How often it is looked whether a single-page site shows another page. */
const LOOK = 2_000;

define("visit", (host: Host): VisitScript => {
  guarded(async () => {
    const site = await siteRules(host);
    const tab = tabName(host.tab);
    const question = consent(host, answer);
    let open: Requested[] = [];
    let told = "";
    let late: ReturnType<typeof setTimeout> | undefined;

    const socket = resilientSocket<VisitorFromServer, VisitorFromClient>({
      url: `${host.origin.replace(/^http/, "ws")}/ws/visitor`,
      token: async () => {
        const known = (await host.visitor()) as Visitor & { until?: number };
        const left = known.until ? (known.until - Date.now()) / 1_000 : known.expiresIn;
        return { token: known.accessToken, expiresIn: Math.max(1, left) };
      },
      hello: () => {
        const page = shown(site);
        told = JSON.stringify(page);
        return { type: "hello", protocol: PROTOCOL_VERSION, tab, ...page };
      },
      receive: guarded(receive),
      // What was asked on a connection that broke is asked anew on the next.
      state: guarded((state) => state !== "connected" && ask([])),
    });

    function receive(frame: VisitorFromServer): void {
      if (frame.type === "access.requested") ask([...without(frame.request), frame]);
      if (frame.type === "access.closed") closed(frame);
    }

    function without(request: string): Requested[] {
      return open.filter((one) => one.request !== request);
    }

    /** One question at a time, none longer than it counts. */
    function ask(requests: Requested[]): void {
      open = requests;
      const [first] = open;
      clearTimeout(late);
      question.show(first && { ...first, type: "grant.requested", capability: "view" });
      if (first)
        late = setTimeout(() => ask(without(first.request)), Math.max(0, Date.parse(first.expiresAt) - Date.now()));
    }

    function answer(request: string, allowed: boolean): void {
      ask(without(request));
      socket.send({ type: "access.answer", request, allowed });
    }

    function closed({ request, outcome, sessionId }: Closed): void {
      ask(without(request));
      if (sessionId) host.session.enter(sessionId);
      else if (outcome === "failed") guarded(sayFailed)();
    }

    const sayFailed = async () => (await host.load("notice")).tell("failed");

    const look = guarded(() => {
      const page = shown(site);
      const now = JSON.stringify(page);
      if (now !== told && socket.send({ type: "page.changed", ...page })) told = now;
    });
    document.addEventListener("visibilitychange", look);
    setInterval(() => document.visibilityState === "visible" && look(), LOOK);
  })();
  return undefined;
});
