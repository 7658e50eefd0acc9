package dev.remotesupport.device.seen;

import dev.remotesupport.contracts.DeviceKind;
import dev.remotesupport.contracts.event.ParticipantJoined;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A device as it entered a session's room.
 *
 * @param device the browser's own id, else the participant's, who is then all that is known of it
 */
record Sighting(
        UUID organisation,
        UUID device,
        DeviceKind kind,
        String name,
        Optional<String> os,
        UUID session,
        UUID participant,
        Instant at) {

    static final String NAMELESS = "Unknown browser";

    static Sighting of(ParticipantJoined joined) {
        return new Sighting(
                joined.organisation(),
                Optional.ofNullable(joined.visitorId()).orElse(joined.participantId()),
                DeviceKind.BROWSER,
                said(joined.machineName()).or(() -> said(joined.browser())).orElse(NAMELESS),
                said(joined.os()),
                joined.sessionId(),
                joined.participantId(),
                joined.at());
    }

    private static Optional<String> said(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}
