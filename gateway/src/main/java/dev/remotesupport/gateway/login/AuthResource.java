package dev.remotesupport.gateway.login;

import dev.remotesupport.gateway.BrowserScheme;
import dev.remotesupport.gateway.GatewayProblem;
import dev.remotesupport.gateway.account.NewAccount;
import dev.remotesupport.gateway.account.UserView;
import dev.remotesupport.gateway.organisation.Organisation;
import dev.remotesupport.gateway.refresh.RefreshCookie;
import dev.remotesupport.gateway.refresh.RefreshTokens;
import dev.remotesupport.gateway.refresh.SignInLife;
import dev.remotesupport.gateway.refresh.SignedIn;
import dev.remotesupport.gateway.token.AccessTokens;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Signing in, staying signed in, signing out. The door has already checked origin and CSRF header. */
@Path("/api/auth")
@Tag(name = "Sign-in")
class AuthResource {

    /** E-mail and password. */
    record Credentials(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(max = NewAccount.PASSWORD_MAX) String password) {}

    /** The old password and the new one. */
    record PasswordChange(
            @NotNull @Size(max = NewAccount.PASSWORD_MAX) String currentPassword,

            @NotNull @Size(min = NewAccount.PASSWORD_MIN, max = NewAccount.PASSWORD_MAX)
            String newPassword) {}

    /** Whether the person has done something since the last time, or only the page kept itself signed in; if unsaid, yes. */
    record Refresh(Boolean active) {

        static boolean isActive(Refresh body) {
            return body == null || body.active() == null || body.active();
        }
    }

    /** A token for the next minutes, who it is for, and until when they are signed in: unless they do something, and at all. */
    record Session(String accessToken, long expiresIn, UserView user, Instant idleEndsAt, Instant sessionEndsAt) {}

    private final Login login;
    private final RefreshTokens refreshTokens;
    private final OwnAccount ownAccount;
    private final AccessTokens tokens;
    private final CurrentCaller caller;
    private final BrowserScheme scheme;

    AuthResource(
            Login login,
            RefreshTokens refreshTokens,
            OwnAccount ownAccount,
            AccessTokens tokens,
            CurrentCaller caller,
            BrowserScheme scheme) {
        this.login = login;
        this.refreshTokens = refreshTokens;
        this.ownAccount = ownAccount;
        this.tokens = tokens;
        this.caller = caller;
        this.scheme = scheme;
    }

    @POST
    @Path("/login")
    @PermitAll
    @Operation(summary = "Signs in; answers an access token and sets the refresh cookie")
    public Uni<RestResponse<Session>> login(@NotNull @Valid Credentials body, @Context HttpServerRequest request) {
        return login.signIn(
                        body.email(), body.password(), request.remoteAddress().hostAddress())
                .map(signedIn -> answer(signedIn, scheme.isHttps(request)));
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(
            summary = "A fresh access token for the refresh cookie, which is replaced",
            description =
                    "401 session-idle when nothing was done for too long, session-over when the log-in was too long ago.")
    public Uni<RestResponse<Session>> refresh(
            @Valid Refresh body, @CookieParam(RefreshCookie.NAME) String cookie, @Context HttpServerRequest request) {
        if (cookie == null || cookie.isBlank()) {
            return Uni.createFrom().failure(GatewayProblem.SIGNED_OUT.because("There is no refresh cookie."));
        }
        return refreshTokens
                .rotate(cookie, Refresh.isActive(body))
                .map(signedIn -> answer(signedIn, scheme.isHttps(request)));
    }

    @POST
    @Path("/logout")
    @PermitAll
    @Operation(summary = "Signs out in this browser")
    public Uni<Response> logout(@CookieParam(RefreshCookie.NAME) String cookie, @Context HttpServerRequest request) {
        var gone = Response.noContent()
                .cookie(RefreshCookie.gone(scheme.isHttps(request)))
                .build();
        return cookie == null || cookie.isBlank()
                ? Uni.createFrom().item(gone)
                : refreshTokens.end(cookie).replaceWith(gone);
    }

    @GET
    @Path("/me")
    @Authenticated
    @Operation(summary = "Who is signed in, and until when")
    public Uni<MeView> me(@CookieParam(RefreshCookie.NAME) String cookie) {
        var ends = cookie == null || cookie.isBlank()
                ? Uni.createFrom().item(Optional.<SignInLife.Ends>empty())
                : refreshTokens.ends(cookie, UUID.fromString(caller.get().id()));
        return ownAccount.view(caller.get()).chain(user -> ends.map(until -> MeView.of(user, until)));
    }

    @POST
    @Path("/password")
    @Authenticated
    @Operation(summary = "Changes the own password and signs out everywhere")
    public Uni<Void> changePassword(@NotNull @Valid PasswordChange body, @Context HttpServerRequest request) {
        return ownAccount.changePassword(
                caller.get(),
                body.currentPassword(),
                body.newPassword(),
                request.remoteAddress().hostAddress());
    }

    private RestResponse<Session> answer(SignedIn signedIn, boolean secure) {
        var now = Instant.now();
        var ends = signedIn.ends();
        var token = tokens.issue(signedIn.account().subject(), SignInLife.tokenLife(tokens.usualLife(), ends, now));
        var user = UserView.of(signedIn.account(), signedIn.organisation().map(Organisation::named));
        return ResponseBuilder.ok(
                        new Session(token.value(), token.expiresIn(), user, ends.idleEndsAt(), ends.sessionEndsAt()))
                .cookie(RefreshCookie.of(signedIn.refreshToken(), Duration.between(now, ends.sessionEndsAt()), secure))
                .build();
    }
}
