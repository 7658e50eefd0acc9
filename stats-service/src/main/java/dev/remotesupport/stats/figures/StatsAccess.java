package dev.remotesupport.stats.figures;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.stats.StatsProblem;
import java.util.UUID;

/** Who may read figures, of those whom the door let in. */
final class StatsAccess {

    /** What an API key needs to read statistics. */
    static final String READ = "stats:read";

    private StatsAccess() {}

    /** The organisation whose figures the caller may read. */
    static UUID organisationOf(Caller caller) {
        if (caller.kind() == CallerKind.API_KEY && !caller.scopes().contains(READ)) {
            throw new ProblemException(StatsProblem.SCOPE_MISSING, "It needs the scope " + READ + ".");
        }
        if (caller.participant().isPresent()) {
            throw new ProblemException(
                    StatsProblem.NOT_YOUR_SESSION, "A participant's token opens its own session only.");
        }
        return caller.organisationId();
    }
}
