package dev.remotesupport.stats.daily;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened in some span of time. */
record Figures(
        @Schema(description = "Sessions that customers asked for.", examples = "42")
        long sessionsRequested,

        @Schema(description = "Sessions that ended.", examples = "40")
        long sessionsEnded,

        @Schema(description = "Chat messages.", examples = "512")
        long messages,

        @Schema(
                description = "Seconds from connecting to the end, of the sessions that ended in that span.",
                examples = "18200")
        long totalDurationSeconds) {

    static final Figures NONE = new Figures(0, 0, 0, 0);

    Figures plus(Figures other) {
        return new Figures(
                sessionsRequested + other.sessionsRequested,
                sessionsEnded + other.sessionsEnded,
                messages + other.messages,
                totalDurationSeconds + other.totalDurationSeconds);
    }
}
