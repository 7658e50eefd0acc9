import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { probeServers, type ServerAnswer } from "@remote-support/media";
import { api } from "../api/client";

export type Policy = "all" | "relay";

/** The servers that count: the organisation's own, or the installation's. */
export interface CallServers {
  own: boolean;
  stun: string[];
  turn: string[];
  policy: Policy;
  secretKept: boolean;
  changedAt?: string;
}

/** Without a secret the one that is kept stays. */
export interface CallServersChange {
  stun: string[];
  turn: string[];
  policy: Policy;
  secret?: string;
}

/** Credentials for a minute. */
export interface Trial {
  servers: RTCIceServer[];
  policy: Policy;
  expiresAt: string;
}

const PATH = "/api/ice-servers";
export const KEY = ["ice-servers"];

export function useCallServers() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.get<CallServers>(PATH, { signal }) });
}

export function useSaveCallServers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (servers: CallServersChange) => api.put<CallServers>(PATH, servers),
    onSuccess: (servers) => client.setQueryData(KEY, servers),
    meta: { shown: true },
  });
}

export function useRemoveCallServers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete(PATH),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Asks each server from this browser: those that are written here, or those that count where nothing is. */
export function useTestServers() {
  return useMutation({
    mutationFn: async (servers: CallServersChange | undefined): Promise<ServerAnswer[]> => {
      const trial = await (servers ? api.post<Trial>(`${PATH}/trial`, servers) : checkCredentials());
      return probeServers(trial.servers);
    },
    meta: { shown: true },
  });
}

export function checkCredentials(): Promise<Trial> {
  return api.post<Trial>(`${PATH}/check`, {});
}
