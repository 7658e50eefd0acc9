package dev.remotesupport.gateway.permission;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What somebody has added and not listed in permissions.json. */
@Path("/api/unlisted")
class UnlistedResource {

    @GET
    @Authenticated
    public String forThoseSignedIn() {
        return "reached";
    }

    @GET
    @Path("/open")
    @PermitAll
    public String forEverybody() {
        return "reached";
    }
}
