import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Schedule } from "../desk/model";
import { allWeek, isAlways } from "./week";

/** Of a member of the staff; null is at work whenever online. */
export function useSchedule(staffId: string) {
  return useQuery({
    queryKey: ["schedule", staffId],
    queryFn: async ({ signal }) => {
      const { hours } = await api.get<{ hours: Schedule | null }>(`/api/desk/staff/${staffId}/schedule`, { signal });
      return hours && complete(hours);
    },
  });
}

export function useSaveSchedule(staffId: string) {
  return useSaving((hours: Schedule | null) => api.put(`/api/desk/staff/${staffId}/schedule`, { hours }));
}

/** Of the desk; null is always open. */
export function useHours() {
  return useQuery({
    queryKey: ["schedule", "desk"],
    queryFn: async ({ signal }) => {
      const hours = complete(await api.get<Schedule>("/api/desk/hours", { signal }));
      return isAlways(hours) ? null : hours;
    },
  });
}

export function useSaveHours() {
  return useSaving((hours: Schedule | null) => api.put("/api/desk/hours", hours ?? allWeek()));
}

function useSaving(save: (hours: Schedule | null) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["schedule"] });
      void client.invalidateQueries({ queryKey: ["desk"] });
    },
    meta: { shown: true },
  });
}

function complete(hours: Schedule): Schedule {
  return { ...hours, holidays: (hours.holidays ?? []).map(({ date, name }) => ({ date, name: name ?? "" })) };
}
