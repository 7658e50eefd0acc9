/** Statistics, counted from facts: one kept for each event, so that no figure depends on how events arrived. */
package dev.remotesupport.stats;
