/** The stats service: keeps facts from the events of other services, and counts figures from them. */
package dev.remotesupport.stats;
