/** Access tokens that are refused before they are over: those of removed accounts and of suspended organisations. */
package dev.remotesupport.gateway.revocation;
