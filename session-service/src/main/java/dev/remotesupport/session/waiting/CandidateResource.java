package dev.remotesupport.session.waiting;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.staffing.StaffMember;
import dev.remotesupport.session.staffing.StaffProfiles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Whether somebody who waits could come to the caller, for the chat service, which then shows what was written. Never through the
 * gateway.
 */
@Path("/internal/queue/{id}/candidate")
@Tag(name = "Internal")
public class CandidateResource {

    private static final Set<SessionState> WAITING = Set.of(SessionState.QUEUED, SessionState.OFFERED);

    private final CurrentCaller caller;
    private final OpenSession open;
    private final StaffProfiles profiles;

    CandidateResource(CurrentCaller caller, OpenSession open, StaffProfiles profiles) {
        this.caller = caller;
        this.open = open;
        this.profiles = profiles;
    }

    @GET
    @RolesAllowed("staff")
    @Operation(operationId = "checkCandidate", summary = "Whether a session waits for the caller, among others")
    @APIResponse(
            responseCode = "204",
            description = "It waits, and is for the caller's teams and skills, or a lead asks.")
    @APIResponse(responseCode = "403", description = "not-your-session")
    @APIResponse(responseCode = "404", description = "session-unknown")
    public Uni<Void> check(UUID id) {
        return open.toRead(
                caller.get(),
                id,
                (connection, session) -> profiles.find(
                                connection, UUID.fromString(caller.get().id()))
                        .invoke(member -> {
                            if (!isCandidate(caller.get(), member, session)) {
                                throw new ProblemException(
                                        SessionProblem.NOT_YOUR_SESSION, "It waits for others, or waits no more.");
                            }
                        })
                        .replaceWithVoid());
    }

    /** Leads see to it that everybody is helped, in whichever teams they are; who is new here is in none. */
    static boolean isCandidate(Caller caller, Optional<StaffMember> member, Session session) {
        return WAITING.contains(session.state())
                && (caller.isStaffAtLeast(StaffRole.TEAM_LEAD)
                        || member.map(known -> known.serves(session))
                                .orElseGet(() -> session.routing().isForAnybody()));
    }
}
