package dev.remotesupport.chat.canned;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Canned answers: read by all staff, written by who leads them. */
@Path("/api/support/canned-answers")
@Authenticated
@Tag(name = "Canned answers")
public class CannedAnswerResource {

    private final CannedAnswers answers;
    private final CurrentCaller caller;

    CannedAnswerResource(CannedAnswers answers, CurrentCaller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    /** A canned answer as it is written. */
    record Written(
            @NotNull
            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}")
            @Schema(
                    description =
                            "By which it is found, in any case; unique in its team, or among those that are everybody's.",
                    examples = "refund")
            String code,

            @NotNull
            @Schema(
                    description =
                            "1 to 2,000 characters. {{customer.name}}, {{staff.name}} and {{session.number}} are filled in"
                                    + " when it is used; {{customer.name|there}} says there to who has said no name.",
                    examples = "Hello {{customer.name|there}}, your refund is on its way. {{staff.name}}")
            String text,

            @Schema(description = "The team whose it is; leave it out for everybody's.")
            UUID teamId) {}

    /** All of an organisation. */
    record AnswerList(@JsonInclude List<CannedAnswer> items) {}

    @GET
    @Operation(summary = "List canned answers", description = "All of the organisation, by code; at most 1,000.")
    @APIResponse(responseCode = "200", description = "Those of all teams: whoever uses one chooses.")
    public Uni<AnswerList> list() {
        return answers.all(caller.get().organisationId()).map(AnswerList::new);
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Write a canned answer", description = "For team leads and above.")
    @APIResponse(responseCode = "201", description = "Everybody can use it.")
    @APIResponse(responseCode = "400", description = "invalid, text-not-allowed, variable-unknown")
    @APIResponse(responseCode = "409", description = "code-taken, too-many-answers")
    public Uni<CannedAnswer> add(@Valid @NotNull Written written) {
        return answers.add(
                caller.get().organisationId(),
                CannedText.code(written.code()),
                CannedText.check(written.text()),
                written.teamId());
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a canned answer", description = "For team leads and above.")
    @APIResponse(responseCode = "200", description = "As it is now.")
    @APIResponse(responseCode = "400", description = "invalid, text-not-allowed, variable-unknown")
    @APIResponse(responseCode = "404", description = "canned-answer-unknown")
    @APIResponse(responseCode = "409", description = "code-taken")
    public Uni<CannedAnswer> change(@PathParam("id") UUID id, @Valid @NotNull Written written) {
        return answers.change(
                caller.get().organisationId(),
                id,
                CannedText.code(written.code()),
                CannedText.check(written.text()),
                written.teamId());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a canned answer", description = "For team leads and above.")
    @APIResponse(responseCode = "204", description = "Gone; what was sent with it stays.")
    @APIResponse(responseCode = "404", description = "canned-answer-unknown")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return answers.remove(caller.get().organisationId(), id);
    }
}
