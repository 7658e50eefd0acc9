import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Page } from "../api/model";
import type { Availability, DeskMember, Team } from "./model";

/** Pushed by `staff.changed`; load changes with each session. */
const SAFETY = 60_000;

export function useDeskMe() {
  return useQuery({
    queryKey: ["desk", "me"],
    queryFn: ({ signal }) => api.get<DeskMember>("/api/desk/me", { signal }),
    refetchInterval: SAFETY,
  });
}

export function useSetMyAvailability() {
  const client = useQueryClient();
  const key = ["desk", "me"];
  return useMutation({
    mutationFn: (availability: Availability) => api.put("/api/desk/me/availability", { availability }),
    onMutate: (availability) => {
      const before = client.getQueryData<DeskMember>(key);
      if (before) client.setQueryData(key, { ...before, availability, since: new Date().toISOString() });
      return before;
    },
    onError: (_error, _availability, before) => client.setQueryData(key, before),
    onSettled: () => client.invalidateQueries({ queryKey: ["desk"] }),
  });
}

export function useDeskStaff(enabled = true) {
  return useQuery({
    queryKey: ["desk", "staff"],
    queryFn: async ({ signal }) => (await api.get<Page<Listed>>("/api/desk/staff", { signal })).items.filter(isKnown),
    refetchInterval: SAFETY,
    enabled,
  });
}

type Listed = Omit<DeskMember, "name"> & { name: string | null };

/** Who has never signed in has no name at the desk yet, and can do nothing here. */
function isKnown(member: Listed): member is DeskMember {
  return member.name !== null && member.name !== undefined;
}

export function useTeams() {
  return useQuery({
    queryKey: ["desk", "teams"],
    queryFn: async ({ signal }) => (await api.get<Page<Team>>("/api/desk/teams", { signal })).items,
    staleTime: 60_000,
  });
}
