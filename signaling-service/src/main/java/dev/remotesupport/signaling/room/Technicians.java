package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.signaling.grant.Consent;
import dev.remotesupport.signaling.lease.Lease;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.session.Admission;
import dev.remotesupport.signaling.session.Sessions;
import dev.remotesupport.signaling.socket.Refusal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Which of the staff may sit in the room: whoever has the session, who leads that one, and supervisors. What is not known is a
 * no: the token of somebody who had the session before, or led who has it, is good for minutes. Touched only by the room's loop.
 */
final class Technicians {

    private final Lease lease;
    private final Executor loop;
    private final Sessions sessions;
    private final Members members;
    private final Consent consent;
    private final Consumer<Member> onRemoval;
    private final Set<String> admitted = new HashSet<>();
    private Optional<String> holder = Optional.empty();
    private long since;

    /** @param onRemoval takes somebody out whose connection is closed already */
    Technicians(
            Lease lease,
            Executor loop,
            Sessions sessions,
            Members members,
            Consent consent,
            Consumer<Member> onRemoval) {
        this.lease = lease;
        this.loop = loop;
        this.sessions = sessions;
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
     * allowed to nobody. Leads stay as far as they lead who has it now.
     */
    void handedOver(SessionEvent event, Optional<UUID> staff, SessionState before) {
        admitted.clear();
        holder = staff.map(UUID::toString);
        holder.ifPresent(admitted::add);
        since = event.version();
        technicians()
                .filter(member -> !isLead(member.caller()) && !maySit(member.caller()))
                .forEach(member -> putOut(member, Refusal.REMOVED));
        askForLeads();
        if (before == SessionState.ACTIVE || before == SessionState.INTERRUPTED) {
            consent.handedOver(event.at());
        }
    }

    /** Teams are session-service's: it says whether the leads who are here still lead whoever has the session. */
    void askForLeads() {
        technicians()
                .filter(member -> isLead(member.caller()))
                .filter(member -> !holder.equals(Optional.of(member.caller().id())))
                .toList()
                .forEach(this::ask);
    }

    /** Whoever is away is asked about when coming back. */
    private void ask(Member lead) {
        admitted.remove(lead.caller().id());
        lead.client()
                .ifPresent(client -> sessions.admit(lease.session(), client.authorization())
                        .emitOn(loop)
                        .subscribe()
                        .with(admission -> {
                            if (lead.client().filter(client::equals).isPresent()) {
                                refusal(lead.caller(), admission).ifPresent(why -> putOut(lead, why));
                            }
                        }));
    }

    private void putOut(Member member, Refusal why) {
        member.putOut();
        member.client().ifPresent(client -> client.close(why, "Another took over."));
        onRemoval.accept(member);
    }

    private Stream<Member> technicians() {
        return members.all().stream().filter(member -> member.seat() == Seat.TECHNICIAN);
    }

    private boolean maySit(Caller caller) {
        return caller.isStaffAtLeast(StaffRole.SUPERVISOR) || admitted.contains(caller.id());
    }

    private static boolean isLead(Caller caller) {
        return caller.isStaffAtLeast(StaffRole.TEAM_LEAD) && !caller.isStaffAtLeast(StaffRole.SUPERVISOR);
    }

    private static boolean isCustomer(Caller caller) {
        return caller.participant()
                .filter(binding -> binding.seat() == Seat.CUSTOMER)
                .isPresent();
    }
}
