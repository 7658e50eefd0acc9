package dev.remotesupport.platform.permission;

import dev.remotesupport.contracts.permission.Action;
import dev.remotesupport.contracts.permission.Permissions;
import dev.remotesupport.platform.caller.Callers;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** Lets a call through to its resource when the matrix lists the caller for it. What is not listed is closed to all. */
@ApplicationScoped
public class PermissionFilter {

    private final CurrentIdentityAssociation identity;
    private final Permissions permissions = Permissions.load();
    private final Map<RuntimeResource, Door> doors = new ConcurrentHashMap<>();

    PermissionFilter(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** @param internal not reachable from outside, where the gateway decides what is */
    private record Door(Optional<Action> action, boolean internal) {

        boolean isOpen() {
            return internal || action.filter(Action::isForAnybody).isPresent();
        }
    }

    /** Fails with 401 {@code unauthenticated} or 403 {@code not-permitted}. */
    @ServerRequestFilter
    public Uni<Void> admit() {
        // JAX-RS itself has no word for the path template of what was matched.
        var resource = CurrentRequestManager.get().getTarget();
        var door = doors.computeIfAbsent(resource, this::door);
        return door.isOpen()
                ? Uni.createFrom().voidItem()
                : identity.getDeferredIdentity()
                        .invoke(caller -> check(door.action(), caller))
                        .replaceWithVoid();
    }

    private static void check(Optional<Action> action, SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new UnauthorizedException();
        }
        if (identity.hasRole(Callers.EARLY)) {
            throw new ProblemException(PlatformProblem.NOT_PERMITTED, "Answer the call first.");
        }
        if (!PermissionPolicy.mayCall(action, Callers.from(token))) {
            throw new ProblemException(
                    PlatformProblem.NOT_PERMITTED,
                    action.map(known -> "It takes the right to: " + known.title() + ".")
                            .orElse("Nobody has been given the right to call this."));
        }
    }

    private Door door(RuntimeResource resource) {
        var path = template(resource);
        return new Door(permissions.of(resource.getHttpMethod(), path), path.startsWith("/internal/"));
    }

    private static String template(RuntimeResource resource) {
        var path =
                (resource.getClassPath() == null ? "" : resource.getClassPath().template) + resource.getPath().template;
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
