package dev.remotesupport.session.lifecycle;

import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.contracts.event.SessionInterrupted;
import dev.remotesupport.contracts.event.SessionOffered;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.contracts.event.SessionRequested;
import dev.remotesupport.contracts.event.SessionResumed;
import java.time.Instant;

/** What the rest of the suite learns of a session that has just moved. */
final class SessionFacts {

    private SessionFacts() {}

    static SessionEvent requested(Session session) {
        return new SessionRequested(
                session.organisation(),
                session.id(),
                session.version(),
                at(session),
                session.customer().kind(),
                session.channels().getFirst(),
                session.site().map(Session.Site::id).orElse(null));
    }

    static SessionEvent moved(Session session, Command command) {
        var organisation = session.organisation();
        var id = session.id();
        var version = session.version();
        return switch (command) {
            case Command.Queue queue -> new SessionQueued(organisation, id, version, at(session));
            case Command.Requeue requeue -> new SessionQueued(organisation, id, version, at(session));
            case Command.Offer offer -> offered(session);
            case Command.Assign assign ->
                new SessionAssigned(
                        organisation, id, version, at(session), assign.staff().id());
            case Command.Transfer transfer ->
                new SessionAssigned(
                        organisation, id, version, at(session), transfer.staff().id());
            case Command.Interrupt interrupt -> new SessionInterrupted(organisation, id, version, at(session));
            case Command.Resume resume -> new SessionResumed(organisation, id, version, at(session));
            case Command.End end -> ended(session, end.reason());
        };
    }

    private static SessionEvent offered(Session session) {
        var offer = session.routing().offer().orElseThrow();
        return new SessionOffered(
                session.organisation(),
                session.id(),
                session.version(),
                at(session),
                offer.staffId(),
                offer.expiresAt());
    }

    private static SessionEvent ended(Session session, EndReason reason) {
        var endedAt = session.times().endedAt().orElseThrow();
        return new SessionEnded(
                session.organisation(),
                session.id(),
                session.version(),
                at(session),
                reason.code(),
                session.times().connectedAt().orElse(null),
                endedAt,
                session.duration(endedAt).toSeconds());
    }

    private static Instant at(Session session) {
        return session.times().lastActiveAt();
    }
}
