package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.OrAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer asked for help.
 *
 * @param customerKind how well the customer is known
 * @param channel what the session began with
 * @param siteId the site that it came from, or null when it came by another way
 */
public record SessionRequested(
        UUID organisation,
        UUID sessionId,
        long version,
        Instant at,
        CallerKind customerKind,
        Channel channel,
        @OrAbsent UUID siteId)
        implements SessionEvent {

    public SessionRequested {
        Facts.check(organisation, sessionId, version, at);
        Bounds.present(customerKind, "customerKind");
        Bounds.present(channel, "channel");
    }
}
