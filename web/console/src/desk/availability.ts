import type { Availability, DeskMember } from "./model";

interface Words {
  label: string;
  color: string;
  /** What it means for the one who chooses it. */
  meaning: string;
}

export const AVAILABILITY: Record<Availability, Words> = {
  online: { label: "Online", color: "green", meaning: "New customers are offered to you, up to your limit" },
  busy: { label: "Busy", color: "red", meaning: "No new offers; your chats go on, and you can pick up by hand" },
  break: { label: "Break", color: "orange", meaning: "A pause: no new offers, and leads see that you are away" },
  offline: {
    label: "Offline",
    color: "gray",
    meaning: "Done for now: no offers, and colleagues cannot transfer to you",
  },
};

export const AVAILABILITIES = Object.keys(AVAILABILITY) as Availability[];

/** What a colleague is in truth: online without an open console is nobody. */
export function presence({ availability, connected }: Pick<DeskMember, "availability" | "connected">): Words {
  if (availability !== "offline" && !connected) {
    return {
      label: "Away",
      color: "gray",
      meaning: `Said ${AVAILABILITY[availability].label.toLowerCase()}, but no console is open`,
    };
  }
  return AVAILABILITY[availability];
}

export function isFull(member: DeskMember, kind: "chat" | "call" = "chat"): boolean {
  return member.load[kind] >= member.limits[kind];
}

/** Whether a session can be given to them now. */
export function canTake(member: DeskMember, kind: "chat" | "call" = "chat"): boolean {
  return member.availability === "online" && member.connected && !isFull(member, kind);
}
