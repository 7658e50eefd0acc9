package dev.remotesupport.gateway;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** How browsers reach us. */
@ApplicationScoped
public class BrowserScheme {

    private final GatewayConfig config;

    BrowserScheme(GatewayConfig config) {
        this.config = config;
    }

    /** Whether this one came by HTTPS, perhaps to a proxy in front of us. */
    public boolean isHttps(HttpServerRequest request) {
        return request.isSSL()
                || config.baseUrl().map(URI::getScheme).filter("https"::equals).isPresent();
    }
}
