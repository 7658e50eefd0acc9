package dev.remotesupport.session.rating;

import dev.remotesupport.contracts.event.SessionRated;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Review;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Keeps what a customer thinks of the help, once. */
@ApplicationScoped
public class RateSession {

    private static final String RATE = """
            UPDATE session SET
              rating = $2, feedback = coalesce($3, feedback),
              version = version + 1, last_active_at = greatest(clock_timestamp(), last_active_at)
            WHERE id = $1
            RETURNING *
            """;
    private static final String COMMENT = "UPDATE session SET feedback = $2 WHERE id = $1 RETURNING *";

    private final OpenSession open;
    private final Outbox outbox;
    private final SessionConfig config;

    RateSession(OpenSession open, Outbox outbox, SessionConfig config) {
        this.open = open;
        this.outbox = outbox;
        this.config = config;
    }

    Uni<Session> rate(Caller caller, UUID id, Review review) {
        return open.toChange(caller, id, (connection, session) -> rate(connection, caller, session, review));
    }

    /** Rates a session that the caller of this method has locked. Words without a rating leave the rating open. */
    public Uni<Session> rate(SqlConnection connection, Caller caller, Session session, Review review) {
        if (review.equals(Review.NONE)) {
            return Uni.createFrom().item(session);
        }
        var against = RatingPolicy.against(session, caller, Instant.now(), config.ratingFor());
        if (against.isPresent()) {
            return Uni.createFrom().failure(new ProblemException(against.get(), sentence(against.get())));
        }
        return review.rating()
                .map(stars -> keep(connection, session, stars, review))
                .orElseGet(() -> comment(connection, session, review));
    }

    private Uni<Session> keep(SqlConnection connection, Session session, int stars, Review review) {
        return connection
                .preparedQuery(RATE)
                .execute(Tuple.of(session.id(), (short) stars, review.comment().orElse(null)))
                .map(rows -> SessionRows.first(rows).orElseThrow())
                .call(rated -> outbox.append(
                        connection,
                        new SessionRated(
                                rated.organisation(),
                                rated.id(),
                                rated.version(),
                                rated.times().lastActiveAt(),
                                stars)));
    }

    private static Uni<Session> comment(SqlConnection connection, Session session, Review review) {
        return connection
                .preparedQuery(COMMENT)
                .execute(Tuple.of(session.id(), review.comment().orElseThrow()))
                .map(rows -> SessionRows.first(rows).orElseThrow());
    }

    private String sentence(SessionProblem why) {
        return switch (why) {
            case ALREADY_RATED -> "A rating counts once and stays.";
            case RATED_TOO_LATE ->
                "A session can be rated until " + config.ratingFor().toDays() + " days after its end.";
            default -> "Only the customer rates a session.";
        };
    }
}
