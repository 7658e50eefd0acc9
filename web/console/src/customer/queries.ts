import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Session } from "../api/model";

/** What is known of a customer beside one session; the server masks it by role. */
export interface CustomerContext {
  customer: {
    kind: string;
    name: string | null;
    email: string | null;
    claimed: boolean;
    claimedId: string | null;
    /** This one included. */
    sessions: number;
    firstSeenAt: string | null;
  };
  /** The newest first, at most 20. */
  sessions: PastSession[];
  site: Session["site"];
  page: Session["page"];
  machineName: string | null;
  location: string | null;
  cases: { id: string; number: number; title: string; status: string }[];
}

export interface PastSession extends Pick<
  Session,
  "id" | "number" | "state" | "channels" | "subject" | "requestedAt" | "endedAt" | "durationSeconds"
> {
  staffName: string | null;
  rating: number | null;
  /** Whether the reader may see more of it than this. */
  mayOpen: boolean;
}

export function useContextOf(sessionId: string) {
  return useQuery({
    queryKey: ["context", sessionId],
    queryFn: ({ signal }) => api.get<CustomerContext>(`/api/sessions/${sessionId}/context`, { signal }),
    staleTime: 30_000,
  });
}
