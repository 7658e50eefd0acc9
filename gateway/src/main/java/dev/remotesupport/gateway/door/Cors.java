package dev.remotesupport.gateway.door;

import io.vertx.core.http.HttpServerResponse;

/** Headers by which a browser lets a page of another origin call and read. No cookies ever: visitors carry tokens. */
final class Cors {

    private static final String TEN_MINUTES = "600";

    private Cors() {}

    static void allow(HttpServerResponse response, String origin) {
        response.putHeader("Access-Control-Allow-Origin", origin)
                .putHeader("Access-Control-Expose-Headers", "Retry-After")
                .putHeader("Vary", "Origin");
    }

    static void allowPreflight(HttpServerResponse response, String origin) {
        allow(response, origin);
        response.putHeader("Access-Control-Allow-Methods", "GET, POST")
                .putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type")
                .putHeader("Access-Control-Max-Age", TEN_MINUTES);
    }
}
