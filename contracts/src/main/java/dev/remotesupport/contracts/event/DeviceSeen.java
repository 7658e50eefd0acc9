package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.DeviceKind;
import dev.remotesupport.contracts.OrAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer's device came or went.
 *
 * @param sessionId the session that it was seen in, or null
 */
public record DeviceSeen(
        UUID organisation,
        UUID deviceId,
        long version,
        Instant at,
        DeviceKind kind,
        boolean online,
        @OrAbsent UUID sessionId)
        implements DeviceEvent {

    public DeviceSeen {
        Facts.check(organisation, deviceId, version, at);
        Bounds.present(kind, "kind");
    }
}
