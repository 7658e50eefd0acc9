package dev.remotesupport.gateway.upstream;

import dev.remotesupport.gateway.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Orders the replicas of a service for one request. Those that could not be reached a moment ago come last. */
@ApplicationScoped
public class Replicas {

    private static final long AVOIDED_NANOS = Duration.ofSeconds(2).toNanos();

    private final Map<Service, List<Replica>> replicas = new EnumMap<>(Service.class);
    private final Map<Replica, Long> failedAt = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    @Inject
    Replicas(GatewayConfig config) {
        Arrays.stream(Service.values())
                .forEach(service -> replicas.put(
                        service,
                        config.upstreams().getOrDefault(service.configName(), List.of()).stream()
                                .map(Replica::of)
                                .toList()));
    }

    /** Round robin. */
    public List<Replica> inTurn(Service service) {
        var all = replicas.get(service);
        if (all.size() < 2) {
            return all;
        }
        var rotated = new ArrayList<>(all);
        Collections.rotate(rotated, -Math.floorMod(turn.getAndIncrement(), all.size()));
        return reachableFirst(rotated);
    }

    /** The same order for the same key, on every gateway. */
    public List<Replica> preferredFor(Service service, String key) {
        return reachableFirst(Rendezvous.ranked(key, replicas.get(service)));
    }

    /** The replica that another one names, if it is one of ours: nobody can send us elsewhere. */
    public Optional<Replica> named(Service service, String id) {
        return replicas.get(service).stream()
                .filter(replica -> replica.id().equals(id))
                .findFirst();
    }

    /** Answers whether this is news. */
    boolean failed(Replica replica) {
        return failedAt.put(replica, System.nanoTime()) == null;
    }

    void reached(Replica replica) {
        failedAt.remove(replica);
    }

    private List<Replica> reachableFirst(List<Replica> ordered) {
        if (failedAt.isEmpty()) {
            return ordered;
        }
        var result =
                new ArrayList<>(ordered.stream().filter(this::seemsReachable).toList());
        ordered.stream().filter(replica -> !seemsReachable(replica)).forEach(result::add);
        return result;
    }

    private boolean seemsReachable(Replica replica) {
        var failed = failedAt.get(replica);
        return failed == null || System.nanoTime() - failed > AVOIDED_NANOS;
    }
}
