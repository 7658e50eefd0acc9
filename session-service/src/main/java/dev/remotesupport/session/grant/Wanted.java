package dev.remotesupport.session.grant;

import dev.remotesupport.contracts.Capability;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What the customer allows.
 *
 * @param askedBy the member of the staff who asked; absent when the customer offered
 * @param lasting the usual time when absent
 */
record Wanted(Capability capability, Optional<UUID> askedBy, Optional<Duration> lasting) {}
