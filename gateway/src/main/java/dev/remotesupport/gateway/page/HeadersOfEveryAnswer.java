package dev.remotesupport.gateway.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Adds to every answer what its path asks for, whoever gave it. */
@ApplicationScoped
class HeadersOfEveryAnswer {

    /** Before everything else, so that refusals have them too. */
    private static final int PRIORITY = 1000;

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,260}");

    void open(@Observes Filters filters) {
        filters.register(HeadersOfEveryAnswer::add, PRIORITY);
    }

    private static void add(RoutingContext context) {
        var request = context.request();
        var headers = PageHeaders.of(request.path(), host(request), request.isSSL());
        context.addHeadersEndHandler(end -> headers.forEach((name, value) -> {
            if (!context.response().headers().contains(name)) {
                context.response().putHeader(name, value);
            }
        }));
        context.next();
    }

    /** Written into a header again, so only what a host can be. */
    private static String host(HttpServerRequest request) {
        String host = request.authority() == null ? "" : request.authority().toString();
        return HOST.matcher(host).matches() ? host : "localhost";
    }
}
