package dev.remotesupport.gateway.door;

import dev.remotesupport.gateway.site.WebOrigin;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Optional;

/**
 * What the rules at the door look at.
 *
 * @param ownOrigin where our own pages come from
 * @param origin where this request says to come from
 */
record DoorRequest(
        String method,
        String path,
        WebOrigin ownOrigin,
        Optional<String> origin,
        Optional<String> csrf,
        boolean socket) {

    static DoorRequest of(HttpServerRequest request) {
        return new DoorRequest(
                request.method().name(),
                request.path(),
                WebOrigin.of(URI.create(request.scheme() + "://" + request.authority())),
                Optional.ofNullable(request.getHeader(HttpHeaders.ORIGIN)),
                Optional.ofNullable(request.getHeader("X-CSRF")),
                request.path().startsWith("/ws/"));
    }

    boolean isPreflight() {
        return method.equals("OPTIONS");
    }

    boolean comesFromUs() {
        return origin.filter(ownOrigin.text()::equals).isPresent();
    }
}
