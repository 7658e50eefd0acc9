package dev.remotesupport.session.invitation;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Channel;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Customer;
import dev.remotesupport.session.request.StartAssigned;
import dev.remotesupport.session.staffing.StaffProfiles;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A customer types a code: it opens one session with the technician who made it, and nothing after that. */
@ApplicationScoped
class AcceptInvitation {

    private final Tenancy tenancy;
    private final InvitationStore invitations;
    private final StartAssigned start;
    private final StaffProfiles profiles;
    private final MeterRegistry meters;

    AcceptInvitation(
            Tenancy tenancy,
            InvitationStore invitations,
            StartAssigned start,
            StaffProfiles profiles,
            MeterRegistry meters) {
        this.tenancy = tenancy;
        this.invitations = invitations;
        this.start = start;
        this.profiles = profiles;
        this.meters = meters;
    }

    /** @param caller nobody yet but for the id, under which the customer will be known */
    Uni<Session> accept(Caller caller, String typed, Optional<String> name) {
        return Uni.createFrom()
                .deferred(() -> {
                    var code = Code.read(typed).orElseThrow(AcceptInvitation::unknown);
                    return tenancy.asSystem(connection -> invitations.organisationOf(connection, code))
                            .map(found -> found.orElseThrow(AcceptInvitation::unknown))
                            .chain(organisation -> tenancy.inTransaction(
                                    organisation,
                                    connection -> invitations
                                            .lock(connection, code)
                                            .map(found -> good(found, Instant.now()))
                                            .chain(invitation ->
                                                    open(connection, organisation, invitation, caller, name))));
                })
                .invoke(session -> count("good"))
                .onFailure(ProblemException.class)
                .invoke(problem -> count("refused"));
    }

    private Uni<Session> open(
            SqlConnection connection, UUID organisation, Invitation invitation, Caller caller, Optional<String> name) {
        var customer = new Customer(
                CallerKind.VISITOR, caller.id(), name.orElse("Visitor"), Optional.empty(), true, Optional.empty());
        return profiles.lock(connection, invitation.staff().id())
                .chain(() -> start.start(
                        connection,
                        organisation,
                        new StartAssigned.Beginning(
                                customer,
                                Channel.CHAT,
                                Optional.empty(),
                                invitation.subject(),
                                Optional.empty(),
                                invitation.staff())))
                .call(session -> invitations.use(connection, invitation.id(), session.id()));
    }

    private static Invitation good(Optional<Invitation> found, Instant now) {
        var invitation = found.orElseThrow(AcceptInvitation::unknown);
        return switch (invitation.state(now)) {
            case OPEN -> invitation;
            case USED -> throw new ProblemException(SessionProblem.CODE_USED, "Ask for a new one.");
            case EXPIRED, WITHDRAWN -> throw new ProblemException(SessionProblem.CODE_EXPIRED, "Ask for a new one.");
        };
    }

    private static ProblemException unknown() {
        return new ProblemException(SessionProblem.CODE_UNKNOWN, "Look at it again: eight letters and digits.");
    }

    private void count(String outcome) {
        meters.counter("remote_support.session.codes", "outcome", outcome).increment();
    }
}
