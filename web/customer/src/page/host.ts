import { element, guarded, mount } from "@remote-support/sdk/dom";
import { DEFINE, here, type Host, type Memory, type Scripts, type StartDetails } from "@remote-support/sdk/host";
import { memory } from "@remote-support/sdk/memory";
import { type Door, type OwnPage, read } from "./door";

/** Which session is open on this page; the parts of the chat follow it. */
export class OpenSession {
  private now: string | undefined;
  private readonly listeners: ((id: string | undefined) => void)[] = [];

  constructor(private readonly begin: (details: StartDetails) => Promise<string>) {}

  id(): string | undefined {
    return this.now;
  }

  show(id: string | undefined): void {
    if (id === this.now) return;
    this.now = id;
    for (const listener of this.listeners) listener(id);
  }

  async start(details: StartDetails): Promise<string> {
    const id = await this.begin(details);
    this.show(id);
    return id;
  }

  enter(id: string): void {
    this.show(id);
  }

  ended(id: string): void {
    if (id === this.now) this.show(undefined);
  }

  changed(listener: (id: string | undefined) => void): void {
    this.listeners.push(listener);
  }
}

/** What the parts of the widget find on a site, for a page of our own. It remembers for as long as its tab lives. */
export function pageHost(door: Door, { customer, site }: OwnPage, unread: (count: number) => void): Host {
  const kept: Memory = memory(() => sessionStorage, `my:${customer.id}`);

  async function request<Answer>(path: string, body?: unknown): Promise<Answer> {
    const call = async (fresh: boolean) =>
      fetch(`/api/${path}`, {
        method: body ? "POST" : "GET",
        headers: {
          Authorization: `Bearer ${await door.token(fresh)}`,
          ...(body ? { "Content-Type": "application/json" } : {}),
        },
        body: body ? JSON.stringify(body) : null,
        credentials: "omit",
      });
    const answer = await call(false);
    return read(answer.status === 401 ? await call(true) : answer);
  }

  const host: Host = {
    origin: location.origin,
    siteKey: "",
    local: kept,
    tab: kept,
    launcher: { unread, expanded: () => undefined, focus: () => undefined },
    visitor: async () => ({
      visitorId: customer.id,
      visitorKey: "",
      accessToken: await door.token(),
      expiresIn: 0,
      name: customer.name,
      kind: customer.kind,
      site: { id: site.id, name: site.name, maskSelectors: [] },
    }),
    request,
    load: scripts(() => host),
    mount,
    element,
    passwords: { knows: () => false, watch: () => undefined },
    session: new OpenSession(async ({ name, email, subject }) => {
      const { sessionId } = await request<{ sessionId: string }>("support/chat/start", {
        userId: customer.id,
        ...(customer.kind === "visitor" && { customerName: name || customer.name, customerEmail: email }),
        subject,
        page: here(),
      });
      return sessionId;
    }),
    unshared: true,
  };
  host.session.changed((id) => {
    if (id) guarded(async () => (await host.load("session")).join(id))();
  });
  return host;
}

/** The parts that a site's page fetches as scripts come as modules here, and hand themselves over in the same way. */
function scripts(host: () => Host): Host["load"] {
  const sources: Partial<Record<keyof Scripts, () => Promise<unknown>>> = {
    session: () => import("@remote-support/sdk/session"),
    rare: () => import("../widget/rare/main"),
  };
  const started = new Map<string, unknown>();
  Object.defineProperty(window, DEFINE, {
    value: (name: string, start: (host: Host) => unknown) => void started.set(name, start(host())),
  });
  return async (name) => {
    await sources[name]?.();
    return started.get(name) as never;
  };
}
