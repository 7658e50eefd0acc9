package dev.remotesupport.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.UUID;

/** What happened to calls, from the session service. */
@JsonSubTypes({
    @JsonSubTypes.Type(CallQueued.class),
    @JsonSubTypes.Type(CallRinging.class),
    @JsonSubTypes.Type(CallAnswered.class),
    @JsonSubTypes.Type(CallTransferred.class),
    @JsonSubTypes.Type(CallEnded.class)
})
public sealed interface CallEvent extends Event
        permits CallQueued, CallRinging, CallAnswered, CallTransferred, CallEnded {

    String TOPIC = "call.events.v1";

    /** The call, whose id is also the key. */
    UUID callId();

    /** The session that it belongs to. */
    UUID sessionId();

    @Override
    default String key() {
        return callId().toString();
    }

    @Override
    default String topic() {
        return TOPIC;
    }
}
