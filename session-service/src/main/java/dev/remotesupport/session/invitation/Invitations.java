package dev.remotesupport.session.invitation;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.Session.Staff;
import dev.remotesupport.session.staffing.StaffProfiles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A technician makes codes, sees what became of them, and takes them back. */
@ApplicationScoped
class Invitations {

    /** Open codes of one technician: enough for any day, and no supply to guess from. */
    private static final int OPEN = 20;

    private final Tenancy tenancy;
    private final InvitationStore invitations;
    private final StaffProfiles profiles;
    private final SessionConfig config;

    Invitations(Tenancy tenancy, InvitationStore invitations, StaffProfiles profiles, SessionConfig config) {
        this.tenancy = tenancy;
        this.invitations = invitations;
        this.profiles = profiles;
        this.config = config;
    }

    /** An invitation just made: the only moment at which its code is known. */
    record Made(Invitation invitation, Code code) {}

    Uni<Made> make(Caller caller, Optional<String> subject) {
        var code = Code.random();
        var staff = new Staff(UUID.fromString(caller.id()), caller.name().isBlank() ? "Support" : caller.name());
        return tenancy.inTransaction(
                        caller.organisationId(),
                        connection -> profiles.lockCaller(connection, caller)
                                .chain(() -> invitations.tidy(connection, caller.organisationId()))
                                .chain(() -> invitations.openOf(connection, staff.id()))
                                .invoke(Invitations::refuseTooMany)
                                .chain(() -> invitations.make(
                                        connection,
                                        caller.organisationId(),
                                        code,
                                        staff,
                                        subject,
                                        config.invitationFor())))
                .map(invitation -> new Made(invitation, code));
    }

    /** The caller's own; anybody else's is not there. */
    Uni<Invitation> find(Caller caller, UUID id) {
        return tenancy.inTransaction(
                        caller.organisationId(),
                        connection -> invitations.find(connection, id, UUID.fromString(caller.id())))
                .map(found -> found.orElseThrow(() ->
                        new ProblemException(SessionProblem.INVITATION_UNKNOWN, "You have made none with this id.")));
    }

    /** One that was used stays so. */
    Uni<Void> withdraw(Caller caller, UUID id) {
        return find(caller, id)
                .chain(found -> tenancy.inTransaction(
                        caller.organisationId(),
                        connection -> invitations.withdraw(
                                connection, id, found.staff().id())));
    }

    private static void refuseTooMany(long open) {
        if (open >= OPEN) {
            throw new ProblemException(SessionProblem.TOO_MANY_INVITATIONS, "Take one back, or let one run out.");
        }
    }
}
