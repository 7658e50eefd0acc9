package dev.remotesupport.session.lifecycle;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.Transition.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Moves a session, tells of it in the same transaction, and counts it. */
@ApplicationScoped
public class MoveSession {

    private static final Logger LOG = Logger.getLogger(MoveSession.class);

    private final SessionStore sessions;
    private final Outbox outbox;
    private final List<MovesAlong> alongside;
    private final List<WhenEnded> whenEnded;
    private final List<WhenMoved> whenMoved;
    private final Tenancy tenancy;
    private final MeterRegistry meters;

    /** For use outside of Quarkus too. */
    @Inject
    public MoveSession(
            SessionStore sessions,
            Outbox outbox,
            Tenancy tenancy,
            @All List<MovesAlong> alongside,
            @All List<WhenEnded> whenEnded,
            @All List<WhenMoved> whenMoved,
            MeterRegistry meters) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.tenancy = tenancy;
        this.alongside = alongside;
        this.whenEnded = whenEnded;
        this.whenMoved = whenMoved;
        this.meters = meters;
    }

    /** Tells of a session that has just been inserted, and lets it wait. */
    public Uni<Session> begin(SqlConnection connection, Session session) {
        return outbox.append(connection, SessionFacts.requested(session))
                .chain(() -> move(connection, session, new Command.Queue()));
    }

    /** Tells of a session that has just been inserted, and gives it to whoever the customer has said Yes to. */
    public Uni<Session> beginWith(SqlConnection connection, Session session, Session.Staff staff) {
        return outbox.append(connection, SessionFacts.requested(session))
                .chain(() -> move(connection, session, new Command.Assign(staff)));
    }

    /** Carries a command out, or fails with the problem that stands against it. */
    public Uni<Session> move(SqlConnection connection, Session session, Command command) {
        return switch (Transition.of(session, command)) {
            case Outcome.Unchanged unchanged -> Uni.createFrom().item(session);
            case Outcome.Refused refused -> Uni.createFrom().failure(refusal(refused.why(), session));
            case Outcome.Moved moved -> move(connection, session, moved.to(), command);
        };
    }

    /** Carries a command out where that is legal, and leaves the session as it is where not. */
    public Uni<Session> moveIfLegal(SqlConnection connection, Session session, Command command) {
        return Transition.of(session, command) instanceof Outcome.Moved moved
                ? move(connection, session, moved.to(), command)
                : Uni.createFrom().item(session);
    }

    /** Gives it to somebody, who must see if its customer has just gone, as everybody else must. */
    public Uni<Session> give(SqlConnection connection, Session session, Command command) {
        return move(connection, session, command)
                .chain(given -> given.attendance().gone()
                        ? moveIfLegal(connection, given, new Command.Interrupt())
                        : Uni.createFrom().item(given));
    }

    private Uni<Session> move(SqlConnection connection, Session session, SessionState to, Command command) {
        return sessions.move(connection, session, to, command)
                .call(moved -> outbox.append(connection, SessionFacts.moved(moved, command)))
                .call(moved -> each(alongside, part -> part.moved(connection, session, moved, command)))
                .call(moved -> switch (command) {
                    case Command.End end -> each(whenEnded, part -> part.ended(connection, moved));
                    case Command.Transfer transfer -> each(whenEnded, part -> part.handedOver(connection, moved));
                    case Command.Requeue requeue -> each(whenEnded, part -> part.handedOver(connection, moved));
                    default -> Uni.createFrom().voidItem();
                })
                .invoke(moved -> count(session.state(), moved))
                .invoke(moved -> tenancy.afterCommit(
                        connection, () -> whenMoved.forEach(part -> part.moved(session.state(), moved))));
    }

    private static <P> Uni<Void> each(List<P> parts, Function<P, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private void count(SessionState from, Session moved) {
        LOG.infof(
                "session moved sessionId=%s organisation=%s from=%s to=%s version=%d",
                moved.id(), moved.organisation(), from.wire(), moved.state().wire(), moved.version());
        meters.counter(
                        "remote_support.session.moves",
                        "from",
                        from.wire(),
                        "to",
                        moved.state().wire())
                .increment();
    }

    private static ProblemException refusal(SessionProblem why, Session session) {
        return new ProblemException(
                why,
                switch (why) {
                    case SESSION_ENDED -> "Ask for help again to begin a new session.";
                    case ALREADY_ASSIGNED ->
                        session.staff().map(Session.Staff::name).orElse("A colleague")
                                + " is helping this customer already.";
                    default -> "The session is " + session.state().wire() + ".";
                });
    }
}
