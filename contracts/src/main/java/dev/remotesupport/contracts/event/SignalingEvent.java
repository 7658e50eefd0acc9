package dev.remotesupport.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.UUID;

/** What happened to who is in a session's room, from the signaling service. */
@JsonSubTypes({
    @JsonSubTypes.Type(ParticipantJoined.class),
    @JsonSubTypes.Type(ParticipantLeft.class),
    @JsonSubTypes.Type(ConsentWithdrawn.class)
})
public sealed interface SignalingEvent extends Event permits ParticipantJoined, ParticipantLeft, ConsentWithdrawn {

    String TOPIC = "signaling.events.v1";

    /** The session, which is also the key. */
    UUID sessionId();

    @Override
    default String key() {
        return sessionId().toString();
    }

    @Override
    default String topic() {
        return TOPIC;
    }
}
