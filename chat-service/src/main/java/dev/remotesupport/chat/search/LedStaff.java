package dev.remotesupport.chat.search;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** In whose conversations somebody may look. Teams are the session service's, which is asked in the name of a team lead. */
@ApplicationScoped
class LedStaff {

    private final DeskService desk;

    LedStaff(@RestClient DeskService desk) {
        this.desk = desk;
    }

    /**
     * Absent is in all.
     *
     * @throws ProblemException 503 when the session service is needed and away
     */
    Uni<Optional<Set<String>>> of(Caller caller, String token) {
        if (caller.kind() == CallerKind.API_KEY || caller.isStaffAtLeast(StaffRole.SUPERVISOR)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return caller.isStaffAtLeast(StaffRole.TEAM_LEAD)
                ? desk.led("Bearer " + token)
                        .map(led -> Optional.ofNullable(led.staffIds()))
                        .onFailure()
                        .transform(failure -> new ProblemException(
                                PlatformProblem.UNAVAILABLE, "Your teams cannot be looked up now. Try again."))
                : Uni.createFrom().item(Optional.of(Set.of(caller.id())));
    }
}
