package dev.remotesupport.stats.figures;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whole days of a calendar, the first and the last included. A day is as long as it is there, 23 to 25 hours. */
record Period(LocalDate from, LocalDate to, ZoneId zone) {

    static final int LONGEST_DAYS = 366;
    private static final int DAYS = 14;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("\"from\" is after \"to\".");
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            throw new IllegalArgumentException("Ask for at most " + LONGEST_DAYS + " days.");
        }
    }

    /**
     * Reads what a caller wrote; what is not said is the last two weeks, or two weeks' worth.
     *
     * @throws IllegalArgumentException with a sentence for the caller
     */
    static Period of(String from, String to, String zone, Instant now) {
        var calendar = zone(zone);
        var last = date("to", to).orElseGet(() -> LocalDate.ofInstant(now, calendar));
        var first = date("from", from).orElseGet(() -> last.minusDays(DAYS - 1));
        return new Period(first, last, calendar);
    }

    /** @throws IllegalArgumentException with a sentence for the caller */
    static Period today(String zone, Instant now) {
        var calendar = zone(zone);
        var today = LocalDate.ofInstant(now, calendar);
        return new Period(today, today, calendar);
    }

    List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    /** When each day begins, in order. */
    List<Instant> beginnings() {
        return days().stream().map(this::beginning).toList();
    }

    Instant begin() {
        return beginning(from);
    }

    /** The first instant that is no longer in it. */
    Instant end() {
        return beginning(to.plusDays(1));
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"zone\" takes the name of a time zone, such as Europe/Berlin.", e);
        }
    }

    private static Optional<LocalDate> date(String name, String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            if (DATE.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text));
            }
        } catch (DateTimeException noSuchDay) {
            // Falls through: it looks like a date and is none, such as 2026-02-30.
        }
        throw new IllegalArgumentException("\"" + name + "\" takes a date such as 2026-03-01.");
    }
}
