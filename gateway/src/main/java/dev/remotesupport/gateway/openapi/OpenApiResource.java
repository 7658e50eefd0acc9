package dev.remotesupport.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The merged document. */
@Path("/api/openapi")
class OpenApiResource {

    private final Documents documents;

    OpenApiResource(Documents documents) {
        this.documents = documents;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<JsonNode> document() {
        return documents.merged();
    }
}
