/**
 * A call within a session. {@link dev.remotesupport.session.call.CallTransition} says which moves are legal, {@link
 * dev.remotesupport.session.call.MoveCall} makes them, and the database refuses all others. While the session waits or is offered
 * {@link dev.remotesupport.session.call.FollowSession} lets its call wait and ring with it: there is one queue.
 */
package dev.remotesupport.session.call;
