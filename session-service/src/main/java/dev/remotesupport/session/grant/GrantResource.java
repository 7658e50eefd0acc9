package dev.remotesupport.session.grant;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.access.OpenSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a customer allows and has allowed. */
@Path("/api")
@Authenticated
@Tag(name = "Grants")
public class GrantResource {

    private final CurrentCaller caller;
    private final OpenSession open;
    private final GrantStore grants;

    GrantResource(CurrentCaller caller, OpenSession open, GrantStore grants) {
        this.caller = caller;
        this.open = open;
        this.grants = grants;
    }

    /** The newest grants, those that are over too. */
    @Schema(name = "Grants")
    public record GrantList(List<GrantView> items) {}

    /** One consent. */
    @Schema(name = "Grant")
    public record GrantView(
            Capability capability,
            Instant givenAt,
            Instant expiresAt,

            @Schema(description = "When it was taken back, or ended with its session; null when neither.")
            Instant revokedAt) {

        static GrantView of(Grant grant) {
            return new GrantView(grant.capability(), grant.givenAt(), grant.expiresAt(), grant.revokedAt());
        }
    }

    @GET
    @Path("/sessions/{id}/grants")
    @Operation(
            operationId = "listGrants",
            summary = "What the customer allows and has allowed in a session",
            description = "Newest first, at most 50. A grant is in force while it is not revoked and not expired.")
    public Uni<GrantList> list(UUID id) {
        return open.toRead(
                caller.get(),
                id,
                (connection, session) -> grants.of(connection, id)
                        .map(found ->
                                new GrantList(found.stream().map(GrantView::of).toList())));
    }
}
