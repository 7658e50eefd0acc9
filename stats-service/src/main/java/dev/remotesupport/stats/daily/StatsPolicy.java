package dev.remotesupport.stats.daily;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.stats.StatsProblem;
import java.util.UUID;

/** Who may read figures, of those whom the door let in. */
final class StatsPolicy {

    private StatsPolicy() {}

    /**
     * The organisation whose figures the caller may read.
     *
     * @throws ProblemException {@code not-for-this-token}
     */
    static UUID organisationOf(Caller caller) {
        if (caller.participant().isPresent()) {
            throw new ProblemException(
                    StatsProblem.NOT_FOR_THIS_TOKEN, "A participant's token opens its session only.");
        }
        return caller.organisationId();
    }
}
