package dev.remotesupport.stats.support;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.stats.StatsProblem;
import java.util.UUID;

/** Who sees how the desk and each of its staff do, of those whom the door let in. */
final class SupportPolicy {

    private SupportPolicy() {}

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
