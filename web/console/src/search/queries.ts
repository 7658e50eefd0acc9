import type { Seat } from "@remote-support/protocol";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Page } from "../api/model";

/** A message in which the words stand. */
export interface Finding {
  sessionId: string;
  sequence: number;
  at: string;
  seat: Seat;
  name: string;
  /** A piece of the text, as plain text. */
  snippet: string;
  /** Where in the snippet the words stand. */
  marks: { from: number; to: number }[];
}

export function useFoundMessages(words: string) {
  return useInfiniteQuery({
    queryKey: ["found-messages", words],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Finding>>("/api/support/chat/search", { query: { q: words, limit: 30, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: words.length > 0,
  });
}
