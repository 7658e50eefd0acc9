package dev.remotesupport.signaling.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts what passed, what was dropped and what was refused, by the lines of the {@link RelayRule} table. */
@ApplicationScoped
public class RelayMeters {

    private final Map<RelayRule, Counter> relayed = new EnumMap<>(RelayRule.class);
    private final Map<RelayRule, Counter> dropped = new EnumMap<>(RelayRule.class);
    private final Map<RelayRule, Counter> refused = new EnumMap<>(RelayRule.class);
    private final Timer delay;
    private final MeterRegistry registry;

    @Inject
    public RelayMeters(MeterRegistry registry) {
        this.registry = registry;
        for (RelayRule rule : RelayRule.values()) {
            relayed.put(rule, messages(rule, "relayed"));
            dropped.put(rule, messages(rule, "dropped"));
            refused.put(rule, messages(rule, "refused"));
        }
        delay = Timer.builder("remote_support.signaling.relay.delay")
                .description("From a message's arrival to its hand-over to the other side's socket")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry);
    }

    public void relayed(RelayRule rule) {
        relayed.get(rule).increment();
    }

    public void dropped(RelayRule rule) {
        dropped.get(rule).increment();
    }

    public void refused(RelayRule rule) {
        refused.get(rule).increment();
    }

    /** A connection was closed by the server. */
    public void closed(String socket, String reason) {
        registry.counter("remote_support.signaling.closed", "socket", socket, "reason", reason)
                .increment();
    }

    public void delay(long nanos) {
        delay.record(Duration.ofNanos(nanos));
    }

    private Counter messages(RelayRule rule, String outcome) {
        return registry.counter("remote_support.signaling.messages", "type", rule.type(), "outcome", outcome);
    }
}
