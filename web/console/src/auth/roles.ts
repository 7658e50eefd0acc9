import type { Role, StaffRole } from "../api/model";

const RANK: Record<Role, number> = {
  operator: -1,
  support: 0,
  team_lead: 1,
  supervisor: 2,
  admin: 3,
  super_admin: 4,
};

export const ROLE_NAMES: Record<Role, string> = {
  operator: "Operator",
  support: "Support",
  team_lead: "Team lead",
  supervisor: "Supervisor",
  admin: "Admin",
  super_admin: "Super admin",
};

export const ROLE_HINTS: Record<StaffRole, string> = {
  support: "Answers customers and helps in their sessions",
  team_lead: "Also joins sessions of colleagues, hands them on, and looks after breaks and figures",
  supervisor: "Also manages staff, schedules and how the desk works",
  admin: "Also manages sites and API keys",
  super_admin: "May do everything, and is never removed last",
};

export const STAFF_ROLES: StaffRole[] = ["support", "team_lead", "supervisor", "admin", "super_admin"];

/** Whether a staff member of `role` has at least the rights of `needed`. */
export function atLeast(role: Role, needed: StaffRole): boolean {
  return RANK[role] >= RANK[needed];
}
