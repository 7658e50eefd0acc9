package dev.remotesupport.session.call;

import static dev.remotesupport.contracts.CallState.ACTIVE;
import static dev.remotesupport.contracts.CallState.COMPLETED;
import static dev.remotesupport.contracts.CallState.DECLINED;
import static dev.remotesupport.contracts.CallState.MISSED;
import static dev.remotesupport.contracts.CallState.QUEUED;
import static dev.remotesupport.contracts.CallState.RINGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.call.CallTransition.Outcome;
import dev.remotesupport.session.lifecycle.EndReason;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallTransitionTest {

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();

    private static final CallCommand QUEUE = new CallCommand.Queue();
    private static final CallCommand RING = new CallCommand.Ring(Seat.TECHNICIAN, ADA, Duration.ofSeconds(20));
    private static final CallCommand ANSWER = new CallCommand.Answer(ADA);
    private static final CallCommand HAND_OVER = new CallCommand.HandOver(ADA);
    private static final CallCommand DECLINE = new CallCommand.Decline(EndReason.BY_CUSTOMER);
    private static final CallCommand END = new CallCommand.End(EndReason.BY_CUSTOMER);

    /** The whole table, of a call that is Ada's: every command in every state. What is not said to move or to stay is refused. */
    private static final Map<CallCommand, Map<CallState, CallState>> MOVES = Map.of(
            QUEUE, Map.of(QUEUED, QUEUED, RINGING, QUEUED, ACTIVE, QUEUED),
            RING, Map.of(QUEUED, RINGING, RINGING, RINGING),
            ANSWER, Map.of(RINGING, ACTIVE, ACTIVE, ACTIVE),
            HAND_OVER, Map.of(RINGING, RINGING, ACTIVE, ACTIVE),
            DECLINE, Map.of(RINGING, DECLINED),
            END, Map.of(QUEUED, MISSED, RINGING, MISSED, ACTIVE, COMPLETED));

    static Stream<Arguments> everyStateAndCommand() {
        return MOVES.keySet().stream()
                .flatMap(command -> Stream.of(CallState.values()).map(state -> Arguments.of(state, command)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndCommand")
    void eachCommandMovesOnlyAsTheTableSays(CallState from, CallCommand command) {
        var to = Optional.ofNullable(MOVES.get(command).get(from));

        var outcome = CallTransition.of(from, holder(from), command);

        if (to.isEmpty()) {
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        } else if (to.get() == from) {
            assertThat(outcome).isEqualTo(new Outcome.Unchanged());
        } else {
            assertThat(outcome).isEqualTo(new Outcome.Moved(to.get()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "MISSED", "DECLINED"})
    void nothingLeadsOutOfTheEnd(CallState over) {
        for (var command : MOVES.keySet()) {
            assertThat(CallTransition.of(over, Optional.of(ADA), command))
                    .isEqualTo(new Outcome.Refused(SessionProblem.CALL_OVER));
        }
    }

    @Test
    void whatRingsAtOneIsAnsweredByNobodyElse() {
        assertThat(CallTransition.of(RINGING, Optional.of(BOB), ANSWER))
                .isEqualTo(new Outcome.Refused(SessionProblem.NOT_OFFERED));
        assertThat(CallTransition.of(ACTIVE, Optional.of(BOB), ANSWER))
                .isEqualTo(new Outcome.Refused(SessionProblem.ALREADY_ASSIGNED));
    }

    @Test
    void whatRingsInVainCanRingAtAnother() {
        assertThat(CallTransition.of(RINGING, Optional.of(BOB), RING)).isEqualTo(new Outcome.Moved(RINGING));
    }

    @ParameterizedTest
    @EnumSource(names = {"RINGING", "ACTIVE"})
    void aHandOverGoesOnWithSomebodyElse(CallState from) {
        assertThat(CallTransition.of(from, Optional.of(BOB), HAND_OVER)).isEqualTo(new Outcome.Moved(from));
    }

    private static Optional<UUID> holder(CallState state) {
        return state == QUEUED ? Optional.empty() : Optional.of(ADA);
    }
}
