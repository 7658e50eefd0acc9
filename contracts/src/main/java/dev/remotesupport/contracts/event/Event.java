package dev.remotesupport.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact that other services may act on, named in the past tense. On the wire its record's name is the property
 * {@code type}. No event carries personal data, message text or anything secret.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(IdentityEvent.class),
    @JsonSubTypes.Type(SessionEvent.class),
    @JsonSubTypes.Type(DeskEvent.class),
    @JsonSubTypes.Type(CallEvent.class),
    @JsonSubTypes.Type(ChatEvent.class),
    @JsonSubTypes.Type(SignalingEvent.class),
    @JsonSubTypes.Type(DeviceEvent.class)
})
public sealed interface Event
        permits IdentityEvent, SessionEvent, DeskEvent, CallEvent, ChatEvent, SignalingEvent, DeviceEvent {

    /** The tenant that it happened in. */
    UUID organisation();

    /** The version of its aggregate after it, from 1 on; consumers apply each version of a key once. */
    long version();

    /** When it happened. */
    Instant at();

    /** The session's id, else the aggregate's: events of one key keep their order. */
    String key();

    /** The Kafka topic that it travels on. */
    String topic();

    /** The name of its record. */
    default String type() {
        return getClass().getSimpleName();
    }
}
