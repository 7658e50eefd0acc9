package dev.remotesupport.session.grant;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.Wire;
import dev.remotesupport.contracts.event.GrantExpired;
import dev.remotesupport.contracts.event.GrantGiven;
import dev.remotesupport.contracts.event.GrantRevoked;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.session.grant.GrantStore.Outcome;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionStore;
import dev.remotesupport.session.lifecycle.WhenEnded;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Changes grants in the session's next version, and tells of it in the same transaction. The session is locked. */
@ApplicationScoped
class Grants implements WhenEnded {

    /** How far the clocks of the relay and the database may be apart, for telling an old grant from a newer one. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

    private final GrantStore grants;
    private final SessionStore sessions;
    private final Outbox outbox;
    private final MeterRegistry meters;

    Grants(GrantStore grants, SessionStore sessions, Outbox outbox, MeterRegistry meters) {
        this.grants = grants;
        this.sessions = sessions;
        this.outbox = outbox;
        this.meters = meters;
    }

    /** A grant that is given again begins anew. */
    Uni<Grant> give(SqlConnection connection, Session session, UUID participant, Wanted wanted, Duration lasting) {
        return grants.close(connection, session.id(), wanted.capability(), Outcome.RENEWED, Optional.empty())
                .chain(() -> grants.give(connection, session, participant, wanted, lasting))
                .call(given -> sessions.nextVersion(connection, session)
                        .chain(next -> outbox.append(
                                connection,
                                new GrantGiven(
                                        next.organisation(),
                                        next.id(),
                                        next.version(),
                                        given.givenAt(),
                                        given.capability(),
                                        given.expiresAt(),
                                        wanted.askedBy().orElse(null)))))
                .invoke(given -> count(given.capability(), "given"));
    }

    /** Revokes the grant if there is one. */
    Uni<Void> revoke(SqlConnection connection, Session session, Capability capability, Seat by) {
        return grants.close(connection, session.id(), capability, Outcome.REVOKED, Optional.of(by))
                .chain(closed -> tellRevoked(connection, session, capability, by, closed));
    }

    /**
     * Keeps what the relay has done already. In doubt the grant goes: only one given clearly later than the withdrawal, which
     * a late event must not touch, stays.
     */
    Uni<Void> withdrawn(SqlConnection connection, Session session, Capability capability, Instant at) {
        return grants.close(
                        connection,
                        session.id(),
                        capability,
                        Outcome.REVOKED,
                        Optional.of(Seat.CUSTOMER),
                        Optional.of(at.plus(CLOCK_SKEW)))
                .chain(closed -> tellRevoked(connection, session, capability, Seat.CUSTOMER, closed));
    }

    /** Closes a grant whose time has run out, and answers the session in its next version. */
    Uni<Session> expire(SqlConnection connection, Session session, Capability capability) {
        return grants.close(connection, session.id(), capability, Outcome.EXPIRED, Optional.empty())
                .chain(() -> sessions.nextVersion(connection, session))
                .call(next -> outbox.append(
                        connection,
                        new GrantExpired(
                                next.organisation(),
                                next.id(),
                                next.version(),
                                next.times().lastActiveAt(),
                                capability)))
                .invoke(() -> count(capability, Wire.name(Outcome.EXPIRED)));
    }

    /** {@code SessionEnded} says it for all of them. */
    @Override
    public Uni<Void> ended(SqlConnection connection, Session session) {
        return grants.closeAll(connection, session.id());
    }

    /** Consent was given to a person; the event that names another, or nobody, says it for all of them. */
    @Override
    public Uni<Void> handedOver(SqlConnection connection, Session session) {
        return grants.closeAll(connection, session.id());
    }

    private Uni<Void> tellRevoked(
            SqlConnection connection, Session session, Capability capability, Seat by, boolean closed) {
        if (!closed) {
            return Uni.createFrom().voidItem();
        }
        return sessions.nextVersion(connection, session)
                .chain(next -> outbox.append(
                        connection,
                        new GrantRevoked(
                                next.organisation(),
                                next.id(),
                                next.version(),
                                next.times().lastActiveAt(),
                                capability,
                                by)))
                .invoke(() -> count(capability, Wire.name(Outcome.REVOKED)));
    }

    private void count(Capability capability, String outcome) {
        meters.counter("remote_support.session.grants", "capability", capability.wire(), "outcome", outcome)
                .increment();
    }
}
