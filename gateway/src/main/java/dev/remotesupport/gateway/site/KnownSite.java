package dev.remotesupport.gateway.site;

import java.security.Key;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the door has to know of a site.
 *
 * @param secret signs its identify tokens
 * @param suspended whether its organisation is locked out
 */
public record KnownSite(
        UUID id,
        UUID organisation,
        String name,
        String siteKey,
        Key secret,
        Set<String> allowedOrigins,
        List<String> maskSelectors,
        boolean suspended) {

    public boolean allows(String origin) {
        return allowedOrigins.contains(origin);
    }
}
