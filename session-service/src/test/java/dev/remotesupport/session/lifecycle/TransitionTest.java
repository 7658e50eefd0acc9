package dev.remotesupport.session.lifecycle;

import static dev.remotesupport.contracts.SessionState.ACTIVE;
import static dev.remotesupport.contracts.SessionState.ENDED;
import static dev.remotesupport.contracts.SessionState.INTERRUPTED;
import static dev.remotesupport.contracts.SessionState.OFFERED;
import static dev.remotesupport.contracts.SessionState.QUEUED;
import static dev.remotesupport.contracts.SessionState.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.Session.Staff;
import dev.remotesupport.session.lifecycle.Transition.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionTest {

    private static final Staff ADA = new Staff(UUID.randomUUID(), "Ada");
    private static final Staff BOB = new Staff(UUID.randomUUID(), "Bob");

    private static final Command QUEUE = new Command.Queue();
    private static final Command ASSIGN = new Command.Assign(ADA);
    private static final Command OFFER = new Command.Offer(UUID.randomUUID(), Duration.ofSeconds(20));
    private static final Command TRANSFER = new Command.Transfer(BOB);
    private static final Command REQUEUE = new Command.Requeue(Optional.empty());
    private static final Command INTERRUPT = new Command.Interrupt();
    private static final Command RESUME = new Command.Resume();
    private static final Command END = new Command.End(EndReason.BY_STAFF);

    /** The whole table: every command in every state. What is not said to move or to stay is refused. */
    private static final Map<Command, Map<SessionState, SessionState>> MOVES = Map.of(
            QUEUE, Map.of(REQUESTED, QUEUED, QUEUED, QUEUED, OFFERED, QUEUED),
            OFFER, Map.of(QUEUED, OFFERED),
            ASSIGN,
                    Map.of(
                            REQUESTED,
                            ACTIVE,
                            QUEUED,
                            ACTIVE,
                            OFFERED,
                            ACTIVE,
                            ACTIVE,
                            ACTIVE,
                            INTERRUPTED,
                            INTERRUPTED),
            INTERRUPT, Map.of(ACTIVE, INTERRUPTED, INTERRUPTED, INTERRUPTED),
            RESUME, Map.of(INTERRUPTED, ACTIVE, ACTIVE, ACTIVE),
            END, Map.of(REQUESTED, ENDED, QUEUED, ENDED, OFFERED, ENDED, ACTIVE, ENDED, INTERRUPTED, ENDED));

    static Stream<Arguments> everyStateAndCommand() {
        return MOVES.keySet().stream()
                .flatMap(command -> Stream.of(SessionState.values()).map(state -> Arguments.of(state, command)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndCommand")
    void eachCommandMovesOnlyAsTheTableSays(SessionState from, Command command) {
        var to = Optional.ofNullable(MOVES.get(command).get(from));

        var outcome = Transition.of(from, holder(from), command);

        if (to.isEmpty()) {
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        } else if (to.get() == from) {
            assertThat(outcome).isEqualTo(new Outcome.Unchanged());
        } else {
            assertThat(outcome).isEqualTo(new Outcome.Moved(to.get()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "INTERRUPTED"})
    void aSessionThatSomebodyHasIsRefusedToAnother(SessionState from) {
        var outcome = Transition.of(from, Optional.of(BOB), ASSIGN);

        assertThat(outcome).isEqualTo(new Outcome.Refused(SessionProblem.ALREADY_ASSIGNED));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndCommand")
    void nothingLeadsOutOfTheEnd(SessionState ignored, Command command) {
        var outcome = Transition.of(ENDED, Optional.of(ADA), command);

        assertThat(outcome).isEqualTo(new Outcome.Refused(SessionProblem.SESSION_ENDED));
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "INTERRUPTED"})
    void aTransferGoesOnWithSomebodyElse(SessionState from) {
        assertThat(Transition.of(from, Optional.of(ADA), TRANSFER)).isEqualTo(new Outcome.Moved(from));
        assertThat(Transition.of(from, Optional.of(BOB), TRANSFER)).isEqualTo(new Outcome.Unchanged());
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUESTED", "QUEUED", "OFFERED"})
    void whatNobodyHasIsNotTransferred(SessionState from) {
        var outcome = Transition.of(from, Optional.empty(), TRANSFER);

        assertThat(outcome).isEqualTo(new Outcome.Refused(SessionProblem.NOT_NOW));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ENDED"},
            mode = EnumSource.Mode.EXCLUDE)
    void whateverIsOpenCanWaitAgain(SessionState from) {
        var outcome = Transition.of(from, holder(from), REQUEUE);

        assertThat(outcome).isEqualTo(new Outcome.Moved(QUEUED));
    }

    private static Optional<Staff> holder(SessionState state) {
        return state == ACTIVE || state == INTERRUPTED ? Optional.of(ADA) : Optional.empty();
    }
}
