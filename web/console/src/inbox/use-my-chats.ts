import { useQueries, useQuery, type QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../api/client";
import type { Page, Session } from "../api/model";
import { useUser } from "../auth/use-user";
import { useReadMarks } from "./read-marks";
import { summarise, type MyChat, type Tail } from "./summary";

/** Before any message there can be: the newest ones. */
const NEWEST = Number.MAX_SAFE_INTEGER;

/** The sessions that the caller helps in, in the order they came; pushed news keeps them fresh. */
export function useMyChats(): { chats: MyChat[]; loaded: boolean } {
  const user = useUser();
  const mine = useQuery({
    queryKey: ["sessions", "mine", user.id],
    queryFn: async ({ signal }) =>
      (
        await api.get<Page<Session>>("/api/sessions", {
          query: { staff: user.id, state: "active,interrupted", sort: "requestedAt", limit: 50 },
          signal,
        })
      ).items,
    refetchInterval: 30_000,
  });
  const sessions = mine.data ?? NONE;
  const tails = useQueries({
    queries: sessions.map(({ id }) => ({
      queryKey: ["tail", id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<Tail>(`/api/support/chat/${id}/messages`, { query: { before: NEWEST, limit: 20 }, signal }),
      staleTime: 60_000,
    })),
    combine: (results) => results.map((result) => result.data),
  });
  const marks = useReadMarks();
  const chats = useMemo(
    () => sessions.map((session, index) => summarise(session, tails[index], marks[session.id] ?? 0)),
    [sessions, tails, marks],
  );
  return { chats, loaded: !mine.isPending };
}

/** A session that was handed on is mine no more, before the list is asked for again. */
export function forgetMine(client: QueryClient, id: string): void {
  client.setQueriesData<Session[]>({ queryKey: ["sessions", "mine"] }, (mine) =>
    mine?.filter((session) => session.id !== id),
  );
}

const NONE: Session[] = [];
