package dev.remotesupport.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay publishes what the outbox keeps. */
@ConfigMapping(prefix = "remote-support.outbox")
public interface OutboxConfig {

    /** Whether this process publishes; a replica may leave it to the others. */
    @WithDefault("true")
    boolean relay();

    /** The safety net: how long an event of a replica that died waits at most to be noticed. */
    @WithDefault("1s")
    Duration poll();

    /** Events published in one transaction at the most. */
    @WithDefault("500")
    int batch();

    /** Events kept at the most while Kafka is away; beyond it changes are refused with 503. */
    @WithDefault("500000")
    int bound();

    /** How long Kafka may take to acknowledge a batch before it counts as away. */
    @WithDefault("10s")
    Duration publishTimeout();
}
