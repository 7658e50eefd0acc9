package dev.remotesupport.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** What services learn about the outside, and what they must not get from it. */
final class Forwarded {

    private static final List<String> NOT_PASSED = List.of("Cookie", "X-CSRF", "Proxy-Authorization", "Expect");

    private Forwarded() {}

    /** The door has removed what the outside said about itself. */
    static void describe(HttpServerRequest request, MultiMap headers) {
        NOT_PASSED.forEach(headers::remove);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress())
                .set("X-Forwarded-Proto", request.scheme())
                .set("X-Forwarded-Host", request.authority().toString());
    }
}
