package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.Seat;
import java.time.Instant;
import java.util.UUID;

/**
 * A participant entered a session's room.
 *
 * @param visitorId the opaque id that the gateway gave this browser, or null for others than customers
 * @param browser its name and version, or null if unknown
 * @param os the operating system, or null if unknown
 * @param machineName what a helper's machine is called, or null for a browser
 */
public record ParticipantJoined(
        UUID organisation,
        UUID sessionId,
        long version,
        Instant at,
        UUID participantId,
        Seat seat,
        CallerKind callerKind,
        @OrAbsent UUID visitorId,
        @OrAbsent String browser,
        @OrAbsent String os,
        @OrAbsent String machineName)
        implements SignalingEvent {

    public ParticipantJoined {
        Facts.check(organisation, sessionId, version, at);
        Bounds.present(participantId, "participantId");
        Bounds.present(seat, "seat");
        Bounds.present(callerKind, "callerKind");
        Bounds.optionalText(browser, "browser", Limits.NAME);
        Bounds.optionalText(os, "os", Limits.NAME);
        Bounds.optionalText(machineName, "machineName", Limits.NAME);
    }
}
