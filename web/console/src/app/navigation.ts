import {
  IconBuilding,
  IconChartBar,
  IconDevices,
  IconEyeSearch,
  IconFolders,
  IconHistory,
  IconListNumbers,
  IconMessages,
  IconSettings,
  IconUsersGroup,
  type Icon,
} from "@tabler/icons-react";
import type { User } from "../api/model";
import { atLeast } from "../auth/roles";

export interface Place {
  to:
    | "/queue"
    | "/chats"
    | "/visitors"
    | "/sessions"
    | "/cases"
    | "/team"
    | "/statistics"
    | "/devices"
    | "/settings"
    | "/organisations";
  label: string;
  icon: Icon;
  /** Second key after `g`. */
  key: string;
  allowed: (user: User) => boolean;
}

const staff = (user: User) => user.kind === "staff";
const lead = (user: User) => staff(user) && atLeast(user.role, "team_lead");

export const PLACES: Place[] = [
  { to: "/queue", label: "Queue", icon: IconListNumbers, key: "q", allowed: staff },
  { to: "/chats", label: "My chats", icon: IconMessages, key: "i", allowed: staff },
  { to: "/visitors", label: "Visitors", icon: IconEyeSearch, key: "v", allowed: staff },
  { to: "/sessions", label: "Sessions", icon: IconHistory, key: "s", allowed: staff },
  { to: "/cases", label: "Cases", icon: IconFolders, key: "c", allowed: staff },
  { to: "/team", label: "Team", icon: IconUsersGroup, key: "m", allowed: lead },
  { to: "/statistics", label: "Statistics", icon: IconChartBar, key: "t", allowed: lead },
  { to: "/devices", label: "Devices", icon: IconDevices, key: "d", allowed: staff },
  { to: "/settings", label: "Settings", icon: IconSettings, key: "e", allowed: staff },
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
