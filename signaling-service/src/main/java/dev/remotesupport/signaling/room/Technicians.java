package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.signaling.grant.Consent;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.session.Admission;
import dev.remotesupport.signaling.socket.Refusal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Which of the staff may sit in the room: whoever has the session, and leads. What is not known is a no: the token of
 * somebody who had the session before is good for minutes. Touched only by the room's loop.
 */
final class Technicians {

    private final Members members;
    private final Consent consent;
    private final Consumer<Member> onRemoval;
    private final Set<String> admitted = new HashSet<>();
    private long since;

    /** @param onRemoval takes somebody out whose connection is closed already */
    Technicians(Members members, Consent consent, Consumer<Member> onRemoval) {
        this.members = members;
        this.consent = consent;
        this.onRemoval = onRemoval;
    }

    /** Why not, if not. An answer from before the session changed hands admits only who is known to have it since. */
    Optional<Refusal> refusal(Caller caller, Admission admission) {
        if (isCustomer(caller)) {
            return Optional.empty();
        }
        if (admission instanceof Admission.Admitted(var room) && room.version() >= since) {
            admitted.add(caller.id());
        }
        if (maySit(caller)) {
            return Optional.empty();
        }
        return Optional.of(admission instanceof Admission.Unanswered ? Refusal.AWAY : Refusal.REMOVED);
    }

    /**
     * The session is another's from now on, or nobody's. Whoever helped before helps no longer, and what they were allowed is
     * allowed to nobody. Leads may stay.
     */
    void handedOver(SessionEvent event, Optional<UUID> staff, SessionState before) {
        admitted.clear();
        staff.ifPresent(id -> admitted.add(id.toString()));
        since = event.version();
        members.all().stream()
                .filter(member -> member.seat() == Seat.TECHNICIAN && !maySit(member.caller()))
                .forEach(this::putOut);
        if (before == SessionState.ACTIVE || before == SessionState.INTERRUPTED) {
            consent.handedOver(event.at());
        }
    }

    private void putOut(Member member) {
        member.putOut();
        member.client().ifPresent(client -> client.close(Refusal.REMOVED, "Another took over."));
        onRemoval.accept(member);
    }

    private boolean maySit(Caller caller) {
        return caller.isStaffAtLeast(StaffRole.TEAM_LEAD) || admitted.contains(caller.id());
    }

    private static boolean isCustomer(Caller caller) {
        return caller.participant()
                .filter(binding -> binding.seat() == Seat.CUSTOMER)
                .isPresent();
    }
}
