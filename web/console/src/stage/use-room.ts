import { useEffect, useState, useSyncExternalStore } from "react";
import type { Room } from "./room";
import { tabsOf, type RoomState } from "./room-state";

export function useRoom(room: Room): RoomState {
  return useSyncExternalStore(room.subscribe, room.state);
}

/**
 * The tab on the stage: the one that was picked, else the one the customer has in front. One that
 * went away stays until it is back or the customer turns to another.
 */
export function useStageTab(state: RoomState) {
  const [picked, setPicked] = useState<string>();
  const [current, setCurrent] = useState<string>();
  const tabs = tabsOf(state);
  const front = tabs.find((tab) => tab.page?.visible);
  const stays = tabs.some((tab) => tab.id === current);
  const next = tabs.some((tab) => tab.id === picked)
    ? picked
    : (front?.id ?? (current === undefined || (!stays && state.picture.kind === "none") ? tabs[0]?.id : current));
  if (next !== current) setCurrent(next);
  useEffect(() => {
    if (picked && front?.id === picked) setPicked(undefined); // the customer is there too: follow again
  }, [front?.id, picked]);
  return { tabs, tab: next, following: picked === undefined, pick: setPicked, follow: () => setPicked(undefined) };
}
