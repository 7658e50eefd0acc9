package dev.remotesupport.gateway.door;

import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.GatewayProblem;
import dev.remotesupport.gateway.key.ApiKeyExchange;
import dev.remotesupport.gateway.revocation.Revocations;
import dev.remotesupport.gateway.site.WebOrigin;
import dev.remotesupport.gateway.token.AccessToken;
import dev.remotesupport.gateway.token.TokenVerifier;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.caller.Callers;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/** Lets a call to the API or a socket in: closed paths, identity, limits, origin, in that order. Pages pass by. */
@ApplicationScoped
class Door {

    /** Before the proxy and all of Quarkus' own routes; after nothing but the headers of every answer. */
    private static final int PRIORITY = 900;

    /** Said by the inside only; from outside they are lies. */
    private static final List<String> INSIDE_HEADERS = List.of(
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "Forwarded",
            "X-Real-IP",
            "X-Room-Owner");

    private final TokenVerifier verifier;
    private final Revocations revocations;
    private final ApiKeyExchange apiKeys;
    private final OriginGuard origins;
    private final RateLimits limits;
    private final ProblemAnswers problems;
    private final Optional<WebOrigin> configuredOrigin;

    Door(
            TokenVerifier verifier,
            Revocations revocations,
            ApiKeyExchange apiKeys,
            OriginGuard origins,
            RateLimits limits,
            ProblemAnswers problems,
            GatewayConfig config) {
        this.verifier = verifier;
        this.revocations = revocations;
        this.apiKeys = apiKeys;
        this.origins = origins;
        this.limits = limits;
        this.problems = problems;
        this.configuredOrigin = config.baseUrl().map(WebOrigin::of);
    }

    void open(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext context) {
        var request = context.request();
        INSIDE_HEADERS.forEach(request.headers()::remove);
        var path = request.path();
        if (isClosed(path)) {
            problems.send(
                    context.response(), new ProblemException(PlatformProblem.NOT_FOUND, "There is nothing here."));
        } else if (path.startsWith("/api/") || path.startsWith("/ws/")) {
            check(context, request);
        } else {
            context.next();
        }
    }

    /** Services' inner routes, and Quarkus' own. */
    private static boolean isClosed(String path) {
        return path.startsWith("/internal") || path.equals("/q") || path.startsWith("/q/");
    }

    private void check(RoutingContext context, HttpServerRequest request) {
        // What is decided takes a moment; the body has to wait for whoever will read it.
        request.pause();
        Uni.createFrom()
                .deferred(() -> check(DoorRequest.of(request, configuredOrigin), context))
                .subscribe()
                .with(
                        goOn -> {
                            request.resume();
                            if (goOn) {
                                context.next();
                            }
                        },
                        failure -> {
                            request.resume();
                            problems.send(context.response(), failure);
                        });
    }

    private Uni<Boolean> check(DoorRequest door, RoutingContext context) {
        if (door.isPreflight()) {
            return preflight(door, context).replaceWith(false);
        }
        var request = context.request();
        return (LineCheck.isMeant(door)
                        ? Uni.createFrom().item(Optional.<Caller>empty())
                        : identify(request, door.socket()))
                .invoke(caller ->
                        limits.admit(door, caller, request.remoteAddress().hostAddress()))
                .invoke(caller -> caller.ifPresent(known -> AdmittedCaller.put(context, known)))
                .chain(caller -> origins.admit(door, caller))
                .invoke(foreign -> {
                    if (foreign) {
                        Cors.allow(context.response(), door.origin().orElseThrow());
                    }
                })
                .replaceWith(true);
    }

    /** The verified caller, with an ordinary token left in the request for whoever answers it. */
    private Uni<Optional<Caller>> identify(HttpServerRequest request, boolean socket) {
        var bearer = socket ? Bearer.ofSocket(request) : Bearer.of(request);
        if (bearer.isEmpty()) {
            return socket
                    ? Uni.createFrom()
                            .failure(GatewayProblem.SOCKET_PROTOCOL.because(
                                    "Offer the subprotocols remote-support.v1 and bearer.<token>."))
                    : Uni.createFrom().item(Optional.empty());
        }
        var token = ApiKeyExchange.isApiKey(bearer.get()) && !socket
                ? apiKeys.exchange(bearer.get()).map(AccessToken::value)
                : Uni.createFrom().item(bearer.get());
        return token.invoke(value -> Bearer.pass(request, value, socket))
                .map(this::verify)
                .invoke(revocations::refuse)
                .map(Optional::of);
    }

    private Caller verify(String token) {
        try {
            return Callers.from(verifier.verify(token));
        } catch (SecurityException e) {
            throw new ProblemException(PlatformProblem.UNAUTHENTICATED, "The access token is not valid any more.");
        }
    }

    private Uni<Void> preflight(DoorRequest door, RoutingContext context) {
        var request = context.request();
        var origin = door.origin().orElse("");
        var method = Optional.ofNullable(request.getHeader("Access-Control-Request-Method"))
                .orElse("");
        limits.admit(door, Optional.empty(), request.remoteAddress().hostAddress());
        return origins.admitPreflight(origin, method, door.path())
                .invoke(allowed -> {
                    if (!allowed) {
                        throw OriginRules.refused();
                    }
                    Cors.allowPreflight(context.response(), origin);
                    var unused = context.response().setStatusCode(204).end();
                })
                .replaceWithVoid();
    }
}
