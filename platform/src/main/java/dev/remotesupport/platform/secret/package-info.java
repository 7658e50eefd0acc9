/** The encryption of secrets that a service keeps and must read again. */
package dev.remotesupport.platform.secret;
