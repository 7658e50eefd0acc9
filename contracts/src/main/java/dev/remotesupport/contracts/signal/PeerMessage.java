package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.OrNull;
import java.util.UUID;

/**
 * Both seats, under the grant of its capability: what two browsers tell each other so that a picture goes from one to the
 * other. The relay hands it to the other as the {@link PeerDelivery} of the same name.
 */
@JsonSubTypes({
    @JsonSubTypes.Type(PeerMessage.Description.class),
    @JsonSubTypes.Type(PeerMessage.Candidate.class),
    @JsonSubTypes.Type(PeerMessage.State.class),
    @JsonSubTypes.Type(PeerMessage.Media.class)
})
public sealed interface PeerMessage extends SignalFromClient {

    /** The participant that it is for, of the other seat. */
    UUID to();

    /** The grant under which it passes. */
    Capability capability();

    /** An offer or answer. An SDP holds addresses: it is no business of any log. */
    @JsonTypeName("peer.description")
    record Description(UUID to, UUID connection, Capability capability, DescriptionKind kind, String sdp)
            implements PeerMessage {
        public Description {
            PeerBounds.connection(to, connection, capability);
            PeerBounds.description(kind, sdp);
        }

        @Override
        public String toString() {
            return "Description[to=" + to + ", connection=" + connection + ", kind=" + kind + "]";
        }
    }

    /**
     * A way on which a peer may be reached; an empty one says that there are no more.
     *
     * @param mid of the media that it belongs to, or null
     * @param line the same by its place, or null
     */
    @JsonTypeName("peer.candidate")
    record Candidate(
            UUID to,
            UUID connection,
            Capability capability,
            String candidate,
            @OrNull String mid,
            @OrNull Integer line) implements PeerMessage {
        public Candidate {
            PeerBounds.connection(to, connection, capability);
            PeerBounds.candidate(candidate, mid, line);
        }

        @Override
        public String toString() {
            return "Candidate[to=" + to + ", connection=" + connection + "]";
        }
    }

    /**
     * What there is to see.
     *
     * @param reason a code that says more, or null
     */
    @JsonTypeName("peer.state")
    record State(
            UUID to,
            Capability capability,
            PictureState state,
            @OrAbsent String reason) implements PeerMessage {
        public State {
            PeerBounds.state(to, capability, state, reason);
        }
    }

    /**
     * Both seats, while a call is active: what one sends in it.
     *
     * @param held whether it holds the call: it sends nothing and plays nothing
     */
    @JsonTypeName("peer.media")
    record Media(UUID to, Capability capability, boolean muted, boolean held, PictureSource picture)
            implements PeerMessage {
        public Media {
            PeerBounds.media(to, capability, picture);
        }
    }
}
