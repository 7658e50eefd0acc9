import {
  IconAdjustmentsHorizontal,
  IconBolt,
  IconCalendarTime,
  IconClock,
  IconKey,
  IconMail,
  IconMask,
  IconRoute,
  IconUsers,
  IconUsersGroup,
  IconWorldWww,
  type Icon,
} from "@tabler/icons-react";
import type { User } from "../api/model";
import { may, type Action } from "../auth/permissions";

export interface SettingsPlace {
  to:
    | "/settings/desk"
    | "/settings/hours"
    | "/settings/teams"
    | "/settings/schedules"
    | "/settings/canned-answers"
    | "/settings/masking"
    | "/settings/mail"
    | "/settings/staff"
    | "/settings/sites"
    | "/settings/keys"
    | "/settings/call-servers";
  label: string;
  hint: string;
  icon: Icon;
  /** Missing where everybody of the staff may look. */
  action?: Action;
}

export interface SettingsGroup {
  title: string;
  places: SettingsPlace[];
}

const GROUPS: SettingsGroup[] = [
  {
    title: "Desk",
    places: [
      {
        to: "/settings/desk",
        label: "Routing",
        hint: "Who gets whom, and when silence ends a session",
        icon: IconAdjustmentsHorizontal,
        action: "configure",
      },
      {
        to: "/settings/hours",
        label: "Opening hours",
        hint: "When customers find somebody",
        icon: IconClock,
        action: "configure",
      },
      {
        to: "/settings/teams",
        label: "Teams",
        hint: "Who works together",
        icon: IconUsersGroup,
        action: "manage-teams",
      },
      {
        to: "/settings/schedules",
        label: "Schedules",
        hint: "Who works when",
        icon: IconCalendarTime,
        action: "manage-schedules",
      },
    ],
  },
  {
    title: "Chat",
    places: [
      {
        to: "/settings/canned-answers",
        label: "Canned answers",
        hint: "What you write again and again",
        icon: IconBolt,
      },
      { to: "/settings/masking", label: "Masking", hint: "What is never stored", icon: IconMask, action: "configure" },
      { to: "/settings/mail", label: "Mail", hint: "Who is told of missed chats", icon: IconMail, action: "configure" },
    ],
  },
  {
    title: "Organisation",
    places: [
      {
        to: "/settings/staff",
        label: "Staff",
        hint: "Accounts, roles and limits",
        icon: IconUsers,
        action: "manage-staff",
      },
      { to: "/settings/sites", label: "Sites", hint: "Your websites", icon: IconWorldWww, action: "manage-sites" },
      { to: "/settings/keys", label: "API keys", hint: "Other systems", icon: IconKey, action: "manage-api-keys" },
      {
        to: "/settings/call-servers",
        label: "Call servers",
        hint: "How calls find their way",
        icon: IconRoute,
        action: "configure-ice-servers",
      },
    ],
  },
];

export function mayOpen(user: User, place: SettingsPlace): boolean {
  return user.kind === "staff" && (!place.action || may(user, place.action));
}

/** What a user may set, by group; groups without anything are left out. */
export function settingsFor(user: User): SettingsGroup[] {
  return GROUPS.map(({ title, places }) => ({ title, places: places.filter((place) => mayOpen(user, place)) })).filter(
    ({ places }) => places.length > 0,
  );
}

export function settingsPlace(to: SettingsPlace["to"]): SettingsPlace | undefined {
  return GROUPS.flatMap(({ places }) => places).find((place) => place.to === to);
}
