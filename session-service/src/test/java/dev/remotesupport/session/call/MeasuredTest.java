package dev.remotesupport.session.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 4.42",
        "0, 5, 40, 4.40",
        "1, 10, 80, 4.29",
        "5, 30, 150, 3.77",
        "10, 60, 300, 2.44",
        "30, 120, 800, 1.0"
    })
    void theScoreFallsWithLossJitterAndRoundTrip(double loss, double jitter, double roundTrip, double score) {
        assertThat(new Measured(loss, jitter, roundTrip).score()).isCloseTo(score, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"100, 0, 0", "0, 60000, 0", "0, 0, 60000", "100, 60000, 60000"})
    void theWorstThatCanBeReportedIsStillAScore(double loss, double jitter, double roundTrip) {
        assertThat(new Measured(loss, jitter, roundTrip).score()).isBetween(1.0, 5.0);
    }

    @Test
    void aDelayThatPeopleNoticeCostsMoreThanOneTheyDoNot() {
        var near = new Measured(0, 0, 100).score() - new Measured(0, 0, 200).score();
        var far = new Measured(0, 0, 400).score() - new Measured(0, 0, 500).score();

        assertThat(far).isGreaterThan(near);
    }
}
