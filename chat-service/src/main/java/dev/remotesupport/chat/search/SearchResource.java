package dev.remotesupport.chat.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Search over all that was written. */
@Path("/api/support/chat/search")
@Authenticated
@Tag(name = "Chat")
public class SearchResource {

    private final FindMessages messages;
    private final LedStaff led;
    private final CurrentCaller caller;
    private final JsonWebToken token;

    SearchResource(FindMessages messages, LedStaff led, CurrentCaller caller, JsonWebToken token) {
        this.messages = messages;
        this.led = led;
        this.caller = caller;
        this.token = token;
    }

    /** A page of findings, the newest first. */
    record Findings(
            @JsonInclude List<Finding> items,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    description =
                            "Where the next page begins; absent on the last one. A page of words that very many messages hold"
                                    + " may be short before that.")
            String next) {}

    @GET
    @Operation(
            summary = "Search messages",
            description =
                    "All words must stand in a message, the last one at least at the beginning of a word; \"in quotes\" they"
                            + " stand side by side, -without excludes, or widens. Support staff find what stands in the conversations"
                            + " that they have, team leads also in those of their teams, supervisors and above everything. A new message is"
                            + " found about a second after it was sent.")
    @APIResponse(responseCode = "200", description = "Findings, the newest first; empty when there are none.")
    @APIResponse(responseCode = "400", description = "search-empty: there is no word in it.")
    public Uni<Findings> search(
            @QueryParam("q") @NotNull @Size(min = 1, max = 200) @Parameter(example = "charged twice") String words,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @QueryParam("after") @Size(max = 200) @Parameter(description = "The next of the page before.")
                    String after) {
        if (words.indexOf('\0') >= 0) {
            throw new ProblemException(ChatProblem.SEARCH_EMPTY, "Search for at least one word.");
        }
        var place = Optional.ofNullable(after).map(Cursor::read);
        return led.of(caller.get(), token.getRawToken())
                .chain(staff -> messages.find(caller.get(), staff, words, place, limit))
                .map(page -> new Findings(
                        page.findings(), page.next().map(Cursor::text).orElse(null)));
    }
}
