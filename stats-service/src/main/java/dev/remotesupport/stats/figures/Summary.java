package dev.remotesupport.stats.figures;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Figures of today, and of all time. */
@Schema(name = "StatsSummary")
public record Summary(Figures today, Figures total) {}
