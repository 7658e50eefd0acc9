package dev.remotesupport.stats.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Figures of each day of a period, and of all of it. */
@Schema(name = "DailyFigures")
public record DailyFigures(
        @Schema(description = "Every day in order, also those on which nothing happened.")
        List<Day> days,

        Figures totals) {

    /** Figures of one day. */
    @Schema(name = "DayFigures")
    public record Day(
            LocalDate day, long sessionsRequested, long sessionsEnded, long messages, long totalDurationSeconds) {

        static Day of(LocalDate day, Figures figures) {
            return new Day(
                    day,
                    figures.sessionsRequested(),
                    figures.sessionsEnded(),
                    figures.messages(),
                    figures.totalDurationSeconds());
        }
    }

    /** @param counted the days on which something happened */
    static DailyFigures of(Period period, Map<LocalDate, Figures> counted) {
        return new DailyFigures(
                period.days().stream()
                        .map(day -> Day.of(day, counted.getOrDefault(day, Figures.NONE)))
                        .toList(),
                counted.values().stream().reduce(Figures.NONE, Figures::plus));
    }
}
