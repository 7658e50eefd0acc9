package dev.remotesupport.gateway.door;

import dev.remotesupport.contracts.Protocol;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Optional;

/** Finds the token: in the Authorization header, or among a socket's subprotocols, where a browser has to put it. */
final class Bearer {

    private static final String SCHEME = "Bearer ";
    private static final String SUBPROTOCOLS = "Sec-WebSocket-Protocol";

    private Bearer() {}

    static Optional<String> of(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    static Optional<String> ofSocket(HttpServerRequest request) {
        return ofSubprotocols(
                Optional.ofNullable(request.getHeader(SUBPROTOCOLS)).orElse(""));
    }

    /** Empty unless our protocol is offered too: without it no service would accept the socket. */
    static Optional<String> ofSubprotocols(String header) {
        var offered = Arrays.stream(header.split(",")).map(String::strip).toList();
        return offered.contains(Protocol.SUBPROTOCOL)
                ? offered.stream()
                        .filter(each -> each.startsWith(Protocol.BEARER))
                        .map(each -> each.substring(Protocol.BEARER.length()))
                        .findFirst()
                : Optional.empty();
    }

    /** Puts the token where services look for it, and takes it out of where it need not be seen. */
    static void pass(HttpServerRequest request, String token, boolean socket) {
        request.headers().set(HttpHeaders.AUTHORIZATION, SCHEME + token);
        if (socket) {
            request.headers().set(SUBPROTOCOLS, Protocol.SUBPROTOCOL);
        }
    }
}
