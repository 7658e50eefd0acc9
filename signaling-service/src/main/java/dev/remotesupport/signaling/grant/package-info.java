/**
 * The customer's consent: asked for, given, taken back. Taking back counts here first and everywhere else after; giving
 * counts once session-service has stored it.
 */
package dev.remotesupport.signaling.grant;
