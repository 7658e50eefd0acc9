/** Signing in and staying signed in: passwords checked under a throttle, refresh cookies that rotate. */
package dev.remotesupport.gateway.login;
