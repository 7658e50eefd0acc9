package dev.remotesupport.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;

/** What happened to organisations, sites and staff, from the gateway. */
@JsonSubTypes({
    @JsonSubTypes.Type(OrganisationCreated.class),
    @JsonSubTypes.Type(OrganisationChanged.class),
    @JsonSubTypes.Type(SiteChanged.class),
    @JsonSubTypes.Type(StaffChanged.class),
    @JsonSubTypes.Type(StaffRemoved.class)
})
public sealed interface IdentityEvent extends Event
        permits OrganisationCreated, OrganisationChanged, SiteChanged, StaffChanged, StaffRemoved {

    String TOPIC = "identity.events.v1";

    @Override
    default String topic() {
        return TOPIC;
    }
}
