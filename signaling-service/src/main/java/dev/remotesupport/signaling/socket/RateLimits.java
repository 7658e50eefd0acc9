package dev.remotesupport.signaling.socket;

import dev.remotesupport.signaling.relay.Rate;
import io.github.bucket4j.Bucket;
import java.util.EnumMap;
import java.util.Map;

/** One connection's rates. Not for several threads. Buckets are made when first needed, as most connections say little. */
final class RateLimits {

    private final Map<Rate, Bucket> buckets = new EnumMap<>(Rate.class);

    boolean allow(Rate rate) {
        return buckets.computeIfAbsent(rate, Rate::bucket).tryConsume(1);
    }
}
