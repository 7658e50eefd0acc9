package dev.remotesupport.gateway;

import java.util.List;

/** A list, as a property, so that more can be said beside it later. */
public record Items<T>(List<T> items) {}
