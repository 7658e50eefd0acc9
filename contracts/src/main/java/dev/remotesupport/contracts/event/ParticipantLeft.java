package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.LeaveReason;
import dev.remotesupport.contracts.Seat;
import java.time.Instant;
import java.util.UUID;

/** A participant is no longer in a session's room. */
public record ParticipantLeft(
        UUID organisation, UUID sessionId, long version, Instant at, UUID participantId, Seat seat, LeaveReason reason)
        implements SignalingEvent {

    public ParticipantLeft {
        Facts.check(organisation, sessionId, version, at);
        Bounds.present(participantId, "participantId");
        Bounds.present(seat, "seat");
        Bounds.present(reason, "reason");
    }
}
