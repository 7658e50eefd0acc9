package dev.remotesupport.gateway.visitor;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.gateway.token.AccessTokens;
import dev.remotesupport.gateway.visitor.Visitors.Met;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the script on a site's page introduces its visitor. */
@Path("/api/visitors")
@Tag(name = "Visitors")
class VisitorResource {

    /** The page that the visitor looks at; said for the sake of the caller's log only, and not kept here. */
    record Page(
            @Size(max = Limits.URL) String url,
            @Size(max = Limits.TITLE) String title) {}

    /**
     * An introduction.
     *
     * @param visitorKey from an earlier answer, which the browser has kept
     * @param identify the site's word for who this is, a JWT (HS256)
     */
    record Introduction(
            @NotBlank @Size(max = 64) String siteKey,
            @Size(max = 64) String visitorKey,
            @Size(max = Limits.TOKEN) String identify,
            @Valid Page page) {}

    /** @param visitorKey a secret; sent again, it renews the same visitor */
    record Welcome(
            UUID visitorId,
            String visitorKey,
            String accessToken,
            long expiresIn,
            String name,
            CallerKind kind,
            SiteRules site) {}

    private final Visitors visitors;
    private final AccessTokens tokens;
    private final ObjectMapper json;

    VisitorResource(Visitors visitors, AccessTokens tokens, ObjectMapper json) {
        this.visitors = visitors;
        this.tokens = tokens;
        this.json = json;
    }

    @GET
    @Path("/site/{siteKey}")
    @PermitAll
    @Operation(
            operationId = "siteRules",
            summary = "What the script on a site's page has to keep to",
            description = "To be asked again with If-None-Match: 304 while nothing has changed.")
    @APIResponse(
            responseCode = "200",
            description = "The rules in force.",
            content =
                    @Content(
                            schema = @Schema(implementation = SiteRules.class),
                            examples = @ExampleObject(VisitorExamples.RULES)))
    @APIResponse(responseCode = "304", description = "They are as they were.")
    @APIResponse(
            responseCode = "403",
            description = "origin-refused, organisation-suspended",
            content = @Content(examples = @ExampleObject(VisitorExamples.ORIGIN_REFUSED)))
    @APIResponse(
            responseCode = "404",
            description = "site-unknown",
            content = @Content(examples = @ExampleObject(VisitorExamples.SITE_UNKNOWN)))
    public Uni<Response> rules(
            @PathParam("siteKey") @Size(max = 64) String siteKey,
            @HeaderParam("Origin") String origin,
            @Context Request request) {
        return visitors.rules(siteKey, Optional.ofNullable(origin))
                .map(SiteRules::of)
                .map(rules -> {
                    var tag = new EntityTag(rules.tag(json));
                    var same = request.evaluatePreconditions(tag);
                    return (same == null ? Response.ok(rules, MediaType.APPLICATION_JSON_TYPE) : same)
                            .tag(tag)
                            .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                            .build();
                });
    }

    @POST
    @PermitAll
    @Operation(summary = "Introduces a visitor or customer of a site; answers a token for the next minutes")
    public Uni<Welcome> meet(@HeaderParam("Origin") String origin, @NotNull @Valid Introduction body) {
        return visitors.meet(
                        body.siteKey(),
                        ScriptSeen.of(
                                Optional.ofNullable(origin),
                                Optional.ofNullable(body.page()).map(Page::url)),
                        Optional.ofNullable(body.visitorKey()),
                        Optional.ofNullable(body.identify()))
                .map(this::welcome);
    }

    private Welcome welcome(Met met) {
        var token = tokens.issue(met.visitor().tokenSubject());
        return new Welcome(
                met.visitor().id,
                met.visitorKey(),
                token.value(),
                token.expiresIn(),
                met.visitor().name,
                met.visitor().kind(),
                SiteRules.of(met.site()));
    }
}
