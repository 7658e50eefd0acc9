/**
 * A session's life. {@link dev.remotesupport.session.lifecycle.Transition} says which moves are legal, {@link
 * dev.remotesupport.session.lifecycle.MoveSession} makes them, and the database refuses all others.
 */
package dev.remotesupport.session.lifecycle;
