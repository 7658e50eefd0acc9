/**
 * Access tokens that are refused before they are over: those of removed accounts, of roles that were higher, and of suspended
 * organisations.
 */
package dev.remotesupport.gateway.revocation;
