package dev.remotesupport.stats.daily;

import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.stats.StatsProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** The days to count, in one time zone. */
public record Span(LocalDate from, LocalDate to, ZoneId zone) {

    private static final int LONGEST = 366;
    private static final int USUAL = 30;

    /**
     * Reads what the caller asked for; null stands for the last thirty days, in UTC.
     *
     * @throws ProblemException {@code span-not-allowed}, {@code zone-unknown}
     */
    public static Span of(String from, String to, String zone, Clock clock) {
        var where = zone(zone);
        var last = to == null ? LocalDate.now(clock.withZone(where)) : date("to", to);
        var first = from == null ? last.minusDays(USUAL - 1L) : date("from", from);
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            throw new ProblemException(
                    StatsProblem.SPAN_NOT_ALLOWED,
                    "from must not be after to, and at most " + LONGEST + " days are counted.");
        }
        return new Span(first, last, where);
    }

    /** The first moment of the first day. */
    public Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after the last day. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static LocalDate date(String name, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new ProblemException(StatsProblem.SPAN_NOT_ALLOWED, name + " must be a day such as 2026-05-31.");
        }
    }

    private static ZoneId zone(String zone) {
        if (zone == null) {
            return ZoneId.of("UTC");
        }
        // Only names of the IANA database mean the same here and in Postgres, where +02:00 lies west of Greenwich.
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new ProblemException(StatsProblem.ZONE_UNKNOWN, "zone must be a name such as Europe/Berlin.");
        }
        return ZoneId.of(zone);
    }
}
