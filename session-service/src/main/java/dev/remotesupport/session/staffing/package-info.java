/**
 * The staff at their desks: who may take how much of what, who says to be available, and whose console is really open. {@link
 * dev.remotesupport.session.staffing.StaffProfiles} is the way to a member's row, whose lock comes before any session's.
 */
package dev.remotesupport.session.staffing;
