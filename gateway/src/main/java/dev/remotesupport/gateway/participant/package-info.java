/** The right to take part in one session: asked of session-service, written into a token bound to session, seat and tab. */
package dev.remotesupport.gateway.participant;
