package dev.remotesupport.gateway.site;

import java.security.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the door has to know of a site.
 *
 * @param secret signs its identify tokens
 * @param oldSecret signs them, too, until its end
 * @param maskSelectors what technicians never see
 * @param guardSelectors what only the customer does at last
 * @param liveVisitors whether its pages tell that somebody is on them
 * @param suspended whether its organisation is locked out
 */
public record KnownSite(
        UUID id,
        UUID organisation,
        String name,
        String siteKey,
        Key secret,
        Optional<OldSecret> oldSecret,
        Set<String> allowedOrigins,
        List<String> maskSelectors,
        List<String> guardSelectors,
        boolean liveVisitors,
        boolean suspended) {

    /** A secret that was replaced and still counts for a while. */
    public record OldSecret(Key key, Instant until) {}

    /** The secrets that count then, the newest first. */
    public List<Key> secrets(Instant now) {
        return oldSecret
                .filter(old -> now.isBefore(old.until()))
                .map(old -> List.of(secret, old.key()))
                .orElseGet(() -> List.of(secret));
    }

    public boolean allows(String origin) {
        return allowedOrigins.contains(origin);
    }
}
