package dev.remotesupport.gateway.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.gateway.Items;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
            @Size(max = 100) List<@NotBlank @Size(max = 300) String> maskSelectors,
            @Size(max = 100) List<@NotBlank @Size(max = 300) String> guardSelectors,
            Boolean liveVisitors) {}

    /** What changes; what is absent stays. */
    record SiteChange(
            @Size(max = Limits.NAME) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
            String name,

            @Size(max = 50) List<@NotBlank @Size(max = 300) String> allowedOrigins,
            @Size(max = 100) List<@NotBlank @Size(max = 300) String> maskSelectors,
            @Size(max = 100) List<@NotBlank @Size(max = 300) String> guardSelectors,
            Boolean liveVisitors) {}

    /**
     * How a secret is replaced.
     *
     * @param keepOldHours how long the old one counts beside the new one; a day unless said otherwise, 0 where it leaked
     */
    record SecretChange(
            @Min(0) @Max(168) @Schema(examples = "24") Integer keepOldHours) {

        Duration keepOld() {
            return keepOldHours == null ? USUAL_OVERLAP : Duration.ofHours(keepOldHours);
        }
    }

    /** A site as its organisation sees it. */
    record SiteView(
            UUID id,
            String name,
            String siteKey,
            List<String> allowedOrigins,
            List<String> maskSelectors,
            List<String> guardSelectors,
            boolean liveVisitors,
            Instant scriptSeenAt,
            String scriptSeenOrigin,
            String scriptSeenPage,

            @Schema(description = "Until when the secret before this one counts, too; null when it does not.")
            Instant oldSecretUntil,

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
                    List.of(site.guardSelectors),
                    site.liveVisitors,
                    site.scriptSeenAt,
                    site.scriptSeenOrigin,
                    site.scriptSeenPage,
                    Optional.ofNullable(site.oldSecretUntil)
                            .filter(until -> until.isAfter(Instant.now()))
                            .orElse(null),
                    site.createdAt,
                    secret);
        }
    }

    /**
     * What the plan includes.
     *
     * @param maxConcurrentSessions how many customers' pages may be shared at once
     */
    @Schema(name = "SiteLimits")
    record LimitsView(String plan, long sites, int maxSites, int maxConcurrentSessions) {}

    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);

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

    @GET
    @Path("/limits")
    @Operation(operationId = "siteLimits", summary = "What the organisation's plan includes")
    @APIResponse(
            responseCode = "200",
            description = "Sites, and how many customers' pages may be shared at once.",
            content =
                    @Content(
                            schema = @Schema(implementation = LimitsView.class),
                            examples =
                                    @ExampleObject(
                                            "{\"plan\": \"Team\", \"sites\": 2, \"maxSites\": 5, \"maxConcurrentSessions\": 25}")))
    public Uni<LimitsView> limits() {
        return sites.limits(caller.get().organisationId());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Makes a site; its secret is shown in this answer only")
    public Uni<SiteView> create(@NotNull @Valid NewSite body) {
        return sites.create(caller.get().organisationId(), body);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            summary = "Changes name, allowed origins, mask and guard selectors, or whether its visitors are shown live")
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
    @Operation(summary = "Makes a new secret", description = """
                    The new secret is shown in this answer only. The old one counts beside it for a day, or for as long as the
                    body says; with keepOldHours 0 it is void at once. The one before the old one is void in any case.""")
    @RequestBody(content = @Content(examples = @ExampleObject("{\"keepOldHours\": 24}")))
    public Uni<SiteView> renewSecret(UUID id, @Valid SecretChange body) {
        var overlap = Optional.ofNullable(body).map(SecretChange::keepOld).orElse(USUAL_OVERLAP);
        return sites.renewSecret(caller.get().organisationId(), id, overlap);
    }
}
