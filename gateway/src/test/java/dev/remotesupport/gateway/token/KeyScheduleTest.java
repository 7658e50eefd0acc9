package dev.remotesupport.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final KeySchedule SCHEDULE =
            new KeySchedule(Duration.ofDays(30), Duration.ofHours(3), Duration.ofMinutes(5));

    @Test
    void firstKeySignsAtOnce() {
        assertThat(SCHEDULE.nextKey(List.of(), START)).contains(START);
    }

    @Test
    void nextKeyIsPublishedBeforeItSigns() {
        assertThat(SCHEDULE.nextKey(List.of(START), days(29))).isEmpty();
        assertThat(SCHEDULE.nextKey(List.of(START), days(30).minus(Duration.ofHours(3))))
                .contains(days(30));
    }

    @Test
    void lateKeyStillIsPublishedBeforeItSigns() {
        assertThat(SCHEDULE.nextKey(List.of(START), days(90))).contains(days(90).plus(Duration.ofHours(3)));
    }

    @Test
    void thereIsOneSuccessorOnly() {
        assertThat(SCHEDULE.nextKey(List.of(START, days(30)), days(30))).isEmpty();
    }

    @Test
    void keyStaysUntilTheLastTokenItSignedIsOver() {
        var keys = List.of(START, days(30));

        assertThat(SCHEDULE.isRetired(START, keys, days(30))).isFalse();
        assertThat(SCHEDULE.isRetired(START, keys, days(31))).isTrue();
        assertThat(SCHEDULE.isRetired(days(30), keys, days(90))).isFalse();
    }

    private static Instant days(int days) {
        return START.plus(Duration.ofDays(days));
    }
}
