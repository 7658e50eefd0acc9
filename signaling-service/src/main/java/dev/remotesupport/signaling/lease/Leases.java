package dev.remotesupport.signaling.lease;

import dev.remotesupport.signaling.SignalingConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Takes rooms for this replica and keeps their leases alive until they are given back or lost. */
@ApplicationScoped
public class Leases {

    private static final Logger LOG = Logger.getLogger(Leases.class);

    private final LeaseStore store;
    private final SignalingConfig config;
    private final Vertx vertx;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private long timer;

    @Inject
    Leases(LeaseStore store, SignalingConfig config, Vertx vertx) {
        this.store = store;
        this.config = config;
        this.vertx = vertx;
    }

    /** Asks for a room. A lease so taken must be kept or given back. */
    public Uni<Claim> take(UUID organisation, UUID session) {
        return store.take(organisation, session)
                .onFailure(IllegalStateException.class)
                .retry()
                .atMost(1);
    }

    /** The address of the replica that has the room; empty when it is this one, or none. */
    public Uni<Optional<String>> ownerOf(UUID organisation, UUID session) {
        return store.ownerOf(organisation, session);
    }

    /** Renews the lease from now on; {@code onLost} runs once if that fails. */
    public void keep(Lease lease, Runnable onLost) {
        kept.put(lease.session(), new Kept(lease, onLost));
    }

    public Uni<Void> giveBack(Lease lease) {
        kept.computeIfPresent(lease.session(), (session, one) -> one.lease() == lease ? null : one);
        return store.giveBack(lease);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.renewEvery().toMillis(), id -> renew());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void renew() {
        reportLost();
        if (!kept.isEmpty() && renewing.compareAndSet(false, true)) {
            List<Lease> leases = kept.values().stream().map(Kept::lease).toList();
            store.renew(leases)
                    .ifNoItem()
                    .after(config.leaseFor())
                    .fail()
                    .onTermination()
                    .invoke(() -> renewing.set(false))
                    .subscribe()
                    .with(
                            done -> reportLost(),
                            failure -> LOG.warnf("leases not renewed rooms=%d failure=%s", leases.size(), failure));
        }
    }

    private void reportLost() {
        kept.values().stream().filter(one -> !one.lease().isHeld()).forEach(one -> {
            if (kept.remove(one.lease().session(), one)) {
                LOG.warnf(
                        "lease lost sessionId=%s epoch=%d",
                        one.lease().session(), one.lease().epoch());
                one.onLost().run();
            }
        });
    }

    private record Kept(Lease lease, Runnable onLost) {}
}
