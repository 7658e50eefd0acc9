package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.OrNull;
import java.util.UUID;

/** To one participant: a {@link PeerMessage} that the relay found allowed, with who says it. */
@JsonSubTypes({
    @JsonSubTypes.Type(PeerDelivery.Description.class),
    @JsonSubTypes.Type(PeerDelivery.Candidate.class),
    @JsonSubTypes.Type(PeerDelivery.State.class),
    @JsonSubTypes.Type(PeerDelivery.Media.class)
})
public sealed interface PeerDelivery extends SignalFromServer {

    /** The participant that says it, of the other seat. */
    UUID from();

    Capability capability();

    /** What a message becomes. */
    static PeerDelivery of(UUID from, PeerMessage message) {
        return switch (message) {
            case PeerMessage.Description(var to, var connection, var capability, var kind, var sdp) ->
                new Description(from, connection, capability, kind, sdp);
            case PeerMessage.Candidate(var to, var connection, var capability, var candidate, var mid, var line) ->
                new Candidate(from, connection, capability, candidate, mid, line);
            case PeerMessage.State(var to, var capability, var state, var reason) ->
                new State(from, capability, state, reason);
            case PeerMessage.Media(var to, var capability, var muted, var held, var picture) ->
                new Media(from, capability, muted, held, picture);
        };
    }

    /** An offer or answer. An SDP holds addresses: it is no business of any log. */
    @JsonTypeName("peer.description")
    record Description(UUID from, UUID connection, Capability capability, DescriptionKind kind, String sdp)
            implements PeerDelivery {
        public Description {
            PeerBounds.connection(from, connection, capability);
            PeerBounds.description(kind, sdp);
        }

        @Override
        public String toString() {
            return "Description[from=" + from + ", connection=" + connection + ", kind=" + kind + "]";
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
            UUID from,
            UUID connection,
            Capability capability,
            String candidate,
            @OrNull String mid,
            @OrNull Integer line)
            implements PeerDelivery {
        public Candidate {
            PeerBounds.connection(from, connection, capability);
            PeerBounds.candidate(candidate, mid, line);
        }

        @Override
        public String toString() {
            return "Candidate[from=" + from + ", connection=" + connection + "]";
        }
    }

    /**
     * What there is to see.
     *
     * @param reason a code that says more, or null
     */
    @JsonTypeName("peer.state")
    record State(
            UUID from,
            Capability capability,
            PictureState state,
            @OrAbsent String reason) implements PeerDelivery {
        public State {
            PeerBounds.state(from, capability, state, reason);
        }
    }

    /**
     * What the other side of a call sends.
     *
     * @param held whether it holds the call: it sends nothing and plays nothing
     */
    @JsonTypeName("peer.media")
    record Media(UUID from, Capability capability, boolean muted, boolean held, PictureSource picture)
            implements PeerDelivery {
        public Media {
            PeerBounds.media(from, capability, picture);
        }
    }
}
