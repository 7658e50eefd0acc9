package dev.remotesupport.session.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.Sessions;
import dev.remotesupport.session.staffing.Capacity;
import dev.remotesupport.session.staffing.StaffMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeastLoadedTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void whoHasFewestComesFirst() {
        var busy = member(2, Optional.empty());
        var idle = member(0, Optional.of(MORNING));

        assertThat(LeastLoaded.of(List.of(busy, idle)).next()).contains(idle);
    }

    @Test
    void amongEqualsWhoGotNothingForLongestComesFirst() {
        var late = member(1, Optional.of(MORNING.plusSeconds(60)));
        var early = member(1, Optional.of(MORNING));
        var never = member(1, Optional.empty());
        var order = LeastLoaded.of(List.of(late, early, never));

        assertThat(List.of(order.next(), order.next(), order.next()))
                .containsExactly(Optional.of(never), Optional.of(early), Optional.of(late));
    }

    @Test
    void manySessionsAreSpreadEvenly() {
        var order = LeastLoaded.of(
                List.of(member(0, Optional.empty()), member(0, Optional.empty()), member(3, Optional.empty())));
        var session = Sessions.in(SessionState.QUEUED);
        var last = new ArrayList<StaffMember>();

        for (var given = 0; given < 9; given++) {
            order.add(order.next().orElseThrow().withAnother(session, MORNING.plusSeconds(given)));
        }
        while (!order.isEmpty()) {
            last.add(order.next().orElseThrow());
        }

        assertThat(last).extracting(StaffMember::busyWith).containsExactly(4, 4, 4);
    }

    @Test
    void whoHasEnoughGetsNoMore() {
        assertThat(LeastLoaded.of(List.of(member(7, Optional.empty()))).isEmpty())
                .isTrue();
    }

    /** Seven are the most: five chats and two calls. */
    private static StaffMember member(int load, Optional<Instant> offeredAt) {
        return new StaffMember(
                UUID.randomUUID(),
                Sessions.ORGANISATION,
                Optional.of("Ada"),
                Optional.empty(),
                new Capacity(5, 2),
                new Capacity(Math.min(load, 5), Math.max(0, load - 5)),
                List.of(),
                List.of(),
                Availability.ONLINE,
                true,
                MORNING,
                offeredAt,
                Optional.empty(),
                1);
    }
}
