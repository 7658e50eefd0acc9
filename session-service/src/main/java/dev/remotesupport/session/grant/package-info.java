/**
 * Grants: a customer's consent to one capability for a time. Only the customer gives one; it ends when the customer takes
 * it back, the technician gives it back, its time runs out, or the session ends.
 */
package dev.remotesupport.session.grant;
