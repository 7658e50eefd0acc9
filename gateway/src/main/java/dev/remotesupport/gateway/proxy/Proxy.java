package dev.remotesupport.gateway.proxy;

import dev.remotesupport.contracts.permission.Permissions;
import dev.remotesupport.gateway.door.AdmittedCaller;
import dev.remotesupport.gateway.door.ProblemAnswers;
import dev.remotesupport.gateway.upstream.Service;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.permission.PermissionPolicy;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;

/** Passes on what the door let in and the routes allow; everything else is the gateway's own to answer. */
@ApplicationScoped
class Proxy {

    /** After the door. */
    private static final int PRIORITY = 800;

    private final RequestProxy requests;
    private final SocketProxy sockets;
    private final ProblemAnswers problems;
    private final Permissions permissions = Permissions.load();

    Proxy(RequestProxy requests, SocketProxy sockets, ProblemAnswers problems) {
        this.requests = requests;
        this.sockets = sockets;
        this.problems = problems;
    }

    void open(@Observes Filters filters) {
        filters.register(this::pass, PRIORITY);
    }

    private void pass(RoutingContext context) {
        var path = context.request().path();
        if (path.startsWith("/ws/")) {
            passSocket(context, path);
            return;
        }
        ProxyRoutes.ofRequest(path)
                .ifPresentOrElse(
                        service -> withCaller(context, caller -> requests.pass(context.request(), service)),
                        context::next);
    }

    private void passSocket(RoutingContext context, String path) {
        ProxyRoutes.ofSocket(path)
                .ifPresentOrElse(
                        service -> withCaller(context, caller -> passSocket(context, path, service, caller)),
                        () -> problems.send(
                                context.response(),
                                new ProblemException(PlatformProblem.NOT_FOUND, "There is no such socket.")));
    }

    private void passSocket(RoutingContext context, String path, Service service, Caller caller) {
        if (PermissionPolicy.mayCall(permissions.of("GET", path), caller)) {
            sockets.pass(context.request(), service, caller);
        } else {
            problems.send(
                    context.response(),
                    new ProblemException(PlatformProblem.NOT_PERMITTED, "This socket is for others."));
        }
    }

    /** Denied by default: nothing passes without a verified caller. */
    private void withCaller(RoutingContext context, Consumer<Caller> then) {
        AdmittedCaller.of(context)
                .ifPresentOrElse(
                        then,
                        () -> problems.send(
                                context.response(),
                                new ProblemException(
                                        PlatformProblem.UNAUTHENTICATED, "A valid access token is missing.")));
    }
}
