package dev.remotesupport.gateway.ownpage;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.gateway.BrowserScheme;
import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.ownpage.OwnPageVisits.Owner;
import dev.remotesupport.gateway.site.KnownSite;
import dev.remotesupport.gateway.token.AccessTokens;
import dev.remotesupport.gateway.visitor.KnownVisitors;
import dev.remotesupport.gateway.visitor.KnownVisitors.KnownVisitor;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Into the customer's own page, staying there, and out. The door has checked origin and CSRF header where a cookie counts. */
@Path("/api/my")
@Tag(name = "Own page")
class OwnPageResource {

    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";

    /** A code that opens the page once. @param expiresIn seconds from now */
    record Code(String code, long expiresIn) {}

    /** What the address of the page said. */
    record Entry(@NotBlank @Size(max = 64) String code) {}

    /** Whose page it is. */
    record OwnerView(UUID id, String name, CallerKind kind) {}

    /** The site that the customer belongs to. @param origins where its pages are */
    record OwnSiteView(UUID id, String name, List<String> origins) {}

    /** A token for the next minutes, and whose page it is. */
    record OwnPage(String accessToken, long expiresIn, OwnerView customer, OwnSiteView site) {}

    private final OwnPageVisits visits;
    private final KnownVisitors visitors;
    private final AccessTokens tokens;
    private final CurrentCaller caller;
    private final BrowserScheme scheme;
    private final GatewayConfig.OwnPage config;

    OwnPageResource(
            OwnPageVisits visits,
            KnownVisitors visitors,
            AccessTokens tokens,
            CurrentCaller caller,
            BrowserScheme scheme,
            GatewayConfig config) {
        this.visits = visits;
        this.visitors = visitors;
        this.tokens = tokens;
        this.caller = caller;
        this.scheme = scheme;
        this.config = config.ownPage();
    }

    @POST
    @Path("/codes")
    @Authenticated
    @ResponseStatus(201)
    @Operation(
            operationId = "prepareOwnPage",
            summary = "A code that opens the own page once, within a minute",
            description = "Put it behind the # of /my, which no server and no log sees.")
    @APIResponse(
            responseCode = "201",
            description = "The code.",
            content =
                    @Content(mediaType = JSON, examples = @ExampleObject(name = "code", value = OwnPageExamples.CODE)))
    @APIResponse(
            responseCode = "403",
            description = "not-permitted: for customers and visitors, by a token that is not bound to one session.",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "not-permitted", value = OwnPageExamples.NOT_PERMITTED)))
    public Uni<Code> prepare() {
        if (caller.get().participant().isPresent()) {
            throw new ProblemException(
                    PlatformProblem.NOT_PERMITTED, "A participant's token opens its own session only.");
        }
        return visits.prepare(caller.get())
                .map(code -> new Code(code, config.codeLife().toSeconds()));
    }

    @POST
    @Path("/entries")
    @PermitAll
    @Operation(operationId = "enterOwnPage", summary = "Exchanges a code for an access token and the page's cookie")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            examples = @ExampleObject(name = "entry", value = OwnPageExamples.ENTER)))
    @APIResponse(
            responseCode = "200",
            description = "In.",
            content =
                    @Content(mediaType = JSON, examples = @ExampleObject(name = "page", value = OwnPageExamples.PAGE)))
    @APIResponse(
            responseCode = "401",
            description = "code-refused",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "code-refused", value = OwnPageExamples.CODE_REFUSED)))
    @APIResponse(
            responseCode = "403",
            description = "csrf: from our own page only.",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "csrf", value = OwnPageExamples.CSRF)))
    public Uni<RestResponse<OwnPage>> enter(@NotNull @Valid Entry body, @Context HttpServerRequest request) {
        return visits.enter(body.code())
                .chain(entered -> page(entered.owner()).map(page -> answer(page, entered.key(), request)));
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(operationId = "refreshOwnPage", summary = "A fresh access token for the page's cookie")
    @APIResponse(
            responseCode = "200",
            description = "Still in.",
            content =
                    @Content(mediaType = JSON, examples = @ExampleObject(name = "page", value = OwnPageExamples.PAGE)))
    @APIResponse(
            responseCode = "401",
            description = "page-closed: left, unused for too long, or open for too long.",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "page-closed", value = OwnPageExamples.PAGE_CLOSED)))
    @APIResponse(
            responseCode = "403",
            description = "csrf: from our own page only.",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "csrf", value = OwnPageExamples.CSRF)))
    public Uni<RestResponse<OwnPage>> refresh(
            @CookieParam(OwnPageCookie.NAME) String cookie, @Context HttpServerRequest request) {
        if (cookie == null || cookie.isBlank()) {
            throw OwnPageVisits.closed();
        }
        return visits.goOn(cookie).chain(this::page).map(page -> answer(page, cookie, request));
    }

    @POST
    @Path("/leave")
    @PermitAll
    @Operation(operationId = "leaveOwnPage", summary = "Closes the page in this browser")
    @APIResponse(responseCode = "204", description = "The cookie is worth nothing any more.")
    @APIResponse(
            responseCode = "403",
            description = "csrf: from our own page only.",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "csrf", value = OwnPageExamples.CSRF)))
    public Uni<Response> leave(@CookieParam(OwnPageCookie.NAME) String cookie, @Context HttpServerRequest request) {
        var gone = Response.noContent()
                .cookie(OwnPageCookie.gone(scheme.isHttps(request)))
                .build();
        return cookie == null || cookie.isBlank()
                ? Uni.createFrom().item(gone)
                : visits.leave(cookie).replaceWith(gone);
    }

    private Uni<OwnPage> page(Owner owner) {
        return visitors.find(owner.organisation(), owner.visitor())
                .map(found -> page(found.orElseThrow(OwnPageVisits::closed)));
    }

    private OwnPage page(KnownVisitor owner) {
        var token = tokens.issue(owner.subject());
        var view = new OwnerView(
                owner.id(), owner.subject().name(), owner.subject().kind());
        return new OwnPage(token.value(), token.expiresIn(), view, view(owner.site()));
    }

    private static OwnSiteView view(KnownSite site) {
        return new OwnSiteView(
                site.id(), site.name(), site.allowedOrigins().stream().sorted().toList());
    }

    private RestResponse<OwnPage> answer(OwnPage page, String key, HttpServerRequest request) {
        var secure = scheme.isHttps(request);
        return ResponseBuilder.ok(page)
                .cookie(OwnPageCookie.of(key, config.idleLife(), secure))
                .build();
    }
}
