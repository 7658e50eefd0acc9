import type { ChatMessage, SessionState } from "@remote-support/protocol";
import type { Host } from "@remote-support/sdk/host";

/** One of the person's own sessions. */
export interface Past {
  id: string;
  number: number;
  state: SessionState;
  staff: { name: string } | null;
  subject: string | null;
  requestedAt: string;
  endedAt: string | null;
  rating?: number | null;
}

/** A titled group of the person's sessions. */
export interface Ticket {
  id: string;
  title: string;
  status: "open" | "closed";
  sessions: Pick<Past, "id" | "number" | "state" | "subject" | "requestedAt">[];
}

interface Page<Item> {
  items: Item[];
  next?: string | null;
}

const SESSIONS = 20;
const MESSAGES = 200;

/** So much of a chat is shown; nobody scrolls further. */
const MOST_MESSAGES = 1_000;

/** How long after its end a session can be rated. */
const RATABLE = 7 * 86_400_000;

/** What the server keeps of this person, and of nobody else: it goes by the token. */
export function archive({ request }: Host) {
  return {
    sessions: (after?: string) =>
      request<Page<Past>>(`sessions?limit=${SESSIONS}${after ? `&after=${encodeURIComponent(after)}` : ""}`),

    async tickets(): Promise<Ticket[]> {
      const { items } = await request<Page<Ticket>>("cases");
      return items;
    },

    async messages(session: string): Promise<ChatMessage[]> {
      const all: ChatMessage[] = [];
      for (let after = 0; all.length < MOST_MESSAGES; after = all.at(-1)?.sequence ?? 0) {
        const page = await request<Page<ChatMessage>>(
          `support/chat/${session}/messages?limit=${MESSAGES}&after=${after}`,
        );
        all.push(...page.items);
        if (page.items.length < MESSAGES) break;
      }
      return all;
    },
  };
}

export function canBeRated({ endedAt, staff, rating }: Past): boolean {
  return !!endedAt && !!staff && !rating && Date.now() - Date.parse(endedAt) < RATABLE;
}
