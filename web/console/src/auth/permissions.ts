import type { StaffRole, User } from "../api/model";
import { atLeast } from "./roles";

/**
 * The least role for what the console offers, by the action of the permission matrix in contracts/. The services
 * decide; this keeps out of sight what they would refuse. A test compares both.
 */
export const LEAST = {
  "pick-up": "support",
  "manage-canned-answers": "team_lead",
  "manage-breaks": "team_lead",
  "see-performance": "team_lead",
  "manage-schedules": "supervisor",
  "manage-teams": "supervisor",
  "manage-profiles": "supervisor",
  configure: "supervisor",
  "manage-staff": "supervisor",
  "manage-sites": "admin",
  "manage-api-keys": "admin",
  "configure-ice-servers": "super_admin",
} satisfies Record<string, StaffRole>;

export type Action = keyof typeof LEAST;

export function may(user: User, action: Action): boolean {
  return user.kind === "staff" && atLeast(user.role, LEAST[action]);
}

/** Giving sessions to others is a finer rule of the session service: picking up is everybody's, giving is a lead's. */
export function mayGive(user: User): boolean {
  return user.kind === "staff" && atLeast(user.role, "team_lead");
}
