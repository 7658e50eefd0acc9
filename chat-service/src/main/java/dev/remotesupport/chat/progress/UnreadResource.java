package dev.remotesupport.chat.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The unread counts beside a member of the staff's own chats. */
@Path("/api/support/chat/unread")
@Authenticated
@Tag(name = "Chat")
public class UnreadResource {

    private final UnreadCounts counts;
    private final CurrentCaller caller;

    UnreadResource(UnreadCounts counts, CurrentCaller caller) {
        this.counts = counts;
        this.caller = caller;
    }

    /** The open conversations of a member of the staff. */
    record UnreadList(@JsonInclude List<Unread> items) {}

    @GET
    @Operation(
            summary = "Count what you have not read",
            description =
                    "For the open conversations that the caller has, the oldest first, at most 200. What was read a moment"
                            + " ago may count for up to a second more.")
    @APIResponse(responseCode = "200", description = "One item for each conversation, also where nothing is unread.")
    public Uni<UnreadList> unread() {
        return counts.of(caller.get().organisationId(), caller.get().id()).map(UnreadList::new);
    }
}
