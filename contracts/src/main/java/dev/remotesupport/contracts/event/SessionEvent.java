package dev.remotesupport.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import java.util.UUID;

/** What happened to sessions and their grants, from the session service. */
@JsonSubTypes({
    @Type(SessionRequested.class),
    @Type(SessionQueued.class),
    @Type(SessionAssigned.class),
    @Type(SessionInterrupted.class),
    @Type(SessionResumed.class),
    @Type(SessionEnded.class),
    @Type(GrantGiven.class),
    @Type(GrantRevoked.class),
    @Type(GrantExpired.class)
})
public sealed interface SessionEvent extends Event
        permits SessionRequested,
                SessionQueued,
                SessionAssigned,
                SessionInterrupted,
                SessionResumed,
                SessionEnded,
                GrantGiven,
                GrantRevoked,
                GrantExpired {

    String TOPIC = "session.events.v1";

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
