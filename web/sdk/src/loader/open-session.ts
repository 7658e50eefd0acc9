import { here, type Memory, type SessionHandle } from "../host";
import type { Api } from "./api";
import { told } from "../siblings";

/** The session that is open in this browser: kept over page loads and told to the other tabs by the storage itself. */
export function openSession(api: Api, local: Memory, siteKey: string): SessionHandle {
  const listeners: ((id: string | undefined) => void)[] = [];
  const [visitorKey, elsewhere] = told(siteKey).split(":");
  // Begun on another domain of the site, by whom this domain may know by another name, or not yet.
  if (elsewhere && elsewhere !== local.get("session")) {
    local.set("visitor", { visitorKey, until: 0 });
    local.set("session", elsewhere);
  }
  let known = local.get<string>("session");

  function look(): void {
    const now = local.get<string>("session");
    if (now === known) return;
    known = now;
    for (const listener of listeners) listener(now);
  }

  function keep(id: string | undefined): void {
    local.set("session", id);
    look();
  }

  addEventListener("storage", look);
  addEventListener("pageshow", look);

  return {
    id: () => known,
    async start({ name, email, subject }) {
      const visitor = await api.visitor();
      const { sessionId } = await api.request<{ sessionId: string }>("support/chat/start", {
        userId: visitor.visitorId,
        // For whom the site vouches, what was said before as a visitor is void, and would be refused.
        ...(visitor.kind === "visitor" && { customerName: name || visitor.name || "Visitor", customerEmail: email }),
        subject,
        page: here(),
      });
      keep(sessionId);
      return sessionId;
    },
    enter: keep,
    ended(id) {
      if (local.get("session") === id) keep(undefined);
    },
    changed: (listener) => void listeners.push(listener),
  };
}
