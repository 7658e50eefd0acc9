/** What happened, kept one row per event. */
package dev.remotesupport.stats.fact;
