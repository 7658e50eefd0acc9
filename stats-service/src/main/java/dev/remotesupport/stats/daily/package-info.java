/** Figures by day, counted from the facts each time they are asked for. */
package dev.remotesupport.stats.daily;
