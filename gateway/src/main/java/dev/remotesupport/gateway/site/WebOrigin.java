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
        return of(address.getScheme(), address.getHost(), address.getPort());
    }

    /**
     * The origin of its three parts.
     *
     * @param port not positive where none was named
     */
    public static WebOrigin of(String scheme, String host, int port) {
        int defaultPort = scheme.equals("https") ? 443 : 80;
        String suffix = port <= 0 || port == defaultPort ? "" : ":" + port;
        return new WebOrigin(scheme + "://" + host.toLowerCase(Locale.ROOT) + suffix);
    }

    @Override
    public String toString() {
        return text;
    }
}
