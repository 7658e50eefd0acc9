import type { Plan } from "../api/model";

/** What a plan includes, in words. */
export function planLimits(plan: Plan | undefined): string {
  if (!plan) return "";
  const sites = plan.maxSites === 1 ? "1 site" : `${plan.maxSites} sites`;
  return `${sites}, ${plan.maxConcurrentSessions} pages shared at once`;
}

export function planOption(plan: Plan): { value: string; label: string } {
  return { value: plan.id, label: `${plan.name}: ${planLimits(plan)}` };
}
