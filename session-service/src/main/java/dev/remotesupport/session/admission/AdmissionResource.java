package dev.remotesupport.session.admission;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.admission.AdmitParticipant.Admission;
import dev.remotesupport.session.lifecycle.SessionView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asked by the gateway with the caller's own token. Never passed on from outside. */
@Path("/internal/sessions/{id}/admissions")
@Tag(name = "Internal")
public class AdmissionResource {

    private final CurrentCaller caller;
    private final AdmitParticipant admit;

    AdmissionResource(CurrentCaller caller, AdmitParticipant admit) {
        this.caller = caller;
        this.admit = admit;
    }

    /** The tab or device that wants to take part, by an id of its own choice. */
    public record AdmissionRequest(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}")
            String tab) {}

    /** The participant that the tab is from now on. */
    public record Admitted(
            UUID sessionId, UUID organisation, UUID participantId, Seat seat, String displayName, SessionView session) {

        static Admitted of(Admission admission) {
            return new Admitted(
                    admission.session().id(),
                    admission.session().organisation(),
                    admission.participant(),
                    admission.seat(),
                    admission.displayName(),
                    SessionView.of(admission.session()));
        }
    }

    @POST
    @RolesAllowed({"staff", "customer", "visitor"})
    @Operation(
            hidden = true,
            operationId = "admitParticipant",
            summary = "Admit a tab or device to a session",
            description = "The same tab of the same person is the same participant each time.")
    public Uni<Admitted> admit(UUID id, @NotNull @Valid AdmissionRequest body) {
        return admit.admit(caller.get(), id, body.tab()).map(Admitted::of);
    }
}
