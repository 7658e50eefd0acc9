package dev.remotesupport.session.casefile;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.access.Sight;
import dev.remotesupport.session.access.Sight.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which cases somebody may see, as a condition on the columns of {@code support_case}. */
final class CaseSight {

    private static final String DESK = """
            (support_case.opened_by = $%1$d
              OR EXISTS (SELECT FROM case_session AS link JOIN session ON session.id = link.session_id
                         WHERE link.case_id = support_case.id AND %3$s)
              OR EXISTS (SELECT FROM session WHERE session.customer_id = support_case.customer_id
                         AND session.state IN ('active', 'interrupted') AND session.staff_id = ANY ($%2$d)))
            """;

    private CaseSight() {}

    /**
     * Customers see their own. Members of the staff see what they opened, what holds a session that they see, and what is of a
     * customer whom they help at this moment; whoever sees all sessions sees all cases.
     *
     * @param first the number of the first parameter
     */
    static Condition of(Caller caller, Sight sight, int first) {
        return switch (sight) {
            case Sight.All all -> all.condition(first);
            case Sight.Nothing nothing -> nothing.condition(first);
            case Sight.Own own -> new Condition("support_case.customer_id = $" + first, List.of(own.customer()));
            case Sight.Desk desk -> ofDesk(caller, desk, first);
        };
    }

    private static Condition ofDesk(Caller caller, Sight.Desk desk, int first) {
        var sessions = desk.condition(first + 2);
        var parameters = new ArrayList<Object>();
        parameters.add(caller.id());
        parameters.add(desk.staff().toArray(UUID[]::new));
        parameters.addAll(sessions.parameters());
        return new Condition(DESK.formatted(first, first + 1, sessions.sql()), parameters);
    }
}
