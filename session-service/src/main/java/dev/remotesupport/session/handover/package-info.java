/**
 * Tells the services that show a session, at once and directly, that it has changed hands. Its event says the same, but may come
 * late: whoever had the session must not see it until then.
 */
package dev.remotesupport.session.handover;
