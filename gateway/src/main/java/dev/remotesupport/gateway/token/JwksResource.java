package dev.remotesupport.gateway.token;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The public keys that access tokens are checked with. */
@Path("/.well-known/jwks.json")
class JwksResource {

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response keys() {
        return Response.ok(keys.current().published())
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
