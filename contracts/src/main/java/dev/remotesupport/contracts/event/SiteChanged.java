package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import java.time.Instant;
import java.util.UUID;

/**
 * A site was made, changed or deleted.
 *
 * @param name what the organisation calls the site
 * @param deleted whether it is gone
 */
public record SiteChanged(UUID organisation, UUID siteId, long version, Instant at, String name, boolean deleted)
        implements IdentityEvent {

    public SiteChanged {
        Facts.check(organisation, siteId, version, at);
        Bounds.text(name, "name", Limits.NAME);
    }

    @Override
    public String key() {
        return siteId.toString();
    }
}
