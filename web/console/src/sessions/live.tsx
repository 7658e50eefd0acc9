import { PROTOCOL_VERSION, type ConsoleFromClient, type ConsoleFromServer } from "@remote-support/protocol";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { createContext, use, useEffect, useRef, useState, type ReactNode } from "react";
import { access } from "../api/client";
import { useUser } from "../auth/use-user";
import { FreshToken } from "../socket/fresh-token";
import { Link, Stop } from "../socket/link";
import { Problem } from "../api/problem";
import { Freshness } from "./freshness";

type ConsoleLink = Link<ConsoleFromServer, ConsoleFromClient>;

interface Live {
  link: ConsoleLink;
  listeners: Set<(news: ConsoleFromServer) => void>;
}

const LiveContext = createContext<Live | undefined>(undefined);

/** Keeps what is on the screen fresh: the server says what changed, the queries fetch it. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { id: me } = useUser();
  const [live] = useState(() => begin(client, me));
  useEffect(() => {
    live.link.start();
    return () => live.link.stop();
  }, [live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

function useLiveContext(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error("Only inside LiveProvider.");
  return live;
}

export function useLive(): ConsoleLink {
  return useLiveContext().link;
}

/** Hears what the server says to this console. */
export function useNews(hear: (news: ConsoleFromServer) => void): void {
  const { listeners } = useLiveContext();
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const listener = (news: ConsoleFromServer) => latest.current(news);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [listeners]);
}

function begin(client: QueryClient, me: string): Live {
  const listeners = new Set<(news: ConsoleFromServer) => void>();
  const freshness = new Freshness(client, me);
  const fresh = new FreshToken(access);
  const link: ConsoleLink = new Link<ConsoleFromServer, ConsoleFromClient>({
    path: "/ws/console",
    token: async () => {
      try {
        const { token, expiresAt } = await fresh.next();
        return { token, expiresIn: (expiresAt - Date.now()) / 1000 };
      } catch (error) {
        if (error instanceof Problem && error.status === 401) throw new Stop(4401, "You are signed out.");
        throw error;
      }
    },
    hello: () => ({ type: "hello", protocol: PROTOCOL_VERSION }),
    receive: (news) => {
      if (news.type === "welcome") fresh.taken();
      for (const each of news.type === "news" ? news.items : [news]) {
        freshness.hear(each);
        for (const listener of listeners) listener(each);
      }
    },
  });
  return { link, listeners };
}
