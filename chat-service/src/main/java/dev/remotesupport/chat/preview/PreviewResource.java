package dev.remotesupport.chat.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A look at what a waiting customer has written, before anybody picks it up. */
@Path("/api/support/chat/{id}/preview")
@Authenticated
@Tag(name = "Chat")
public class PreviewResource {

    private final ReadPreview preview;
    private final CurrentCaller caller;
    private final JsonWebToken token;

    PreviewResource(ReadPreview preview, CurrentCaller caller, JsonWebToken token) {
        this.preview = preview;
        this.caller = caller;
        this.token = token;
    }

    /** The last of what was written; the first of them may not be the conversation's first. */
    @Schema(name = "ChatPreview")
    record Preview(
            @JsonInclude @Schema(description = "At most 10, oldest first.")
            List<ChatMessage> items) {}

    @GET
    @Operation(
            operationId = "previewChat",
            summary = "See what a waiting customer wrote last",
            description =
                    "For staff to whom the session could be offered by its team and skill, and for leads, while it waits.")
    @APIResponse(responseCode = "200", description = "The last messages; none while nothing is written.")
    @APIResponse(responseCode = "403", description = "not-a-participant: it waits for others, or waits no more.")
    @APIResponse(responseCode = "404", description = "conversation-unknown")
    public Uni<Preview> preview(UUID id) {
        return preview.of(id, caller.get(), token.getRawToken()).map(Preview::new);
    }
}
