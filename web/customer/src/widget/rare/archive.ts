import type { Channel, ChatMessage, SessionState } from "@remote-support/protocol";
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
  connectedAt?: string | null;
  durationSeconds?: number;
  channels?: Channel[];
  site?: { id: string; name: string | null } | null;
  page?: { url: string; title: string } | null;
  rating?: number | null;
  feedback?: string | null;
}

/** A titled group of the person's sessions. */
export interface Ticket {
  id: string;
  number: number;
  title: string;
  status: "open" | "closed";
  openedAt?: string;
  closedAt?: string | null;
  sessions: Pick<Past, "id" | "number" | "state" | "subject" | "requestedAt">[];
}

interface Page<Item> {
  items: Item[];
  next?: string | null;
}

const SESSIONS = 20;
const MOST_SESSIONS = 200;
const MESSAGES = 200;

/** So much of a chat is shown; nobody scrolls further. */
const MOST_MESSAGES = 1_000;

/** How long after its end a session can be rated. */
const RATABLE = 7 * 86_400_000;

/** What the server keeps of this person, and of nobody else: it goes by the token. */
export function archive({ request }: Host) {
  return {
    /** @param atLeast so many, where the server gives them at once */
    sessions: (after?: string, atLeast = 0) =>
      request<Page<Past>>(
        `sessions?limit=${Math.min(MOST_SESSIONS, Math.max(SESSIONS, atLeast))}${after ? `&after=${encodeURIComponent(after)}` : ""}`,
      ),

    session: (id: string) => request<Past>(`sessions/${id}`),

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
