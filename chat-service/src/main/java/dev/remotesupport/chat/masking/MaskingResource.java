package dev.remotesupport.chat.masking;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.chat.masking.Masked.Place;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an organisation has masked in its conversations. */
@Path("/api/support/masking")
@Authenticated
@Tag(name = "Masking")
class MaskingResource {

    private final MaskingRuleStore store;
    private final Masking masking;
    private final CurrentCaller caller;

    MaskingResource(MaskingRuleStore store, Masking masking, CurrentCaller caller) {
        this.store = store;
        this.masking = masking;
        this.caller = caller;
    }

    /** All rules: what is built in first, then the organisation's own. */
    record Rules(@JsonInclude @NotNull @Size(max = 40) List<@Valid @NotNull MaskingRule> rules) {}

    /** A text to try the rules on; it is not kept. */
    record Trial(
            @NotNull
            @Size(min = 1, max = Limits.MESSAGE_TEXT)
            @Schema(examples = "My card is 4111 1111 1111 1111, PIN 1234.")
            String text) {}

    /** What would be kept of it. */
    record Preview(
            @Schema(examples = "My card is •••• •••• •••• 1111, PIN ••••.")
            String masked,

            @JsonInclude
            @Schema(description = "What was found, as offsets in the text as it was sent, in UTF-16 units.")
            List<Place> findings) {}

    @GET
    @Operation(summary = "See what is masked in messages", description = "For supervisors and above.")
    public Uni<Rules> rules() {
        return store.find(caller.get().organisationId()).map(rules -> new Rules(rules.rules()));
    }

    @PUT
    @Operation(
            summary = "Say what is masked in messages",
            description =
                    "Replaces all rules; a built-in kind that is left out is on. It counts for messages from now on, on"
                            + " every replica within ten seconds; what is stored stays as it is. At most 20 patterns of 200"
                            + " characters, in the syntax of RE2, which no text can make slow.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "A pattern of one's own, one-time codes left readable",
                                            value = """
                                                    {"rules":[{"name":"Customer cards","pattern":"\\\\bCUST-\\\\d{6}\\\\b","enabled":true},
                                                     {"name":"One-time codes","kind":"one_time_code","enabled":false}]}""")))
    @APIResponse(responseCode = "200", description = "The rules as they are now.")
    @APIResponse(responseCode = "400", description = "rule-not-allowed: it says which rule and why.")
    @APIResponse(responseCode = "403", description = "not-permitted: for supervisors and above.")
    public Uni<Rules> change(@Valid @NotNull Rules body) {
        var rules = MaskingRules.of(body.rules());
        var organisation = caller.get().organisationId();
        return store.save(organisation, rules, caller.get().id())
                .invoke(() -> masking.forget(organisation))
                .replaceWith(() -> new Rules(rules.rules()));
    }

    @POST
    @Path("/preview")
    @Operation(
            summary = "Try the rules on a text",
            description =
                    "Answers what would be kept of it and where something was found. The text is neither kept nor logged.")
    public Uni<Preview> preview(@Valid @NotNull Trial trial) {
        return masking.mask(caller.get().organisationId(), trial.text())
                .map(masked -> new Preview(masked.text(), masked.findings()));
    }
}
