package dev.remotesupport.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The merged document. */
@Path("/api/openapi")
@Tag(name = "API")
class OpenApiResource {

    private final Documents documents;

    OpenApiResource(Documents documents) {
        this.documents = documents;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "This description of the API, of all services together")
    @APIResponse(
            responseCode = "200",
            description = "An OpenAPI document.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<JsonNode> document() {
        return documents.merged();
    }
}
