package dev.remotesupport.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;

/** What happened to organisations, sites and staff, from the gateway. */
@JsonSubTypes({
    @Type(OrganisationCreated.class),
    @Type(OrganisationChanged.class),
    @Type(SiteChanged.class),
    @Type(StaffChanged.class),
    @Type(StaffRemoved.class)
})
public sealed interface IdentityEvent extends Event
        permits OrganisationCreated, OrganisationChanged, SiteChanged, StaffChanged, StaffRemoved {

    String TOPIC = "identity.events.v1";

    @Override
    default String topic() {
        return TOPIC;
    }
}
