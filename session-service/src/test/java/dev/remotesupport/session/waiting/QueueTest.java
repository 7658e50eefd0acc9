package dev.remotesupport.session.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.Sessions;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.staffing.Capacity;
import dev.remotesupport.session.staffing.StaffMember;
import dev.remotesupport.session.staffing.StaffMember.Team;
import dev.remotesupport.session.waiting.ExpectedWait.Figures;
import dev.remotesupport.session.waiting.Queue.Expected;
import dev.remotesupport.session.waiting.Queue.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueueTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** One chat in ten seconds, one call in a minute, nobody free for either. */
    private static final Expected EXPECTED = new Expected(
            new Figures(2, 10, 0, 60, WINDOW, Optional.empty()), new Figures(2, 4, 0, 10, WINDOW, Optional.empty()));

    @Test
    void everybodyHasOnePlaceButWaitsForTheOwnKind() {
        var queue = Queue.of(4, List.of(chat(), call(), chat(), call()), List.of(member()), EXPECTED, Instant.now());

        assertThat(queue.places()).extracting(Place::position).containsExactly(1, 2, 3, 4);
        assertThat(queue.places())
                .extracting(place -> place.expectedWait().orElseThrow().toSeconds())
                .containsExactly(10L, 60L, 20L, 120L);
    }

    @Test
    void whereNobodyTakesCallsNoneIsPromised() {
        var noCalls = new Figures(0, 0, 0, 0, WINDOW, Optional.empty());

        var queue = Queue.of(
                2, List.of(call(), chat()), List.of(member()), new Expected(EXPECTED.chat(), noCalls), Instant.now());

        assertThat(queue.places().getFirst().expectedWait()).isEmpty();
        assertThat(queue.places().getLast().expectedWait()).contains(Duration.ofSeconds(10));
    }

    @Test
    void whoWaitsForATeamOfWhichNobodyIsThereIsPromisedNothing() {
        var team = UUID.randomUUID();
        var forTeam = Sessions.forTeam(team, call());

        var without = Queue.of(2, List.of(forTeam, call()), List.of(member()), EXPECTED, Instant.now());
        var with = Queue.of(1, List.of(forTeam), List.of(member(new Team(team, "Carriers"))), EXPECTED, Instant.now());

        assertThat(without.places()).extracting(Place::served).containsExactly(false, true);
        assertThat(without.places().getFirst().expectedWait()).isEmpty();
        assertThat(with.places().getFirst().served()).isTrue();
        assertThat(with.places().getFirst().expectedWait()).contains(Duration.ofMinutes(1));
    }

    private static StaffMember member(Team... teams) {
        return new StaffMember(
                UUID.randomUUID(),
                Sessions.ORGANISATION,
                Optional.of("Ada"),
                Optional.empty(),
                new Capacity(5, 2),
                new Capacity(0, 0),
                List.of(teams),
                List.of(),
                Availability.ONLINE,
                true,
                Instant.now(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    private static Session chat() {
        return Sessions.by(Channel.CHAT, Sessions.in(SessionState.QUEUED));
    }

    private static Session call() {
        return Sessions.by(Channel.CALL, Sessions.in(SessionState.QUEUED));
    }
}
