/** Signing in and out, and the own account: passwords checked under a throttle. */
package dev.remotesupport.gateway.login;
