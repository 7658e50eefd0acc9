/** The web: which path shows which file, how long it may be kept, and what its page may do. */
package dev.remotesupport.gateway.page;
