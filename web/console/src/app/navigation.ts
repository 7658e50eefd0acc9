import {
  IconBuilding,
  IconChartBar,
  IconDevices,
  IconKey,
  IconMessages,
  IconUsers,
  IconWorldWww,
  type Icon,
} from "@tabler/icons-react";
import type { User } from "../api/model";
import { atLeast } from "../auth/roles";

export interface Place {
  to: "/sessions" | "/statistics" | "/devices" | "/sites" | "/staff" | "/keys" | "/organisations";
  label: string;
  icon: Icon;
  /** Second key after `g`. */
  key: string;
  allowed: (user: User) => boolean;
}

const staff = (user: User) => user.kind === "staff";
const admin = (user: User) => staff(user) && atLeast(user.role, "admin");

export const PLACES: Place[] = [
  { to: "/sessions", label: "Sessions", icon: IconMessages, key: "s", allowed: staff },
  { to: "/statistics", label: "Statistics", icon: IconChartBar, key: "t", allowed: staff },
  { to: "/devices", label: "Devices", icon: IconDevices, key: "d", allowed: staff },
  { to: "/sites", label: "Sites", icon: IconWorldWww, key: "w", allowed: admin },
  { to: "/staff", label: "Staff", icon: IconUsers, key: "p", allowed: admin },
  { to: "/keys", label: "API keys", icon: IconKey, key: "k", allowed: admin },
  {
    to: "/organisations",
    label: "Organisations",
    icon: IconBuilding,
    key: "o",
    allowed: (user) => user.kind === "operator",
  },
];

export function placesFor(user: User): Place[] {
  return PLACES.filter((place) => place.allowed(user));
}

/** Where a user starts. */
export function homeOf(user: User): Place["to"] {
  return placesFor(user)[0]?.to ?? "/sessions";
}
