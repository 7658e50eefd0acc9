/** What happened, kept for good: one fact for each event of sessions and conversations. */
package dev.remotesupport.stats.fact;
