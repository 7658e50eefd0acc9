package dev.remotesupport.session;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.lifecycle.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sessions and callers for tests of pure rules. */
public final class Sessions {

    public static final UUID ORGANISATION = UUID.randomUUID();
    public static final UUID ADA = UUID.randomUUID();
    public static final UUID BOB = UUID.randomUUID();
    public static final String GRACE = "grace";
    private static final Instant REQUESTED = Instant.parse("2026-03-01T10:00:00Z");

    private Sessions() {}

    /** A session of the visitor {@link #GRACE}; from {@code active} on Ada has it. */
    public static Session in(SessionState state) {
        var connected = state == SessionState.ACTIVE || state == SessionState.INTERRUPTED;
        return new Session(
                UUID.randomUUID(),
                ORGANISATION,
                1,
                state,
                3,
                List.of(Channel.CHAT),
                new Session.Customer(CallerKind.VISITOR, GRACE, "Grace", Optional.empty(), true, Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                connected ? Optional.of(new Session.Staff(ADA, "Ada")) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Session.Times(
                        REQUESTED,
                        connected ? Optional.of(REQUESTED.plusSeconds(60)) : Optional.empty(),
                        state == SessionState.ENDED ? Optional.of(REQUESTED.plusSeconds(90)) : Optional.empty(),
                        REQUESTED),
                state == SessionState.ENDED ? Optional.of("abandoned") : Optional.empty(),
                new Session.Attendance(false, Optional.of(REQUESTED)),
                new Session.Routing(
                        Optional.empty(),
                        Optional.empty(),
                        state == SessionState.OFFERED
                                ? Optional.of(new Session.Offer(ADA, REQUESTED.plusSeconds(20)))
                                : Optional.empty()),
                List.of(),
                Session.Review.NONE);
    }

    /** The same session, for a team. */
    public static Session forTeam(UUID team, Session session) {
        return with(
                session.channels(),
                new Session.Routing(
                        Optional.of(team),
                        session.routing().skill(),
                        session.routing().offer()),
                session);
    }

    /** The same session, for somebody with a skill. */
    public static Session needing(String skill, Session session) {
        return with(
                session.channels(),
                new Session.Routing(
                        session.routing().team(),
                        Optional.of(skill),
                        session.routing().offer()),
                session);
    }

    /** The same session, begun by this channel. */
    public static Session by(Channel channel, Session session) {
        return with(List.of(channel), session.routing(), session);
    }

    private static Session with(List<Channel> channels, Session.Routing routing, Session session) {
        return new Session(
                session.id(),
                session.organisation(),
                session.number(),
                session.state(),
                session.version(),
                channels,
                session.customer(),
                session.machineName(),
                session.location(),
                session.site(),
                session.staff(),
                session.subject(),
                session.page(),
                session.times(),
                session.endReason(),
                session.attendance(),
                routing,
                session.tags(),
                session.review());
    }

    public static Caller staff(UUID id, StaffRole role) {
        return caller(CallerKind.STAFF, id.toString(), Optional.of(role), Optional.empty(), Set.of());
    }

    public static Caller visitor(String id) {
        return caller(CallerKind.VISITOR, id, Optional.empty(), Optional.empty(), Set.of());
    }

    public static Caller customer(String id) {
        return caller(CallerKind.CUSTOMER, id, Optional.empty(), Optional.empty(), Set.of());
    }

    public static Caller apiKey(String... scopes) {
        return caller(CallerKind.API_KEY, "key", Optional.empty(), Optional.empty(), Set.of(scopes));
    }

    /** The same caller, bound to a session. */
    public static Caller in(UUID session, Seat seat, Caller caller) {
        var binding = new Caller.ParticipantBinding(session, UUID.randomUUID(), seat, "tab");
        return caller(caller.kind(), caller.id(), caller.role(), Optional.of(binding), caller.scopes());
    }

    private static Caller caller(
            CallerKind kind,
            String id,
            Optional<StaffRole> role,
            Optional<Caller.ParticipantBinding> participant,
            Set<String> scopes) {
        return new Caller(
                kind,
                id,
                Optional.of(ORGANISATION),
                role,
                "Somebody",
                Optional.of("somebody@example.com"),
                Optional.empty(),
                participant,
                scopes,
                "token",
                Instant.MIN,
                Instant.MAX);
    }
}
