package dev.remotesupport.gateway.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.gateway.Items;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The websites that embed the script. */
@Path("/api/sites")
@Authenticated
@Tag(name = "Sites")
class SiteResource {

    /** A site to be made. */
    record NewSite(
            @NotBlank @Size(max = Limits.NAME) String name,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 300) String> allowedOrigins,
            @Size(max = 100) List<@NotBlank @Size(max = 300) String> maskSelectors) {}

    /** What changes; what is absent stays. */
    record SiteChange(
            @Size(max = Limits.NAME) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
            String name,

            @Size(max = 50) List<@NotBlank @Size(max = 300) String> allowedOrigins,
            @Size(max = 100) List<@NotBlank @Size(max = 300) String> maskSelectors) {}

    /** A site as its organisation sees it. */
    record SiteView(
            UUID id,
            String name,
            String siteKey,
            List<String> allowedOrigins,
            List<String> maskSelectors,
            Instant scriptSeenAt,
            String scriptSeenOrigin,
            Instant createdAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) String siteSecret) {

        static SiteView of(Site site) {
            return of(site, null);
        }

        /** @param secret shown once, when it was made */
        static SiteView of(Site site, String secret) {
            return new SiteView(
                    site.id,
                    site.name,
                    site.siteKey,
                    List.of(site.allowedOrigins),
                    List.of(site.maskSelectors),
                    site.scriptSeenAt,
                    site.scriptSeenOrigin,
                    site.createdAt,
                    secret);
        }
    }

    private final Sites sites;
    private final CurrentCaller caller;

    SiteResource(Sites sites, CurrentCaller caller) {
        this.sites = sites;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All sites by name")
    public Uni<Items<SiteView>> list() {
        return sites.list(caller.get().organisationId())
                .map(all -> new Items<>(all.stream().map(SiteView::of).toList()));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Makes a site; its secret is shown in this answer only")
    public Uni<SiteView> create(@NotNull @Valid NewSite body) {
        return sites.create(caller.get().organisationId(), body);
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Changes name, allowed origins or mask selectors")
    public Uni<SiteView> change(UUID id, @NotNull @Valid SiteChange body) {
        return sites.change(caller.get().organisationId(), id, body);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Removes a site with all it knows of its visitors")
    public Uni<Void> remove(UUID id) {
        return sites.remove(caller.get().organisationId(), id);
    }

    @POST
    @Path("/{id}/secret")
    @Operation(summary = "Makes a new secret; the old one is void at once")
    public Uni<SiteView> renewSecret(UUID id) {
        return sites.renewSecret(caller.get().organisationId(), id);
    }
}
