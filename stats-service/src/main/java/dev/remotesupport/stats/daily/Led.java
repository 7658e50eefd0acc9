package dev.remotesupport.stats.daily;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Whose work somebody sees figures of: team leads that of their teams, which the session service knows, others everybody's. */
@ApplicationScoped
class Led {

    private final DeskService desk;

    Led(@RestClient DeskService desk) {
        this.desk = desk;
    }

    /**
     * Absent is everybody.
     *
     * @throws ProblemException 503 when the session service is needed and away
     */
    Uni<Optional<Set<UUID>>> by(Caller caller, String token) {
        return caller.isStaffAtLeast(StaffRole.TEAM_LEAD) && !caller.isStaffAtLeast(StaffRole.SUPERVISOR)
                ? desk.led("Bearer " + token)
                        .map(led -> Optional.ofNullable(led.staffIds()))
                        .onFailure()
                        .transform(failure -> new ProblemException(
                                PlatformProblem.UNAVAILABLE, "Your teams cannot be looked up now. Try again."))
                : Uni.createFrom().item(Optional.empty());
    }
}
