package dev.remotesupport.signaling.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.signal.ControlCommand;
import dev.remotesupport.contracts.signal.ControlOutcome;
import dev.remotesupport.contracts.signal.SignalFromClient;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RelayRuleTest {

    private static final UUID ID = UUID.randomUUID();

    static Stream<Arguments> saidByOneSeatOnly() {
        return Stream.of(
                Arguments.of(new SignalFromClient.GrantRequest(Capability.VIEW, null), Seat.TECHNICIAN),
                Arguments.of(new SignalFromClient.GrantAnswer(ID, true), Seat.CUSTOMER),
                Arguments.of(new SignalFromClient.CobrowseWatch(ID), Seat.TECHNICIAN),
                Arguments.of(new SignalFromClient.CobrowseUnwatch(), Seat.TECHNICIAN),
                Arguments.of(new SignalFromClient.CobrowseRefresh(ID, null), Seat.TECHNICIAN),
                Arguments.of(new SignalFromClient.PageChanged("https://shop.example/", "", true), Seat.CUSTOMER),
                Arguments.of(new SignalFromClient.ControlHover(ID, null), Seat.TECHNICIAN),
                Arguments.of(new SignalFromClient.PointerDraw(ID, true, List.of(1.0, 2.0)), Seat.TECHNICIAN),
                Arguments.of(new SignalFromClient.ControlTake(), Seat.TECHNICIAN),
                Arguments.of(new SignalFromClient.ControlYield(ID, true), Seat.TECHNICIAN),
                Arguments.of(new ControlCommand.Click(ID, ID, 1, 0, 0, 0, null), Seat.TECHNICIAN),
                Arguments.of(new ControlCommand.Input(ID, ID, 1, "", null, null), Seat.TECHNICIAN),
                Arguments.of(new SignalFromClient.ControlResult(ID, ControlOutcome.DONE, null), Seat.CUSTOMER));
    }

    @ParameterizedTest
    @MethodSource("saidByOneSeatOnly")
    void isSaidByOneSeatAndNotTheOther(SignalFromClient signal, Seat seat) {
        Seat other = seat == Seat.CUSTOMER ? Seat.TECHNICIAN : Seat.CUSTOMER;

        RelayRule rule = RelayRule.of(signal);

        assertThat(rule.maySay(seat)).isTrue();
        assertThat(rule.maySay(other)).isFalse();
    }

    @Test
    void pagesAndPointersNeedViewAndInputNeedsControl() {
        assertThat(RelayRule.COBROWSE_EVENTS.needs()).contains(Capability.VIEW);
        assertThat(RelayRule.POINTER_MOVE.needs()).contains(Capability.VIEW);
        assertThat(RelayRule.CONTROL_HOVER.needs()).contains(Capability.VIEW);
        assertThat(RelayRule.POINTER_DRAW.needs()).contains(Capability.VIEW);
        assertThat(RelayRule.CONTROL.needs()).contains(Capability.CONTROL);
        assertThat(RelayRule.CONTROL_TAKE.needs()).contains(Capability.CONTROL);
    }

    @ParameterizedTest
    @EnumSource(RelayRule.class)
    void everyLineHasABound(RelayRule rule) {
        assertThat(rule.bound()).isBetween(1, 8 * 1024 * 1024);
        assertThat(rule.rate().atOnce()).isPositive();
    }

    @Test
    void onlyWhatIsSoonOldOrThereAlreadyIsEverDropped() {
        assertThat(Stream.of(RelayRule.values()).filter(rule -> rule.dropPolicy() != DropPolicy.CLOSE))
                .containsExactlyInAnyOrder(
                        RelayRule.COBROWSE_EVENTS,
                        RelayRule.COBROWSE_ASSET,
                        RelayRule.POINTER_MOVE,
                        RelayRule.CONTROL_HOVER,
                        RelayRule.QUEUE_POSITION,
                        RelayRule.CONSOLE_NEWS);
    }
}
