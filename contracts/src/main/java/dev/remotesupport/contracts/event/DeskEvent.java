package dev.remotesupport.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.UUID;

/** What happened to the staff at their desks, from the session service. */
@JsonSubTypes({@JsonSubTypes.Type(StaffAvailabilityChanged.class)})
public sealed interface DeskEvent extends Event permits StaffAvailabilityChanged {

    String TOPIC = "desk.events.v1";

    /** The member of the staff, whose id is also the key. */
    UUID staffId();

    @Override
    default String key() {
        return staffId().toString();
    }

    @Override
    default String topic() {
        return TOPIC;
    }
}
