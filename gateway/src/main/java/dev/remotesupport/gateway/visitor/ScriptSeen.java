package dev.remotesupport.gateway.visitor;

import dev.remotesupport.gateway.site.WebOrigin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where the script was seen.
 *
 * @param origin as the browser says; empty when it says none
 * @param page as the script says: what comes after its path may be a secret and is left out
 */
record ScriptSeen(String origin, Optional<String> page) {

    static ScriptSeen of(Optional<String> origin, Optional<String> url) {
        return new ScriptSeen(origin.orElse(""), url.flatMap(text -> page(text, origin)));
    }

    /** A page of another origin than the browser's is none of the site's. */
    private static Optional<String> page(String text, Optional<String> origin) {
        try {
            var uri = new URI(text);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            var own = WebOrigin.of(uri).text();
            return origin.filter(own::equals)
                    .map(ours -> ours + Optional.ofNullable(uri.getRawPath()).orElse(""));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
