package dev.remotesupport.contracts.signal;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Limits;
import java.util.UUID;

/** What is checked in a message between peers, on its way in and out. */
final class PeerBounds {

    private PeerBounds() {}

    static void connection(UUID participant, UUID connection, Capability capability) {
        Bounds.present(participant, "participant");
        Bounds.present(connection, "connection");
        Bounds.present(capability, "capability");
    }

    static void description(DescriptionKind kind, String sdp) {
        Bounds.present(kind, "kind");
        Bounds.text(sdp, "sdp", Limits.SDP);
    }

    static void candidate(String candidate, String mid, Integer line) {
        Bounds.textOrEmpty(candidate, "candidate", Limits.CANDIDATE);
        Bounds.optionalText(mid, "mid", Limits.CODE);
        if (line != null) {
            Bounds.range(line, "line", 0, Limits.MEDIA_LINES);
        }
    }

    static void state(UUID participant, Capability capability, PictureState state, String reason) {
        Bounds.present(participant, "participant");
        Bounds.present(capability, "capability");
        Bounds.present(state, "state");
        Bounds.optionalCode(reason, "reason");
    }

    static void media(UUID participant, Capability capability, PictureSource picture) {
        Bounds.present(participant, "participant");
        Bounds.present(capability, "capability");
        Bounds.present(picture, "picture");
    }
}
