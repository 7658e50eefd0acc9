package dev.remotesupport.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.session.schedule.Hours.Holiday;
import dev.remotesupport.session.schedule.Hours.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "2026-07-06T08:59:59, false",
        "2026-07-06T09:00, true",
        "2026-07-06T16:59:59, true",
        "2026-07-06T17:00, false",
        "2026-07-11T12:00, false"
    })
    void anOfficeIsOpenFromTheFirstMinuteUntilBeforeTheLast(LocalDateTime local, boolean open) {
        var office = office(AMSTERDAM);

        assertThat(office.isOpen(local.atZone(AMSTERDAM).toInstant())).isEqualTo(open);
    }

    @Test
    void theWallClockCountsWhateverTheSeason() {
        var office = office(AMSTERDAM);

        // 08:30 UTC is 09:30 in winter and 10:30 in summer; 07:30 UTC is 08:30 and 09:30.
        assertThat(office.isOpen(Instant.parse("2026-01-05T07:30:00Z"))).isFalse();
        assertThat(office.isOpen(Instant.parse("2026-07-06T07:30:00Z"))).isTrue();
        // The Friday before and the Monday after the change of 29 March.
        assertThat(office.opensAt(Instant.parse("2026-03-27T18:00:00Z")))
                .contains(Instant.parse("2026-03-30T07:00:00Z"));
    }

    @Test
    void twoPlacesDisagreeAboutTheSameMoment() {
        var at = Instant.parse("2026-07-06T14:00:00Z");

        assertThat(office(AMSTERDAM).isOpen(at)).isTrue();
        assertThat(office(NEW_YORK).isOpen(at)).isTrue();
        assertThat(office(AMSTERDAM).isOpen(at.plusSeconds(4 * 3600))).isFalse();
        assertThat(office(NEW_YORK).isOpen(at.plusSeconds(4 * 3600))).isTrue();
    }

    @Test
    void aNightThatIsAnHourShorterHasAnHourLess() {
        // 29 March 2026, 02:00 is followed by 03:00.
        var night = hours(AMSTERDAM, span(DayOfWeek.SATURDAY, "22:00", "06:00"));

        assertThat(minutesOpen(night, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"))
                .isEqualTo(7 * 60);
    }

    @Test
    void aNightThatIsAnHourLongerHasAnHourMore() {
        // 25 October 2026, 03:00 is followed by 02:00.
        var night = hours(AMSTERDAM, span(DayOfWeek.SATURDAY, "22:00", "06:00"));

        assertThat(minutesOpen(night, "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"))
                .isEqualTo(9 * 60);
    }

    @Test
    void aTimeThatDoesNotExistIsTheMomentOfTheJump() {
        var early = hours(AMSTERDAM, span(DayOfWeek.SUNDAY, "02:30", "04:00"));

        assertThat(early.opensAt(Instant.parse("2026-03-29T00:00:00Z")))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(minutesOpen(early, "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z"))
                .isEqualTo(60);
    }

    @Test
    void aSpanThatTheJumpSwallowsNeverOpens() {
        var swallowed = hours(AMSTERDAM, span(DayOfWeek.SUNDAY, "02:10", "02:50"));

        assertThat(minutesOpen(swallowed, "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z"))
                .isZero();
        assertThat(swallowed.opensAt(Instant.parse("2026-03-29T00:00:00Z")))
                .contains(Instant.parse("2026-04-05T00:10:00Z"));
    }

    @Test
    void aTimeThatExistsTwiceOpensAtTheFirstAndClosesAtTheSecond() {
        var twice = hours(AMSTERDAM, span(DayOfWeek.SUNDAY, "02:15", "02:45"));

        // 02:15 summer time until 02:45 winter time.
        assertThat(minutesOpen(twice, "2026-10-24T22:00:00Z", "2026-10-25T12:00:00Z"))
                .isEqualTo(90);
    }

    @Test
    void midnightIsTheEndOfTheDay() {
        var always = hours(
                AMSTERDAM,
                Stream.of(DayOfWeek.values())
                        .map(day -> span(day, "00:00", "00:00"))
                        .toArray(Span[]::new));

        assertThat(minutesOpen(always, "2026-03-20T00:00:00Z", "2026-04-05T00:00:00Z"))
                .isEqualTo(16 * 24 * 60);
        assertThat(always.opensAt(Instant.parse("2026-03-20T00:00:00Z"))).isEmpty();
    }

    @Test
    void aHolidayIsClosedFromMidnightToMidnight() {
        var nights = new Hours(
                AMSTERDAM,
                List.of(span(DayOfWeek.THURSDAY, "20:00", "04:00"), span(DayOfWeek.FRIDAY, "20:00", "04:00")),
                List.of(new Holiday(LocalDate.parse("2026-12-25"), "Christmas")));

        // The night to Christmas ends at midnight; that of Christmas does not begin, so Saturday morning has none
        // either.
        assertThat(minutesOpen(nights, "2026-12-24T12:00:00Z", "2026-12-26T12:00:00Z"))
                .isEqualTo(4 * 60);
        assertThat(nights.opensAt(Instant.parse("2026-12-25T10:00:00Z")))
                .contains(Instant.parse("2026-12-31T19:00:00Z"));
    }

    @Test
    void aWeekWithoutHoursNeverOpens() {
        var closed = hours(AMSTERDAM);

        assertThat(closed.isOpen(Instant.parse("2026-07-06T12:00:00Z"))).isFalse();
        assertThat(closed.opensAt(Instant.parse("2026-07-06T12:00:00Z"))).isEmpty();
    }

    @Test
    void whatIsStoredComesBackTheSame() {
        var hours = new Hours(
                NEW_YORK,
                List.of(span(DayOfWeek.MONDAY, "09:00", "00:00")),
                List.of(new Holiday(LocalDate.parse("2026-07-04"), "Independence Day")));

        assertThat(HoursBody.read(HoursBody.json(hours))).isEqualTo(hours);
    }

    private static long minutesOpen(Hours hours, String from, String to) {
        return Stream.iterate(Instant.parse(from), at -> at.isBefore(Instant.parse(to)), at -> at.plusSeconds(60))
                .filter(hours::isOpen)
                .count();
    }

    private static Hours office(ZoneId zone) {
        return hours(
                zone,
                Stream.of(DayOfWeek.values())
                        .filter(day -> day.getValue() <= 5)
                        .map(day -> span(day, "09:00", "17:00"))
                        .toArray(Span[]::new));
    }

    private static Hours hours(ZoneId zone, Span... week) {
        return new Hours(zone, List.of(week), List.of());
    }

    private static Span span(DayOfWeek day, String from, String to) {
        return new Span(day, LocalTime.parse(from), LocalTime.parse(to));
    }
}
