package dev.remotesupport.stats.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final Clock LATE_IN_THE_EVENING = Clock.fixed(Instant.parse("2026-05-31T23:30:00Z"), ZoneOffset.UTC);

    @Test
    void theUsualSpanIsThirtyDaysUpToToday() {
        assertThat(Span.of(null, null, null, LATE_IN_THE_EVENING))
                .isEqualTo(new Span(LocalDate.parse("2026-05-02"), LocalDate.parse("2026-05-31"), ZoneId.of("UTC")));
    }

    @Test
    void todayIsThatOfTheZone() {
        assertThat(Span.of(null, null, "Europe/Berlin", LATE_IN_THE_EVENING).to())
                .isEqualTo(LocalDate.parse("2026-06-01"));
    }

    @Test
    void aLeapYearIsNotTooLong() {
        assertThat(Span.of("2024-01-01", "2024-12-31", null, LATE_IN_THE_EVENING)
                        .from())
                .isEqualTo(LocalDate.parse("2024-01-01"));
        assertThatThrownBy(() -> Span.of("2024-01-01", "2025-01-01", null, LATE_IN_THE_EVENING))
                .isInstanceOf(ProblemException.class);
    }
}
