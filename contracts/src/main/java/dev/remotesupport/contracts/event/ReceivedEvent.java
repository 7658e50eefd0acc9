package dev.remotesupport.contracts.event;

/** An event as a consumer gets it. */
public record ReceivedEvent(EventMetadata metadata, Event data) {}
