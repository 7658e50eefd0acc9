package dev.remotesupport.session.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.ParticipantJoined;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MachineNameTest {

    @Test
    void theMachinesOwnNameIsTheBest() {
        assertThat(MachineName.of(joined(Seat.CUSTOMER, "Firefox 140", "Windows", "FRONT-DESK-02")))
                .contains("FRONT-DESK-02");
    }

    @Test
    void elseBrowserAndSystemNameIt() {
        assertThat(MachineName.of(joined(Seat.CUSTOMER, "Firefox 140", "Windows", null)))
                .contains("Firefox 140 on Windows");
        assertThat(MachineName.of(joined(Seat.CUSTOMER, null, "Windows", " "))).contains("Windows");
        assertThat(MachineName.of(joined(Seat.CUSTOMER, "Firefox 140", null, null)))
                .contains("Firefox 140");
    }

    @Test
    void whatIsNotKnownStaysUnknown() {
        assertThat(MachineName.of(joined(Seat.CUSTOMER, null, null, null))).isEmpty();
    }

    @Test
    void theTechniciansMachineIsNobodysBusiness() {
        assertThat(MachineName.of(joined(Seat.TECHNICIAN, "Firefox 140", "Windows", null)))
                .isEmpty();
    }

    @Test
    void aLongNameIsCut() {
        var name = MachineName.of(joined(Seat.CUSTOMER, "b".repeat(150), "o".repeat(150), null));

        assertThat(name.orElseThrow()).hasSize(200);
    }

    private static ParticipantJoined joined(Seat seat, String browser, String os, String machine) {
        return new ParticipantJoined(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                Instant.now(),
                UUID.randomUUID(),
                seat,
                CallerKind.VISITOR,
                null,
                browser,
                os,
                machine);
    }
}
