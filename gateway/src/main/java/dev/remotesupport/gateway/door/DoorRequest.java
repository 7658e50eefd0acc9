package dev.remotesupport.gateway.door;

import dev.remotesupport.gateway.site.WebOrigin;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules at the door look at.
 *
 * @param ownOrigins where our own pages come from
 * @param origin where this request says to come from
 */
record DoorRequest(
        String method,
        String path,
        Set<WebOrigin> ownOrigins,
        Optional<String> origin,
        Optional<String> csrf,
        boolean socket) {

    /**
     * Our pages come from the address that the browser calls, and from the one that is configured, which a proxy in front
     * may hide.
     */
    static DoorRequest of(HttpServerRequest request, Optional<WebOrigin> configured) {
        var own = new HashSet<WebOrigin>();
        configured.ifPresent(own::add);
        Optional.ofNullable(request.authority())
                .map(authority -> WebOrigin.of(request.scheme(), authority.host(), authority.port()))
                .ifPresent(own::add);
        return new DoorRequest(
                request.method().name(),
                request.path(),
                Set.copyOf(own),
                Optional.ofNullable(request.getHeader(HttpHeaders.ORIGIN)),
                Optional.ofNullable(request.getHeader("X-CSRF")),
                request.path().startsWith("/ws/"));
    }

    boolean isPreflight() {
        return method.equals("OPTIONS");
    }

    boolean comesFromUs() {
        return origin.map(WebOrigin::new).filter(ownOrigins::contains).isPresent();
    }
}
