package dev.remotesupport.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConversationPolicyTest {

    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();
    private static final Conversation CONVERSATION = new Conversation(
            SESSION, ORGANISATION, Optional.of("maya"), new Holder(Optional.of("jonas"), false), 0, false);

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void staffTakesPartWhenAssignedOrLeadingWhoIs(StaffRole role) {
        assertThat(takesPart(staff("jonas", role))).isTrue();
        assertThat(takesPart(staff("somebody else", role)))
                .isEqualTo(role != StaffRole.SUPPORT && role != StaffRole.TEAM_LEAD);
        assertThat(ConversationPolicy.takesPartInSeen(staff("somebody else", role), CONVERSATION))
                .isEqualTo(role != StaffRole.SUPPORT);
    }

    @ParameterizedTest
    @EnumSource(
            value = CallerKind.class,
            names = {"CUSTOMER", "VISITOR"})
    void customersTakePartInTheirOwn(CallerKind kind) {
        assertThat(takesPart(caller(kind, "maya", Optional.empty(), Set.of()))).isTrue();
        assertThat(takesPart(caller(kind, "jonas", Optional.empty(), Set.of()))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = CallerKind.class,
            names = {"OPERATOR", "HELPER"})
    void othersNever(CallerKind kind) {
        assertThat(takesPart(caller(kind, "maya", Optional.empty(), Set.of()))).isFalse();
    }

    @Test
    void nobodyIsTakenForSomebodyUnknown() {
        var unknown = new Conversation(SESSION, ORGANISATION, Optional.empty(), Holder.UNKNOWN, 0, false);

        assertThat(ConversationPolicy.takesPart(caller(CallerKind.VISITOR, "", Optional.empty(), Set.of()), unknown))
                .isFalse();
        assertThat(ConversationPolicy.takesPart(staff("", StaffRole.SUPPORT), unknown))
                .isFalse();
    }

    @Test
    void theSeatIsThatOfTheTokenElseThatOfTheKind() {
        var lead = new Caller.ParticipantBinding(SESSION, UUID.randomUUID(), Seat.TECHNICIAN, "tab");

        assertThat(ConversationPolicy.seat(caller(CallerKind.STAFF, "lea", Optional.of(lead), Set.of())))
                .isEqualTo(Seat.TECHNICIAN);
        assertThat(ConversationPolicy.seat(caller(CallerKind.API_KEY, "key", Optional.empty(), Set.of())))
                .isEqualTo(Seat.TECHNICIAN);
        assertThat(ConversationPolicy.seat(caller(CallerKind.VISITOR, "maya", Optional.empty(), Set.of())))
                .isEqualTo(Seat.CUSTOMER);
    }

    private static boolean takesPart(Caller caller) {
        return ConversationPolicy.takesPart(caller, CONVERSATION);
    }

    private static Caller staff(String id, StaffRole role) {
        return new Caller(
                CallerKind.STAFF,
                id,
                Optional.of(ORGANISATION),
                Optional.of(role),
                "Somebody",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                "token",
                Instant.MIN,
                Instant.MAX);
    }

    private static Caller caller(
            CallerKind kind, String id, Optional<Caller.ParticipantBinding> binding, Set<String> scopes) {
        return new Caller(
                kind,
                id,
                Optional.of(ORGANISATION),
                Optional.empty(),
                "Somebody",
                Optional.empty(),
                Optional.empty(),
                binding,
                scopes,
                "token",
                Instant.MIN,
                Instant.MAX);
    }
}
