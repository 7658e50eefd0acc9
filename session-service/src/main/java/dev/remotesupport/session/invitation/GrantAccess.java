package dev.remotesupport.session.invitation;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Channel;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.Sights;
import dev.remotesupport.session.grant.GiveGrant;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Customer;
import dev.remotesupport.session.lifecycle.Session.Staff;
import dev.remotesupport.session.request.StartAssigned;
import dev.remotesupport.session.staffing.StaffProfiles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * A visitor has said Yes to a technician who asked for a look at the page: a session of the two begins, with that grant. Where the
 * visitor has asked for help meanwhile, the technician gets that session, and asks again in its room.
 */
@ApplicationScoped
class GrantAccess {

    private final Tenancy tenancy;
    private final StartAssigned start;
    private final StaffProfiles profiles;
    private final GiveGrant grants;
    private final MoveSession moves;
    private final Sights sights;

    GrantAccess(
            Tenancy tenancy,
            StartAssigned start,
            StaffProfiles profiles,
            GiveGrant grants,
            MoveSession moves,
            Sights sights) {
        this.tenancy = tenancy;
        this.start = start;
        this.profiles = profiles;
        this.grants = grants;
        this.moves = moves;
        this.sights = sights;
    }

    /** A visitor's open session, and whether whoever asks may see it. */
    record Open(Session session, boolean seen) {}

    /** Who asked, why, and on which page the Yes was said. */
    record Yes(Staff staff, Optional<String> reason, Optional<Session.Page> page) {}

    Uni<Session> accept(Caller visitor, Yes yes) {
        var organisation = visitor.organisationId();
        return tenancy.inTransaction(
                organisation,
                connection -> profiles.lock(connection, yes.staff().id())
                        .chain(() -> start.openOf(connection, customer(visitor)))
                        .chain(open -> open.map(session -> take(connection, session, yes.staff()))
                                .orElseGet(() -> begin(connection, organisation, visitor, yes))));
    }

    /** The open session of a visitor, before anybody is asked. Who wants to ask is known as staff from then on. */
    Uni<Optional<Open>> openOf(Caller staff, String visitor) {
        return tenancy.inTransaction(
                staff.organisationId(),
                connection -> profiles.lockCaller(connection, staff)
                        .chain(() -> start.openOf(
                                connection,
                                new Customer(
                                        CallerKind.VISITOR,
                                        visitor,
                                        visitor,
                                        Optional.empty(),
                                        true,
                                        Optional.empty())))
                        .chain(open -> sights.of(connection, staff)
                                .map(sight -> open.map(session -> new Open(session, sight.sees(session))))));
    }

    private Uni<Session> begin(SqlConnection connection, UUID organisation, Caller visitor, Yes yes) {
        return start.start(
                        connection,
                        organisation,
                        new StartAssigned.Beginning(
                                customer(visitor),
                                Channel.COBROWSE,
                                visitor.site(),
                                yes.reason(),
                                yes.page(),
                                yes.staff()))
                .call(session -> grants.viewFromTheStart(
                        connection,
                        session,
                        UUID.fromString(visitor.id()),
                        yes.staff().id()));
    }

    private Uni<Session> take(SqlConnection connection, Session session, Staff staff) {
        var holder = session.staff().map(Staff::id);
        if (holder.filter(staff.id()::equals).isPresent()) {
            return Uni.createFrom().item(session);
        }
        return holder.isPresent()
                ? Uni.createFrom()
                        .failure(new ProblemException(
                                SessionProblem.HELPED_BY_ANOTHER, "Ask in the session, or let it be given to you."))
                : moves.give(connection, session, new Command.Assign(staff));
    }

    private static Customer customer(Caller visitor) {
        return new Customer(
                visitor.kind(),
                visitor.id(),
                visitor.name().isBlank() ? "Visitor" : visitor.name(),
                visitor.email(),
                visitor.kind() == CallerKind.VISITOR,
                Optional.empty());
    }
}
