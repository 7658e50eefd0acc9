package dev.remotesupport.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.UUID;

/** What happened to sessions and their grants, from the session service. */
@JsonSubTypes({
    @JsonSubTypes.Type(SessionRequested.class),
    @JsonSubTypes.Type(SessionQueued.class),
    @JsonSubTypes.Type(SessionOffered.class),
    @JsonSubTypes.Type(SessionAssigned.class),
    @JsonSubTypes.Type(SessionInterrupted.class),
    @JsonSubTypes.Type(SessionResumed.class),
    @JsonSubTypes.Type(SessionIdleWarned.class),
    @JsonSubTypes.Type(SessionEnded.class),
    @JsonSubTypes.Type(SessionRated.class),
    @JsonSubTypes.Type(GrantGiven.class),
    @JsonSubTypes.Type(GrantRevoked.class),
    @JsonSubTypes.Type(GrantExpired.class)
})
public sealed interface SessionEvent extends Event
        permits SessionRequested,
                SessionQueued,
                SessionOffered,
                SessionAssigned,
                SessionInterrupted,
                SessionResumed,
                SessionIdleWarned,
                SessionEnded,
                SessionRated,
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
