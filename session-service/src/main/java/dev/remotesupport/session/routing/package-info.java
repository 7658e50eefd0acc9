/**
 * Sessions find their technician. {@link dev.remotesupport.session.routing.Claims} takes the next session for one member, {@link
 * dev.remotesupport.session.routing.RouteSessions} decides for whom, and every move that frees somebody or something wakes it.
 */
package dev.remotesupport.session.routing;
