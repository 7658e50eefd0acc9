import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Session } from "../api/model";
import { takenHere } from "../sessions/taken";

export interface Waiting {
  session: Session;
  /** 1 is the head, 0 is offered to somebody. */
  position: number;
  waitedSeconds: number;
  expectedWaitSeconds: number | null;
  teamId?: string | null;
  skill?: string | null;
  /** The member of the staff who may accept it now. */
  offeredTo?: string | null;
}

export interface Queue {
  /** All of them; the items are at most 200. */
  waiting: number;
  longestWaitSeconds: number;
  /** Members of the staff who would take one now. */
  available: number;
  items: Waiting[];
}

const BOARD = ["queue", "board"];
const fetchQueue = (signal: AbortSignal) => api.get<Queue>("/api/sessions/queue", { signal });

export function useQueue() {
  return useQuery({
    queryKey: BOARD,
    queryFn: ({ signal }) => fetchQueue(signal),
    refetchInterval: 15_000,
  });
}

/** What is known of the queue already, without asking for it. */
export function useKnownQueue(): Queue | undefined {
  return useQuery<Queue>({ queryKey: BOARD, enabled: false }).data;
}

/** Asks now who waits longest and is offered to nobody. */
export function useLongestWaiting(): () => Promise<Session | undefined> {
  const client = useQueryClient();
  return async () => {
    const { items } = await client.fetchQuery({
      queryKey: BOARD,
      queryFn: ({ signal }) => fetchQueue(signal),
      staleTime: 1_000,
    });
    return (items.find((waiting) => !waiting.offeredTo) ?? items[0])?.session;
  };
}

/** How many wait; pushed, so that no page fetches the whole queue for a number. */
export function useQueueSize(): number {
  const client = useQueryClient();
  const size = useQuery({
    queryKey: ["queue", "size"],
    queryFn: async ({ signal }) => {
      const queue = await fetchQueue(signal);
      client.setQueryData(BOARD, queue);
      return queue.waiting;
    },
    staleTime: 30_000,
    refetchInterval: 60_000,
  });
  return size.data ?? 0;
}

/** Takes a waiting session by hand; of several who try, exactly one gets it. */
export function usePickUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<Session>("/api/sessions/assign", { sessionId: id }),
    onMutate: (id) => void takenHere.add(id),
    onSuccess: (session) => client.setQueryData(["session", session.id], session),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ["sessions"] });
      void client.invalidateQueries({ queryKey: ["queue"] });
      void client.invalidateQueries({ queryKey: ["desk"] });
    },
    meta: { shown: true },
  });
}
