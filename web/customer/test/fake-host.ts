import type { ChatFromClient, ChatFromServer, ChatMessage } from "@remote-support/protocol";
import { element, mount, openRoots, type Island } from "@remote-support/sdk/dom";
import { Refused, type Host, type Memory, type Scripts } from "@remote-support/sdk/host";
import type { ChatEars, Standing } from "@remote-support/sdk/session";
import { vi } from "vitest";
import { Chat } from "../src/widget/chat/chat";
import { rareViews } from "../src/widget/rare/rare";
import { panel, type Panel } from "../src/widget/window/panel";

export function memory(): Memory {
  const values = new Map<string, string>();
  return {
    get: <T>(name: string) => (values.has(name) ? (JSON.parse(values.get(name) ?? "") as T) : undefined),
    set: (name, value) => void (value === undefined ? values.delete(name) : values.set(name, JSON.stringify(value))),
  };
}

const islands: Island[] = [];

/** Answers of the API by path; a function may look at the body or throw a {@link Refused}. */
export type Answers = Record<string, unknown>;

export const standing = (more: Partial<Standing> = {}): Standing => ({
  state: "active",
  technicians: ["Alex"],
  shared: false,
  waiting: undefined,
  idleEndsAt: undefined,
  ...more,
});

/** A page with the widget on it, whose server, storage and other tabs the test plays. */
export class FakePage {
  readonly local = memory();
  readonly tab = memory();
  readonly sent: ChatFromClient[] = [];
  readonly request = vi.fn((path: string, body?: unknown) => this.answer(path, body));
  readonly launcher = { unread: vi.fn(), expanded: vi.fn(), focus: vi.fn() };
  readonly start = vi.fn(() => {
    this.follow((this.session = "s"));
    return Promise.resolve("s");
  });
  /** Scripts that cannot be fetched. */
  readonly away = new Set<keyof Scripts>();
  readonly panel = { open: vi.fn(), close: vi.fn(), toggle: vi.fn(), conversations: vi.fn() };
  readonly call = vi.fn(() => Promise.resolve());
  session: string | undefined;
  chat: Chat | undefined;
  ears: ChatEars | undefined;
  private tell: ((standing: Standing) => void) | undefined;
  private follow: (id: string | undefined) => void = () => undefined;
  private connected = false;

  constructor(
    public answers: Answers = {},
    private readonly kind: "visitor" | "customer" = "visitor",
  ) {
    openRoots();
  }

  /** Loads the widget, and opens it. */
  async load(): Promise<this> {
    const visitor = { kind: this.kind, name: null, site: { id: "1", name: "Fernway", maskSelectors: [] } } as never;
    const built: { view?: Panel } = {};
    const chat = new Chat(this.host, () => built.view?.render());
    const view = (built.view = panel(this.host, visitor, () => chat));
    this.chat = chat;
    view.render();
    view.show(true);
    await settle();
    return this;
  }

  /** The technician's side has connected. */
  connect(last = 0): void {
    this.connected = true;
    this.ears?.state("connected");
    this.receive({ type: "welcome", protocol: 1, conversation: "s", participant: "p", last });
    this.stand();
  }

  stand(more: Partial<Standing> = {}): void {
    this.tell?.(standing(more));
  }

  receive(frame: ChatFromServer): void {
    this.ears?.receive(frame);
  }

  says(sequence: number, text: string, more: Partial<ChatMessage> = {}): void {
    const sender = { kind: "staff", id: "a", name: "Alex", seat: "technician" } as const;
    const at = "2026-01-01T10:00:00Z";
    const message = {
      id: `m${sequence}`,
      conversationId: "s",
      sequence,
      sender,
      type: "text",
      text,
      at,
      clientMessageId: null,
      ...more,
    } as const;
    this.receive({ type: "chat.messages", messages: [message], last: sequence, through: sequence });
  }

  end(): void {
    this.follow((this.session = undefined));
  }

  get host(): Host {
    const socket = {
      send: (frame: ChatFromClient) => this.connected && !!this.sent.push(frame),
      backlog: () => 0,
      close: () => (this.connected = false),
    };
    return {
      origin: "http://support.test",
      local: this.local,
      tab: this.tab,
      launcher: this.launcher,
      visitor: () => Promise.resolve({ accessToken: "token", kind: this.kind }),
      request: this.request,
      load: (name: keyof Scripts) => {
        if (this.away.has(name)) return Promise.reject(new TypeError(`${name} did not load`));
        if (name === "rare") return Promise.resolve(rareViews(this.host));
        if (name === "call") return Promise.resolve({ ask: this.call });
        if (name === "panel") return Promise.resolve(this.panel);
        return Promise.resolve({
          standing: (listener: (standing: Standing) => void) => (this.tell = listener),
          chat: (_id: string, ears: ChatEars) => {
            this.ears = ears;
            return socket;
          },
        });
      },
      mount: (part: string, css: string) => {
        const island = mount(part, css);
        islands.push(island);
        return island;
      },
      element,
      session: {
        id: () => this.session,
        start: this.start,
        ended: () => this.end(),
        changed: (listener: (id: string | undefined) => void) => (this.follow = listener),
      },
    } as unknown as Host;
  }

  private answer(path: string, body: unknown): Promise<unknown> {
    const found = Object.entries(this.answers).find(([start]) => path.startsWith(start));
    if (!found) return Promise.reject(new Refused(404, "not-found", "There is nothing."));
    const [, answer] = found;
    try {
      return Promise.resolve(typeof answer === "function" ? (answer as (body: unknown) => unknown)(body) : answer);
    } catch (problem) {
      return Promise.reject(problem as Error);
    }
  }
}

export const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

const root = () => document.querySelector<HTMLElement>("remote-support-ui[data-part=widget]")?.shadowRoot;

/** Something in the widget, by its test id or a selector. */
export function see<Found extends HTMLElement = HTMLElement>(what: string): Found {
  const found = find<Found>(what);
  if (!found) throw new Error(`no ${what}`);
  return found;
}

export function find<Found extends HTMLElement = HTMLElement>(what: string): Found | null {
  return root()?.querySelector<Found>(/^rs-[\w-]+$/.test(what) ? `[data-testid=${what}]` : what) ?? null;
}

/** Whether a person would see it: neither it nor anything around it is hidden. */
export function visible(what: string): boolean {
  const found = find(what);
  return !!found && !found.closest("[hidden]");
}

export function button(name: string): HTMLButtonElement {
  const all = [...(root()?.querySelectorAll("button") ?? [])];
  const found = all.find((one) => (one.ariaLabel ?? one.textContent.trim()) === name && !one.closest("[hidden]"));
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

export function type(what: string, text: string): void {
  const field = see<HTMLInputElement>(what);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export function press(what: string, key: string): void {
  see(what).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: true }));
}

export function clear(): void {
  for (const island of islands.splice(0)) island.remove();
}
