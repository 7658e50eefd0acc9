package dev.remotesupport.gateway.door;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** A bucket of requests for each caller, and for each address that brings no token. Counted by each replica for itself. */
@ApplicationScoped
class RateLimits {

    private static final long KEPT = 100_000;

    private final LoadingCache<String, Bucket> requests;
    private final LoadingCache<String, Bucket> visitors;
    private final LoadingCache<String, Bucket> codes;
    private final Counter refused;

    @Inject
    RateLimits(GatewayConfig config, MeterRegistry meters) {
        var limits = config.limits();
        requests = buckets(limits.requestBurst(), limits.requestsPerSecond(), Duration.ofSeconds(1));
        visitors = buckets(limits.visitorsPerMinute(), limits.visitorsPerMinute(), Duration.ofMinutes(1));
        codes = buckets(limits.codesPerMinute(), limits.codesPerMinute(), Duration.ofMinutes(1));
        refused = meters.counter("remote_support.door.rate_limited");
    }

    /** Fails with 429. Customers of one site may share an address, so a token counts for itself. */
    void admit(DoorRequest request, Optional<Caller> caller, String address) {
        var key = caller.map(known -> known.kind() + " " + known.id()).orElse(address);
        take(requests, key);
        if (caller.isEmpty()
                && request.path().equals("/api/visitors")
                && request.method().equals("POST")) {
            take(visitors, address);
        }
        if (request.path().equals("/api/connect") && request.method().equals("POST")) {
            take(codes, address);
        }
    }

    private void take(LoadingCache<String, Bucket> buckets, String key) {
        if (!buckets.get(key).tryConsume(1)) {
            refused.increment();
            throw new ProblemException(PlatformProblem.TOO_MANY_REQUESTS, "Slow down, then try again.");
        }
    }

    private static LoadingCache<String, Bucket> buckets(int capacity, int refill, Duration period) {
        return Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterAccess(Duration.ofMinutes(5))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                        .build());
    }
}
