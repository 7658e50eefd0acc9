package dev.remotesupport.platform.outbox;

import java.time.Duration;

/** The same settings for a relay that runs outside of Quarkus, as in tests and benchmarks. */
public record OutboxSettings(boolean relay, Duration poll, int batch, int bound, Duration publishTimeout)
        implements OutboxConfig {}
