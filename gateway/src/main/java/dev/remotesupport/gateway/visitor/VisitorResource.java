package dev.remotesupport.gateway.visitor;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    /**
     * What the script has to know of its site.
     *
     * @param origins where its pages come from: only among them do a page and a frame in it show themselves to each other
     */
    record SiteView(UUID id, String name, List<String> maskSelectors, List<String> origins) {}

    /** @param visitorKey a secret; sent again, it renews the same visitor */
    record Welcome(
            UUID visitorId,
            String visitorKey,
            String accessToken,
            long expiresIn,
            String name,
            CallerKind kind,
            SiteView site) {}

    private final Visitors visitors;
    private final AccessTokens tokens;

    VisitorResource(Visitors visitors, AccessTokens tokens) {
        this.visitors = visitors;
        this.tokens = tokens;
    }

    @POST
    @PermitAll
    @Operation(summary = "Introduces a visitor or customer of a site; answers a token for the next minutes")
    public Uni<Welcome> meet(@HeaderParam("Origin") String origin, @NotNull @Valid Introduction body) {
        return visitors.meet(
                        body.siteKey(),
                        Optional.ofNullable(origin).orElse(""),
                        Optional.ofNullable(body.visitorKey()),
                        Optional.ofNullable(body.identify()))
                .map(this::welcome);
    }

    private Welcome welcome(Met met) {
        var token = tokens.issue(met.visitor().tokenSubject());
        var site = met.site();
        return new Welcome(
                met.visitor().id,
                met.visitorKey(),
                token.value(),
                token.expiresIn(),
                met.visitor().name,
                met.visitor().kind(),
                new SiteView(
                        site.id(),
                        site.name(),
                        site.maskSelectors(),
                        site.allowedOrigins().stream().sorted().toList()));
    }
}
