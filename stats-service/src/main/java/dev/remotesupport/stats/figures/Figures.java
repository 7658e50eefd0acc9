package dev.remotesupport.stats.figures;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened in some time. */
@Schema(name = "Figures")
public record Figures(
        @Schema(description = "How often customers asked for help.")
        long sessionsRequested,

        @Schema(description = "How many sessions ended.")
        long sessionsEnded,

        @Schema(description = "How many chat messages were written, by both sides.")
        long messages,

        @Schema(description = "How long the sessions that ended were, together.")
        long totalDurationSeconds) {

    static final Figures NONE = new Figures(0, 0, 0, 0);

    /** The columns that {@link #of} reads, for a query of the table {@code fact}. */
    static final String COLUMNS = """
            count(*) FILTER (WHERE type = 'SessionRequested') AS sessions_requested,
            count(*) FILTER (WHERE type = 'SessionEnded') AS sessions_ended,
            count(*) FILTER (WHERE type = 'MessagePosted') AS messages,
            coalesce(sum(duration_seconds), 0)::bigint AS total_duration_seconds
            """;

    static Figures of(Row row) {
        return new Figures(
                row.getLong("sessions_requested"),
                row.getLong("sessions_ended"),
                row.getLong("messages"),
                row.getLong("total_duration_seconds"));
    }

    Figures plus(Figures other) {
        return new Figures(
                sessionsRequested + other.sessionsRequested,
                sessionsEnded + other.sessionsEnded,
                messages + other.messages,
                totalDurationSeconds + other.totalDurationSeconds);
    }
}
