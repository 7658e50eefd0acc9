package dev.remotesupport.session.tag;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.SessionView;
import dev.remotesupport.session.tag.TagSession.Counted;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tags of sessions. */
@Path("/api")
@Authenticated
@Tag(name = "Tags")
public class TagResource {

    private final CurrentCaller caller;
    private final TagSession tagSession;

    TagResource(CurrentCaller caller, TagSession tagSession) {
        this.caller = caller;
        this.tagSession = tagSession;
    }

    /** All tags that a session shall have. */
    @Schema(name = "SessionTags")
    public record SessionTags(
            @NotNull
            @Size(max = 100)
            @Schema(description = "At most 20 of at most 40 letters each.", examples = "[\"printer\", \"warranty\"]")
            List<@NotNull @Size(max = 400) String> tags) {}

    /** The tags of the organisation. */
    @Schema(name = "TagList")
    public record TagList(List<TagCount> items) {}

    /** One tag and how often it is used. */
    @Schema(name = "TagCount")
    public record TagCount(
            @Schema(examples = "printer") String tag,
            @Schema(examples = "12") long sessions) {

        static TagCount of(Counted counted) {
            return new TagCount(counted.tag(), counted.sessions());
        }
    }

    @PUT
    @Path("/sessions/{id}/tags")
    @Operation(
            operationId = "tagSession",
            summary = "Say which tags a session has",
            description = "Replaces those it had. Tags are kept in lower case with single spaces, each once.")
    @APIResponse(responseCode = "200", description = "The session with its tags.")
    @APIResponse(responseCode = "400", description = "invalid, tag-not-allowed")
    @APIResponse(responseCode = "404", description = "session-unknown")
    public Uni<SessionView> tag(UUID id, @NotNull @Valid SessionTags body) {
        return tagSession.tag(caller.get(), id, normalised(body.tags())).map(SessionView::of);
    }

    @GET
    @Path("/tags")
    @Operation(
            operationId = "listTags",
            summary = "The tags in use",
            description = "The most used first, at most 1,000 of them.")
    @APIResponse(responseCode = "200", description = "Each tag with the number of sessions that have it.")
    public Uni<TagList> list() {
        return tagSession
                .counted(caller.get())
                .map(counted -> new TagList(counted.stream().map(TagCount::of).toList()));
    }

    private static List<String> normalised(List<String> tags) {
        try {
            return Tags.normalised(tags);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(SessionProblem.TAG_NOT_ALLOWED, e.getMessage());
        }
    }
}
