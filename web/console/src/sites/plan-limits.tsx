import { SimpleGrid } from "@mantine/core";
import { Figure } from "../ui/figure";
import { usePlanUse, useSiteLimits } from "./queries";

/** What the plan includes, beside what is used of it. */
export function PlanLimits() {
  const limits = useSiteLimits();
  const use = usePlanUse();
  if (!limits.data) return null;
  const { plan, sites, maxSites, maxConcurrentSessions } = limits.data;
  const shared = use.data?.shared ?? 0;
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} mb="md" spacing="sm" data-testid="plan-limits">
      <Figure name="Plan" value={plan} />
      <Figure name="Sites" value={`${sites} of ${maxSites}`} warning={sites >= maxSites} />
      <Figure
        name="Pages shared now"
        value={`${shared} of ${maxConcurrentSessions}`}
        warning={shared >= maxConcurrentSessions}
      />
    </SimpleGrid>
  );
}
