package dev.remotesupport.chat.progress;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.problem.PostgresFailures;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Stores progress behind the sockets' back: what gathers within a second goes into one statement for each organisation, so
 * that messages pay nothing for it. It holds one mark for each side of a conversation that has sockets here, and what cannot be
 * stored now is tried again a second later.
 */
@ApplicationScoped
public class ProgressLog {

    private static final Logger LOG = Logger.getLogger(ProgressLog.class);

    private record Side(UUID conversation, Seat seat) {}

    private final Map<UUID, Map<Side, Mark>> waiting = new HashMap<>();
    private final ProgressStore store;
    private final Vertx vertx;
    private final long period;
    private boolean timed;

    ProgressLog(ProgressStore store, Vertx vertx, ChatConfig config) {
        this.store = store;
        this.vertx = vertx;
        this.period = config.room().progressStored().toMillis();
    }

    /** Stores it within a second. Never waits. */
    public synchronized void note(UUID organisation, Advance come) {
        waiting.computeIfAbsent(organisation, id -> new HashMap<>())
                .merge(new Side(come.conversation(), come.seat()), come.mark(), Mark::with);
        if (!timed) {
            timed = true;
            vertx.setTimer(period, timer -> flush());
        }
    }

    /** The last second is not lost when a replica goes down. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        flush();
    }

    private void flush() {
        take().forEach((organisation, come) -> {
            var unused = store.write(organisation, come).subscribe().with(written -> {}, failure -> {
                if (!PostgresFailures.isTransient(failure)) {
                    LOG.error("progress not stored", failure);
                    return;
                }
                come.forEach(one -> note(organisation, one));
            });
        });
    }

    private synchronized Map<UUID, List<Advance>> take() {
        timed = false;
        var taken = new HashMap<UUID, List<Advance>>();
        waiting.forEach((organisation, marks) -> taken.put(
                organisation,
                marks.entrySet().stream()
                        .map(mark -> new Advance(
                                mark.getKey().conversation(), mark.getKey().seat(), mark.getValue()))
                        .toList()));
        waiting.clear();
        return taken;
    }
}
