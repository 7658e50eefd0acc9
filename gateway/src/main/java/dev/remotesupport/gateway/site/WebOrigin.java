package dev.remotesupport.gateway.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where a page comes from (RFC 6454), in the one spelling in which browsers send it: {@code https://shop.example:8443}. */
public record WebOrigin(String text) {

    /** Reads an origin; empty when it has a path, a wildcard, or a scheme that is not the web's. */
    public static Optional<WebOrigin> of(String text) {
        try {
            var uri = new URI(text.strip().toLowerCase(Locale.ROOT));
            var web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            var bare = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            var path = uri.getPath();
            return web && bare && uri.getHost() != null && (path.isEmpty() || path.equals("/"))
                    ? Optional.of(of(uri))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The origin of an address that is known to be of the web. */
    public static WebOrigin of(URI address) {
        var defaultPort = address.getScheme().equals("https") ? 443 : 80;
        var port = address.getPort() < 0 || address.getPort() == defaultPort ? "" : ":" + address.getPort();
        return new WebOrigin(address.getScheme() + "://" + address.getHost() + port);
    }

    @Override
    public String toString() {
        return text;
    }
}
