package dev.remotesupport.device.seen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.ParticipantJoined;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SightingTest {

    private static final UUID VISITOR = UUID.randomUUID();
    private static final UUID TAB = UUID.randomUUID();

    @Test
    void aDeviceIsKnownByItsBrowsersOwnId() {
        assertThat(Sighting.of(joined(VISITOR, "Firefox 140", "Windows 11", null))
                        .device())
                .isEqualTo(VISITOR);
        assertThat(Sighting.of(joined(null, "Firefox 140", "Windows 11", null)).device())
                .isEqualTo(TAB);
    }

    @Test
    void aDeviceIsNamedByItsMachineElseByItsBrowser() {
        assertThat(Sighting.of(joined(VISITOR, "Firefox 140", null, "FRONT-DESK-02"))
                        .name())
                .isEqualTo("FRONT-DESK-02");
        assertThat(Sighting.of(joined(VISITOR, "Firefox 140", null, null)).name())
                .isEqualTo("Firefox 140");
        assertThat(Sighting.of(joined(VISITOR, null, null, null)).name()).isEqualTo(Sighting.NAMELESS);
    }

    @Test
    void blankIsNotAName() {
        var seen = Sighting.of(joined(VISITOR, "  ", " ", ""));

        assertThat(seen.name()).isEqualTo(Sighting.NAMELESS);
        assertThat(seen.os()).isEmpty();
    }

    private static ParticipantJoined joined(UUID visitor, String browser, String os, String machine) {
        return new ParticipantJoined(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                Instant.EPOCH,
                TAB,
                Seat.CUSTOMER,
                CallerKind.VISITOR,
                visitor,
                browser,
                os,
                machine);
    }
}
