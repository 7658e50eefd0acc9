import type { StaffMember, StaffRole, User } from "../api/model";
import { atLeast, STAFF_ROLES } from "../auth/roles";

/** Whether somebody's account may be changed at all: nobody touches those above themselves. */
export function mayEdit(user: User, member: StaffMember): boolean {
  return atLeast(user.role, member.role);
}

/** Somebody has to be left who may do everything. */
export function isLastOwner(member: StaffMember, staff: readonly StaffMember[]): boolean {
  return member.role === "super_admin" && staff.filter(({ role }) => role === "super_admin").length === 1;
}

/** Why somebody cannot be removed, if so. */
export function whyNotRemove(user: User, member: StaffMember, staff: readonly StaffMember[]): string | undefined {
  if (member.id === user.id) return "You cannot remove yourself";
  if (!mayEdit(user, member)) return "Has a higher role than you";
  if (isLastOwner(member, staff)) return "The last owner stays";
  return undefined;
}

/** Nobody gives more rights than they have. */
export function rolesToGive(user: User): StaffRole[] {
  return STAFF_ROLES.filter((role) => atLeast(user.role, role));
}
