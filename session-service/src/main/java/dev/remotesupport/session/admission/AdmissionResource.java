package dev.remotesupport.session.admission;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.admission.AdmitParticipant.Admission;
import dev.remotesupport.session.lifecycle.SessionView;
import dev.remotesupport.session.routing.AnswerOffer;
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
    private final AnswerOffer offers;

    AdmissionResource(CurrentCaller caller, AdmitParticipant admit, AnswerOffer offers) {
        this.caller = caller;
        this.admit = admit;
        this.offers = offers;
    }

    /**
     * The tab or device that wants to take part.
     *
     * @param tab an id of its own choice
     * @param accept takes the session first, which is offered to the caller
     * @param early before the caller answers the call that rings: for nothing but to make ready for it
     */
    public record AdmissionRequest(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}")
            String tab,

            boolean accept,
            boolean early) {}

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
        if (body.early()) {
            return early(id, body).map(Admitted::of);
        }
        return accepted(id, body)
                .chain(() -> admit.admit(caller.get(), id, body.tab()))
                .map(Admitted::of);
    }

    private Uni<Admission> early(UUID id, AdmissionRequest body) {
        if (body.accept()) {
            throw new ProblemException(PlatformProblem.INVALID, "What is accepted is not early.");
        }
        return admit.admitEarly(caller.get(), id, body.tab());
    }

    private Uni<Void> accepted(UUID id, AdmissionRequest body) {
        if (!body.accept()) {
            return Uni.createFrom().voidItem();
        }
        if (caller.get().kind() != CallerKind.STAFF) {
            throw new ProblemException(SessionProblem.NOT_OFFERED, "Sessions are offered to staff.");
        }
        return offers.accept(caller.get(), id).replaceWithVoid();
    }
}
