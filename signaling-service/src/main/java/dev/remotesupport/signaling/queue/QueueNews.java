package dev.remotesupport.signaling.queue;

import dev.remotesupport.contracts.event.DeskEvent;
import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionOffered;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.contracts.event.SessionRequested;
import dev.remotesupport.signaling.console.Consoles;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps an eye on the queue of each organisation in which somebody waits, or watches, on this replica. */
@ApplicationScoped
public class QueueNews {

    private final QueueSource source;
    private final Consoles consoles;
    private final Map<UUID, QueueWatch> watches = new ConcurrentHashMap<>();

    @Inject
    QueueNews(SessionQueue source, Consoles consoles, MeterRegistry meters) {
        this.source = source;
        this.consoles = consoles;
        Gauge.builder("remote_support.signaling.queue.waiting", watches, QueueNews::waiting)
                .description("Waiting sessions whose customers are on this replica")
                .register(meters);
    }

    /** Somebody waits from now on, or in other tabs. */
    public void waits(Waiter waiter) {
        var unused = watches.compute(waiter.organisation(), (organisation, known) -> {
            QueueWatch watch = known == null ? new QueueWatch(organisation, source) : known;
            watch.add(waiter);
            return watch;
        });
    }

    public void waitsNoLonger(Waiter waiter) {
        watches.computeIfPresent(waiter.organisation(), (organisation, watch) -> {
            watch.remove(waiter);
            return watch.isEmpty() && !consoles.has(organisation) ? null : watch;
        });
    }

    void heard(@Observes Event event) {
        switch (event) {
            case SessionRequested requested -> changed(event.organisation());
            case SessionQueued queued -> changed(event.organisation());
            case SessionOffered offered -> changed(event.organisation());
            case SessionAssigned assigned -> changed(event.organisation());
            case SessionEnded ended -> changed(event.organisation());
            case DeskEvent desk -> changed(event.organisation());
            default -> {}
        }
    }

    /** Where nobody watches there is nothing to do, and nothing is kept. */
    private void changed(UUID organisation) {
        var unused = watches.compute(organisation, (id, known) -> {
            if (!consoles.has(id) && (known == null || known.isEmpty())) {
                return null;
            }
            QueueWatch watch = known == null ? new QueueWatch(id, source) : known;
            watch.changed();
            return watch;
        });
    }

    private static double waiting(Map<UUID, QueueWatch> watches) {
        return watches.values().stream().mapToInt(QueueWatch::size).sum();
    }
}
