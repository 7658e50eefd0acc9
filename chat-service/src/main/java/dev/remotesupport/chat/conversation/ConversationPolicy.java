package dev.remotesupport.chat.conversation;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import java.util.UUID;

/** Who takes part in a conversation. Row-level security has already kept other organisations out. */
final class ConversationPolicy {

    private ConversationPolicy() {}

    /** Whether the token itself says that its bearer takes part in this session. */
    static boolean isBoundTo(Caller caller, UUID conversation) {
        return caller.participant()
                .filter(binding -> binding.sessionId().equals(conversation))
                .isPresent();
    }

    /** Whether what is known here of the conversation lets this caller read and write in it. Of teams nothing is known. */
    static boolean takesPart(Caller caller, Conversation conversation) {
        return switch (caller.kind()) {
            case API_KEY -> true;
            case STAFF ->
                caller.isStaffAtLeast(StaffRole.SUPERVISOR)
                        || conversation
                                .holder()
                                .staff()
                                .filter(caller.id()::equals)
                                .isPresent();
            case CUSTOMER, VISITOR ->
                conversation.customer().filter(caller.id()::equals).isPresent();
            case HELPER, OPERATOR -> false;
        };
    }

    /** The same of a conversation whose session the session service has just shown to this caller: a lead leads who has it. */
    static boolean takesPartInSeen(Caller caller, Conversation conversation) {
        return caller.isStaffAtLeast(StaffRole.TEAM_LEAD) || takesPart(caller, conversation);
    }

    /**
     * Whether a token for the conversation may say more than is true by now: a technician's, of what seems to be another's, and a
     * lead's, of what a colleague has, as of teams nothing is known here. Supervisors always may.
     */
    static boolean mayHaveLost(Caller caller, Conversation conversation) {
        var holder = conversation.holder();
        return caller.kind() == CallerKind.STAFF
                && !caller.isStaffAtLeast(StaffRole.SUPERVISOR)
                && (caller.isStaffAtLeast(StaffRole.TEAM_LEAD)
                        ? holder.staff().filter(caller.id()::equals).isEmpty()
                        : holder.excludes(caller.id()));
    }

    /** The side that a caller writes from; an API key speaks for the technician's. */
    static Seat seat(Caller caller) {
        return caller.participant().map(Caller.ParticipantBinding::seat).orElseGet(() -> switch (caller.kind()) {
            case CUSTOMER, VISITOR, HELPER -> Seat.CUSTOMER;
            case STAFF, API_KEY, OPERATOR -> Seat.TECHNICIAN;
        });
    }
}
