package dev.remotesupport.session.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Weekly hours on the wall clock of a time zone. Where the clock jumps, a time that does not exist is the moment of the jump; of a
 * time that exists twice the first begins a span and the second ends it, so that nobody is sent away early.
 *
 * @param holidays whole days on which nothing is open, whatever the week says
 */
public record Hours(ZoneId timeZone, List<Span> week, List<Holiday> holidays) {

    private static final int DAYS_AHEAD = 370;

    /** @param to not after {@code from} means on the next day; midnight is the end of the day */
    public record Span(DayOfWeek day, LocalTime from, LocalTime to) {}

    public record Holiday(LocalDate date, String name) {}

    private record Opening(Instant from, Instant to) {

        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    public boolean isOpen(Instant at) {
        var today = at.atZone(timeZone).toLocalDate();
        var closed = holidayDates();
        return !closed.contains(today)
                && Stream.of(today.minusDays(1), today)
                        .filter(day -> !closed.contains(day))
                        .flatMap(this::openings)
                        .anyMatch(opening -> opening.contains(at));
    }

    /** When it opens next; absent while it is open, and when it stays closed for a year. */
    public Optional<Instant> opensAt(Instant at) {
        if (isOpen(at)) {
            return Optional.empty();
        }
        var today = at.atZone(timeZone).toLocalDate();
        var closed = holidayDates();
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .filter(day -> !closed.contains(day))
                .map(day -> openings(day)
                        .map(Opening::from)
                        .filter(from -> from.isAfter(at) && isOpen(from))
                        .min(Comparator.naturalOrder()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Set<LocalDate> holidayDates() {
        return holidays.stream().map(Holiday::date).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Opening> openings(LocalDate day) {
        return week.stream().filter(span -> span.day() == day.getDayOfWeek()).map(span -> {
            var lastDay = span.to().isAfter(span.from()) ? day : day.plusDays(1);
            return new Opening(begin(day.atTime(span.from())), end(lastDay.atTime(span.to())));
        });
    }

    private Instant begin(LocalDateTime local) {
        return jump(local)
                .orElseGet(() ->
                        local.atZone(timeZone).withEarlierOffsetAtOverlap().toInstant());
    }

    private Instant end(LocalDateTime local) {
        return jump(local)
                .orElseGet(
                        () -> local.atZone(timeZone).withLaterOffsetAtOverlap().toInstant());
    }

    /** The moment at which the clock jumps over this time. */
    private Optional<Instant> jump(LocalDateTime local) {
        return Optional.ofNullable(timeZone.getRules().getTransition(local))
                .filter(transition -> transition.isGap())
                .map(transition -> transition.getInstant());
    }
}
