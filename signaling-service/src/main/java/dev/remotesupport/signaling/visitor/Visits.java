package dev.remotesupport.signaling.visitor;

import dev.remotesupport.signaling.SignalingConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The tabs that are connected here. What changes is gathered and written twice a second, one statement per organisation however
 * much it was; a page that changes its title a hundred times in between costs one row.
 */
@ApplicationScoped
class Visits {

    private static final Logger LOG = Logger.getLogger(Visits.class);
    private static final Duration WRITE = Duration.ofMillis(500);
    private static final int ALIVE_EVERY = 10;
    private static final int SWEEP_EVERY = 60;

    /** Tabs of one visitor that are told; nobody needs more. */
    private static final int TABS = 20;

    private final VisitStore store;
    private final Vertx vertx;
    private final int most;
    private final Map<UUID, Visit> visits = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, Visit>> byVisitor = new ConcurrentHashMap<>();
    private final Map<UUID, Visit> changed = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> gone = new ConcurrentHashMap<>();
    private long timer;
    private int ticks;
    private volatile boolean writing;

    @Inject
    Visits(VisitStore store, Vertx vertx, SignalingConfig config, MeterRegistry meters) {
        this.store = store;
        this.vertx = vertx;
        this.most = config.visitors();
        meters.gaugeMapSize("remote_support.signaling.visits", Tags.empty(), visits);
    }

    void start(@Observes StartupEvent event) {
        store.begin().subscribe().with(done -> {}, failure -> LOG.warnf("visitors not begun failure=%s", failure));
        timer = vertx.setPeriodic(WRITE.toMillis(), id -> tick());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    boolean isFull() {
        return visits.size() >= most;
    }

    void came(Visit visit) {
        var tabs = byVisitor.computeIfAbsent(visit.visitor(), id -> new ConcurrentHashMap<>());
        if (tabs.size() < TABS) {
            tabs.put(visit.connection(), visit);
            visits.put(visit.connection(), visit);
            changed.put(visit.connection(), visit);
        }
    }

    void changed(Visit visit, Shown shown) {
        if (!shown.equals(visit.shown())) {
            visit.show(shown);
            if (visits.containsKey(visit.connection())) {
                changed.put(visit.connection(), visit);
            }
        }
    }

    /** More is known of it, or about its name. */
    void known(Visit visit) {
        if (visits.containsKey(visit.connection())) {
            changed.put(visit.connection(), visit);
        }
    }

    void left(Visit visit) {
        changed.remove(visit.connection());
        if (visits.remove(visit.connection()) != null) {
            gone.put(visit.connection(), visit.organisation());
            byVisitor.computeIfPresent(visit.visitor(), (id, tabs) -> {
                tabs.remove(visit.connection());
                return tabs.isEmpty() ? null : tabs;
            });
        }
    }

    /** The tabs of a visitor that are connected here. */
    Collection<Visit> of(UUID visitor) {
        return byVisitor.getOrDefault(visitor, Map.of()).values();
    }

    Collection<Visit> all() {
        return visits.values();
    }

    private void tick() {
        ticks++;
        if (ticks % ALIVE_EVERY == 0) {
            run(store.alive(), "alive");
        }
        if (ticks % SWEEP_EVERY == 0) {
            run(store.sweep(), "swept");
        }
        if (!writing && !(changed.isEmpty() && gone.isEmpty())) {
            writing = true;
            run(write().onTermination().invoke(() -> writing = false), "told");
        }
    }

    private Uni<Void> write() {
        var work = new HashMap<UUID, Batch>();
        for (var visit : List.copyOf(changed.values())) {
            changed.remove(visit.connection(), visit);
            work.computeIfAbsent(visit.organisation(), id -> new Batch())
                    .changed
                    .add(visit);
        }
        for (var one : Map.copyOf(gone).entrySet()) {
            gone.remove(one.getKey());
            work.computeIfAbsent(one.getValue(), id -> new Batch()).gone.add(one.getKey());
        }
        return Multi.createFrom()
                .iterable(work.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> write(entry.getKey(), entry.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What could not be written is tried again with the next. */
    private Uni<Void> write(UUID organisation, Batch batch) {
        return store.write(organisation, batch.changed, batch.gone)
                .onFailure()
                .invoke(() -> {
                    batch.gone.forEach(connection -> gone.put(connection, organisation));
                    batch.changed.stream()
                            .filter(visit -> visits.containsKey(visit.connection()))
                            .forEach(visit -> changed.putIfAbsent(visit.connection(), visit));
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("visitors not told organisation=%s failure=%s", organisation, failure);
                    return null;
                });
    }

    private static void run(Uni<Void> work, String what) {
        work.subscribe().with(done -> {}, failure -> LOG.warnf("visitors not %s failure=%s", what, failure));
    }

    private static final class Batch {
        private final List<Visit> changed = new ArrayList<>();
        private final List<UUID> gone = new ArrayList<>();
    }
}
