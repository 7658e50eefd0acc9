package dev.remotesupport.session.rating;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.SessionAccess;
import dev.remotesupport.session.lifecycle.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who rates which session, and until when. */
final class RatingPolicy {

    private RatingPolicy() {}

    /** What stands against a rating; nothing where it is welcome. */
    static Optional<SessionProblem> against(Session session, Caller caller, Instant now, Duration late) {
        if (!mayRate(session, caller)) {
            return Optional.of(SessionProblem.NOT_YOUR_SESSION);
        }
        if (session.review().rating().isPresent()) {
            return Optional.of(SessionProblem.ALREADY_RATED);
        }
        return session.times()
                        .endedAt()
                        .filter(ended -> ended.plus(late).isBefore(now))
                        .isPresent()
                ? Optional.of(SessionProblem.RATED_TOO_LATE)
                : Optional.empty();
    }

    /** The rating is the customer's; a system of the organisation may pass it on, staff may not. */
    private static boolean mayRate(Session session, Caller caller) {
        return caller.kind() == CallerKind.API_KEY || SessionAccess.isCustomer(session, caller);
    }
}
