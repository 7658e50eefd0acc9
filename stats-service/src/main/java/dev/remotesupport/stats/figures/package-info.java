/** Figures counted from the facts: by day, and in all. */
package dev.remotesupport.stats.figures;
