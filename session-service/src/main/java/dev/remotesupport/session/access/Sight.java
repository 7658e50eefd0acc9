package dev.remotesupport.session.access;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.lifecycle.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which sessions of the organisation somebody may see, as a rule for one and as a condition for many. Both say the same; row-level
 * security has already kept other organisations out.
 */
public sealed interface Sight {

    boolean sees(Session session);

    /** The condition on the columns of {@code session}, whose parameters are numbered from {@code first} on. */
    Condition condition(int first);

    /** Whether the whole past of the customer of this session may be told, and not only what is seen anyway. */
    default boolean knowsThePastOf(Session session) {
        return true;
    }

    /** A term of SQL with its parameters. */
    record Condition(String sql, List<Object> parameters) {}

    /** Every session: supervisors and above, and the organisation's systems. */
    record All() implements Sight {

        @Override
        public boolean sees(Session session) {
            return true;
        }

        @Override
        public Condition condition(int first) {
            return new Condition("true", List.of());
        }
    }

    /** A customer's or a visitor's own. */
    record Own(String customer) implements Sight {

        @Override
        public boolean sees(Session session) {
            return session.customer().id().equals(customer);
        }

        @Override
        public Condition condition(int first) {
            return new Condition("session.customer_id = $" + first, List.of(customer));
        }
    }

    /**
     * What these members of the staff have or had, and whoever waits, as anybody may pick that up.
     *
     * @param missed for a lead, the teams whose missed sessions are seen too, besides those for no team; absent sees none
     */
    record Desk(Set<UUID> staff, Optional<Set<UUID>> missed) implements Sight {

        private static final Set<SessionState> WAITING =
                Set.of(SessionState.REQUESTED, SessionState.QUEUED, SessionState.OFFERED);

        @Override
        public boolean sees(Session session) {
            return WAITING.contains(session.state())
                    || session.staff()
                            .map(holder -> staff.contains(holder.id()))
                            .orElseGet(() -> hasMissed(session));
        }

        /** Only of whom they help at this moment. */
        @Override
        public boolean knowsThePastOf(Session session) {
            return session.state() != SessionState.ENDED
                    && (session.staff()
                                    .filter(holder -> staff.contains(holder.id()))
                                    .isPresent()
                            || session.routing()
                                    .offer()
                                    .filter(offer -> staff.contains(offer.staffId()))
                                    .isPresent());
        }

        @Override
        public Condition condition(int first) {
            var theirs =
                    "session.staff_id = ANY ($" + first + ") OR session.state IN ('requested', 'queued', 'offered')";
            return missed.map(teams -> new Condition(
                            "(" + theirs
                                    + " OR session.staff_id IS NULL AND (session.team_id IS NULL OR session.team_id = ANY ($"
                                    + (first + 1) + ")))",
                            List.of(array(staff), array(teams))))
                    .orElseGet(() -> new Condition("(" + theirs + ")", List.of((Object) array(staff))));
        }

        private boolean hasMissed(Session session) {
            return missed.filter(teams ->
                            session.routing().team().map(teams::contains).orElse(true))
                    .isPresent();
        }

        private static UUID[] array(Set<UUID> ids) {
            return ids.toArray(UUID[]::new);
        }
    }

    /** Nothing. */
    record Nothing() implements Sight {

        @Override
        public boolean sees(Session session) {
            return false;
        }

        @Override
        public Condition condition(int first) {
            return new Condition("false", List.of());
        }
    }
}
