import { Badge, Tooltip } from "@mantine/core";
import { useSyncExternalStore } from "react";
import type { LinkState } from "./link";

interface Link {
  subscribe: (listener: () => void) => () => void;
  state: () => LinkState;
}

export function useLinkState(link: Link): LinkState {
  return useSyncExternalStore(link.subscribe, link.state);
}

/** Says nothing while all is well. */
export function LinkBadge({ state }: { state: LinkState }) {
  if (state.kind === "broken") {
    return (
      <Tooltip label="The connection was lost. It comes back by itself; what you wrote is kept.">
        <Badge color="amber" role="status" data-testid="link-state">
          Reconnecting…
        </Badge>
      </Tooltip>
    );
  }
  if (state.kind === "closed" && state.code !== 4499) {
    return (
      <Tooltip label={state.reason}>
        <Badge color="gray" role="status" data-testid="link-state">
          Disconnected
        </Badge>
      </Tooltip>
    );
  }
  return null;
}
