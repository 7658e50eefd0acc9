import { PROTOCOL_VERSION, type ConsoleFromClient, type ConsoleFromServer } from "@remote-support/protocol";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { createContext, use, useEffect, useState, type ReactNode } from "react";
import { access } from "../api/client";
import { Link, Stop } from "../socket/link";
import { Problem } from "../api/problem";

type ConsoleLink = Link<ConsoleFromServer, ConsoleFromClient>;

const LiveContext = createContext<ConsoleLink | undefined>(undefined);

/** Many changes at once become one refetch. */
const GATHER = 250;

/** Keeps what is on the screen fresh: the server says what changed, the queries fetch it. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [link] = useState(() => consoleLink(client));
  useEffect(() => {
    link.start();
    return () => link.stop();
  }, [link]);
  return <LiveContext value={link}>{children}</LiveContext>;
}

export function useLive(): ConsoleLink {
  const link = use(LiveContext);
  if (!link) throw new Error("Only inside LiveProvider.");
  return link;
}

function consoleLink(client: QueryClient): ConsoleLink {
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const changed = new Set<string>();

  const refetch = () => {
    gathering = undefined;
    void client.invalidateQueries({ queryKey: ["sessions"] });
    for (const id of changed) void client.invalidateQueries({ queryKey: ["session", id] });
    changed.clear();
  };

  return new Link<ConsoleFromServer, ConsoleFromClient>({
    path: "/ws/console",
    token: async () => {
      try {
        const { token, expiresAt } = await access.token();
        return { token, expiresIn: (expiresAt - Date.now()) / 1000 };
      } catch (error) {
        if (error instanceof Problem && error.status === 401) throw new Stop(4401, "You are signed out.");
        throw error;
      }
    },
    hello: () => ({ type: "hello", protocol: PROTOCOL_VERSION }),
    receive: (frame) => {
      switch (frame.type) {
        case "welcome": // what changed while the socket was away was not told
          void client.invalidateQueries({ queryKey: ["sessions"] });
          void client.invalidateQueries({ queryKey: ["session"] });
          break;
        case "session.changed":
          changed.add(frame.sessionId);
          gathering ??= setTimeout(refetch, GATHER);
          break;
      }
    },
  });
}
